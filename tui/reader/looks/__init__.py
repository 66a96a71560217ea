"""Themes: colours and text styles of every role, read from YAML, for the line API and for Textual's own widgets."""
