"""What leaves the library: rows, JSON and its schema, CSV, data frames, HTML."""
