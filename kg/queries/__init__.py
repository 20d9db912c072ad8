"""Running saved and ad-hoc SPARQL."""
