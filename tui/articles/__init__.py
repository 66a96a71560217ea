"""Text in: files, URLs and standard input become articles of sentences with exact offsets."""
