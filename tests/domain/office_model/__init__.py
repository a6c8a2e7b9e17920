"""A whole office driven at random against a reading of the rules (sections 2–5), each half by itself."""
