"""What the actions of the window do, one module per menu; catalogue.py is the one list of them."""
