"""Who may do what, as data: acts × people × states, an area a module. See `table.py`."""
