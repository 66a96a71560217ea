"""The widget that draws both articles from the layout, and what the mouse does on it."""
