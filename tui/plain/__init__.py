"""The comparison as plain lines, for screen readers, braille displays and pipes: printed, or walked by keys."""
