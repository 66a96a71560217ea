"""Highlights and notes: written, listed, imported, kept on the disk, undone."""
