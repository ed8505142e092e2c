"""Figures made of the book: how units stand, the summary, the bulletin, the assessment."""
