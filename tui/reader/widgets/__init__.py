"""What several rooms show things with: bars, lists, choices, trees of files, boxes."""
