"""Finding words and patterns in both articles."""
