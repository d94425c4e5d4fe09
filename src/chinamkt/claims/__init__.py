"""Mentions → claims: what a sentence says of whom, as written."""
