"""The program around the rules: storage, messenger, papers, and the command line."""

__version__ = "0.1.0"
