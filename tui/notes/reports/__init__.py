"""The documents that leave: each a pure function from a comparison (and its notes) to text."""
