"""The office's rules: standard library only, readable aloud to the head of the office."""
