"""Folding claims into dated relationships."""
