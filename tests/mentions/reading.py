"""One-line reading of a text for the tables: (surface, actor, place) of each mention."""

from __future__ import annotations

from kg.mentions.find import find_mentions

Found = tuple[str, str | None, str | None]


def read(text: str) -> list[Found]:
    """The mentions of a text that is read as the article "a"."""
    return [(m.text, m.actor, m.place) for m in find_mentions(text, "a").mentions]
