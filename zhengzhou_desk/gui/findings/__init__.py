"""The findings below the tables: their model, their panel, the explanation of one."""
