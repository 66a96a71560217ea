"""The pair that is open, as a plain value: what is shown of it, where the reader is in it, and what was said of it.

Nothing here knows the screen. What changes is announced as small typed events.
"""
