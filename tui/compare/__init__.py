"""The engine: two articles in, one comparison out.

Pure: no files but its own tables, no network, no clock, no screen.
"""
