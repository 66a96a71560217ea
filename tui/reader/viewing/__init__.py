"""What is shown: views, filters, words of one side, sidebar, details panel and brief."""
