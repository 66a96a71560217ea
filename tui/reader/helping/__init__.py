"""Help, palette and themes, and leaving the program."""
