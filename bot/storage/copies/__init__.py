"""Copies of a database in use: made, proven, put back. Everything here blocks: call it in a thread."""
