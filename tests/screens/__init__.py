"""`make screens`: every screen as a picture in `docs/screens`, by Debian's Chromium."""
