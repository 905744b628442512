"""Is it better? Cases, runs, scores and speed."""
