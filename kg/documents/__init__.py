"""Sentences and dependency trees: the only room that knows spaCy."""
