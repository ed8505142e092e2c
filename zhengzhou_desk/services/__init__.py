"""What a clerk does with a book, one module per subject; no window and no command line here."""
