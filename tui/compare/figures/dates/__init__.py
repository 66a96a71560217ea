"""Dates: read piece by piece, joined, and placed in time."""
