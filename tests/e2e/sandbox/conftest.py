"""What tests of the sandbox share besides the offices: a browser."""

from tests.browser import page

__all__ = ["page"]
