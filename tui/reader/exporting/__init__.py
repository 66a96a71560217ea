"""Writing notes and differences to a file."""
