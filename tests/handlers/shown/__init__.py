"""What is shown follows what is stored: every write of a store against every kind of card."""
