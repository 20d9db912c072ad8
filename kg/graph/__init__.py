"""Values to triples and back, and the store."""
