"""Asking the engine why: what speaks for and against a detail, a link, a name."""
