"""The disk: where the program's files lie, YAML that came from outside, and writing a file whole or not at all."""
