"""Finding and resolving actors, places, dates and references in an article's text."""
