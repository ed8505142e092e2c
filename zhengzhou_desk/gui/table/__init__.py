"""The one table of records: model, grid, tab, columns, filters, clipboard."""
