"""Many records: one line of JSON or one row of a table in, one answer out, in order, whoever does the work."""
