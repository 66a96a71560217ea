"""Notes and the documents that leave: model, store, anchoring, reports."""
