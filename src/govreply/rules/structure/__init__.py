"""Rules on the build of the letter: headings, runs, announced counts, signature."""
