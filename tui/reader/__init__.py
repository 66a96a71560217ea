"""The Textual application: screens, widgets, themes, keys."""
