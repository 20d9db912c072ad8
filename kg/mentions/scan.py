"""One pass over the words: at each, the longest thing that can be a mention; readings.py has their order."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg.mentions.drafts import Draft, Made, World
from kg.mentions.index import Hit, NameIndex, known_names, world_hit
from kg.mentions.lists import lists, small_beginnings
from kg.mentions.states import known_actor
from kg.mentions.words import APOSTROPHES, Word, joined_text
from kg.model import Actor
from kg.vocabulary import Kind

Reading = Callable[["Scanner", int], Draft | None]
_MISSING = object()


class Scanner:
    """The words of one article with what is known of them; `local` holds the names that the article introduces."""

    def __init__(self, words: Sequence[Word], headlines: frozenset[int], world: World, local: NameIndex) -> None:
        self.words = words
        self.world = world
        self.local = local
        self.headlines = headlines
        self._known: dict[int, tuple[Hit, ...]] = {}

    def scan(self, readings: Sequence[Reading]) -> list[Draft]:
        """All drafts in order; none overlap. Of equally long readings of a word the first is taken."""
        drafts: list[Draft] = []
        begins = small_beginnings() | known_names().lower | self.local.lower
        index, words = 0, self.words
        while index < len(words):
            word = words[index]
            if not word.is_capital and word.fold not in begins and not word.text[0].isdigit():
                index += 1
                continue
            best: Draft | None = None
            for read in readings:
                draft = read(self, index)
                if draft and (best is None or draft.last > best.last):
                    best = draft
            if best is None:
                index += 1
                continue
            if best.made is not Made.NOBODY:
                drafts.append(best)
            index = best.last + 1
        return drafts

    # --- names ------------------------------------------------------------------------------------------------

    def hits(self, index: int) -> tuple[Hit, ...]:
        """The known names that begin at the word, the longest first, the article's own before others."""
        found = self._known.get(index)
        if found is None:
            found = self._known[index] = self._find(index)
        return found

    def hit(self, index: int) -> Hit | None:
        """The longest known name that begins at the word."""
        found = self.hits(index)
        return found[0] if found else None

    def _find(self, index: int) -> tuple[Hit, ...]:
        if index >= len(self.words):
            return ()
        word = self.words[index]
        found = [*self.local.all_at(self.words, index), *known_names().all_at(self.words, index)]
        if word.is_capital and word.text not in lists().calendar:
            abroad = world_hit(self.words, index)
            if abroad and not any(h.last >= abroad.last for h in found):
                found.append(abroad)
        found.sort(key=lambda h: -h.last)  # stable
        return tuple(found)

    # --- words ------------------------------------------------------------------------------------------------

    def lower(self, index: int, gap: str = " ") -> str:
        """The word at an index in small letters where `gap` stands before it, else an empty string."""
        if 0 <= index < len(self.words) and self.words[index].gap == gap:
            return self.words[index].lower
        return ""

    def before(self, index: int) -> str:
        """The word before this one in small letters, where only a space parts them."""
        return self.words[index - 1].lower if index and self.words[index].gap == " " else ""

    def possessive_after(self, last: int) -> bool:
        """Whether "'s" follows."""
        after = last + 1
        return after < len(self.words) and self.words[after].fold == "s" and self.words[after].gap in APOSTROPHES

    def text(self, first: int, last: int) -> str:
        """The text of words[first:last + 1] on one line."""
        return joined_text(self.words, first, last)

    # --- making -----------------------------------------------------------------------------------------------

    def new_actor(self, actor: str, kind: Kind, name: str, state: str | None = None) -> str:
        """Enter an actor of this article unless its id is known."""
        if known_actor(actor) is None:
            self.world.actors.setdefault(actor, Actor(actor, kind, name, (name,), curated=False, state=state))
        return actor

    def actor(self, actor: str) -> Actor | None:
        """A known actor, or one of this article."""
        return self.world.actors.get(actor) or known_actor(actor)
