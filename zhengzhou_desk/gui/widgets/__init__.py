"""Controls and looks that pages and dialogs share."""
