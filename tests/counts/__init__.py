"""`make counts`: what the product costs its people in taps, messages, words and way of the thumb."""
