"""Where linked sentences say the shared thing differently: figures, dates, names, quotes, claims and wording."""

from tui.compare.details.find import find_details

__all__ = ["find_details"]
