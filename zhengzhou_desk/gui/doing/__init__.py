"""What the actions of the window do, by menu; gui/shell_actions.py is the one list of them."""
