"""About 250 hostile saved pages, and what must come of each when all are built beside good articles."""
