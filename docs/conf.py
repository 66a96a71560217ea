"""How the documentation becomes a site (`make docs`, Sphinx); a link inside it that leads nowhere is an error."""

from tui import __version__

project = "newsdiff-tui"
author = "The newsdiff-tui authors"
copyright = "The newsdiff-tui authors, MIT licence"
release = version = __version__

extensions = ["myst_parser"]
myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3
nitpicky = True
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"newsdiff-tui {__version__}"
