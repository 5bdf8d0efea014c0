"""Feedback in words, French and English: what a donor's next turn says of the answer before it."""
