"""What a file is, and its rows as they stand in it: bytes in, cells out, in bounded memory and time."""
