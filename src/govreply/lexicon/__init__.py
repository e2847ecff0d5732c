"""What words mean: numerals, dates, names and figures, read from folded text with the help of dated tables."""
