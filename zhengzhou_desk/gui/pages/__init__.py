"""Pages of the window that are no tables: overview, summary, one unit, welcome, a book that cannot be opened."""
