"""Telling a URL from the name of a file."""


def is_address(location: str) -> bool:
    """Say whether `location` is a URL rather than the name of a file."""
    scheme, mark, rest = location.partition("://")
    return bool(mark and rest) and scheme.isalpha()
