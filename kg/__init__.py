"""Allegiance: news about armed conflict, read into claims that are dated, sourced, attributed and quoted."""

__version__ = "0.1.0"
