"""Going about: by sentences, passages, details and pages, to the other side and back; selecting text and copying it."""
