"""The window: tabs over one desk, findings beside them, every action declared once."""
