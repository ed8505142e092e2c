"""Importing a spreadsheet in the window: columns, preview, details of a row."""
