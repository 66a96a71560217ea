"""Correcting the engine: sentences linked and unlinked by hand, links and details marked as dealt with."""
