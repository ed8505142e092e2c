"""The store: one SQLite file per book, one write path, a journal that is never cut."""
