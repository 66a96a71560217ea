"""Where everything stands: rows, wraps, marks, the level of both sides, gutter and overview.

Comes in: a comparison, a size and a view. Goes out: plain values that widgets draw. Everything here is a pure function.
"""
