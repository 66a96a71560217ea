"""How fast the program is: each module here measures one part; `python -m benchmarks` runs those named, or all."""
