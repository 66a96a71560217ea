"""The engine in a process of its own, so that it never holds the screen up and its memory goes when it has answered.

Goes in: a `Question`. Comes out: a `Comparison`, piece by piece, so that taking it in never holds the screen up either.
Nothing here imports Textual: `tui.opening` starts the process before the screen is imported, so that both load at once.
"""
