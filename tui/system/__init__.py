"""What the program has from the operating system beside files: its three standard streams, and processes of its own."""
