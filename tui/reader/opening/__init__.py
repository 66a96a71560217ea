"""Bringing articles in: opening, reading again, watching, exchanging the sides, and where they are from."""
