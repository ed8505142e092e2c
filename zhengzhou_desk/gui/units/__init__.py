"""The units beside the tables: the tree of departments, and what is to be known of the unit in front."""
