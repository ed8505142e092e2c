"""Spreadsheets in and out: guarded reading, import plans, the workbook and the summary."""
