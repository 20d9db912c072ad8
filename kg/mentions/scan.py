"""One pass over the words: at each, the longest thing that can be a mention; readings.py has their order."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg.mentions.drafts import Draft, Made, World
from kg.mentions.index import Hit, NameIndex, known_names, world_hit
from kg.mentions.lists import lists, small_beginnings
from kg.mentions.names import run_end
from kg.mentions.states import known_actor
from kg.mentions.words import APOSTROPHES, Word, joined_text
from kg.model import Actor
from kg.vocabulary import Kind

Reading = Callable[["Scanner", int], Draft | None]
_REACH = 5  # words that a reading may look ahead


class Scanner:
    """The words of one article with what is known of them; `local` holds the names that the article introduces."""

    def __init__(self, words: Sequence[Word], headlines: frozenset[int], world: World, local: NameIndex) -> None:
        self.words = words
        self.world = world
        self.local = local
        self.headlines = headlines
        self._known: dict[int, tuple[Hit, ...]] = {}
        self._first: dict[int, Draft | None] | None = None  # what a first scan found at each word it looked at
        self._runs: dict[int, int] = {}
        self._looked: dict[int, Draft | None] = {}

    def scan(self, capital: Sequence[Reading], small: Sequence[Reading]) -> list[Draft]:
        """All drafts in order; none overlap. Of equally long readings of a word the first is taken.

        `capital` are the readings of words that begin with a capital or a digit, `small` those of the others.
        """
        drafts: list[Draft] = []
        begins = small_beginnings() | known_names().lower | self.local.lower
        index, words = 0, self.words
        while index < len(words):
            word = words[index]
            draft = None
            if word.is_capital:
                draft = None if self._begins_nothing(index) else self._best(capital, index)
            elif word.fold in begins:
                draft = self._best(small, index)
            elif word.text[0].isdigit():
                draft = self._best(capital, index)
            if draft is None:
                index += 1
                continue
            if draft.made is not Made.NOBODY:
                drafts.append(draft)
            index = draft.last + 1
        return drafts

    def again(self) -> Scanner:
        """A scanner for a second scan, which looks anew only where the names of the article may matter."""
        other = Scanner(self.words, self.headlines, self.world, self.local)
        fresh = self._touched()
        other._runs = self._runs
        other._first = {i: found for i, found in self._looked.items() if i not in fresh}
        other._known = {i: hits for i, hits in self._known.items() if i not in fresh}
        return other

    def _touched(self) -> set[int]:
        """Indices near a name of the article, or of words whose reading hangs on what the article speaks of."""
        near: set[int] = set()
        for index, word in enumerate(self.words):
            if self.local.may_begin(word.fold):
                near.update(range(index - _REACH, index + _REACH))
        for index, draft in self._looked.items():
            if draft and draft.made in (Made.GROUP, Made.PERSON, Made.ORGANISATION):
                near.add(index)
            if any(h.entry.people_of or len(h.entry.demonym_of) > 1 for h in self._known.get(index, ())):
                near.add(index)
            if any(len(h.entry.actors) > 1 for h in self._known.get(index, ())):
                near.add(index)
        return near

    def _best(self, readings: Sequence[Reading], index: int) -> Draft | None:
        if self._first is not None and index in self._first:
            return self._first[index]
        best = self._looked[index] = self._read(readings, index)
        return best

    def _read(self, readings: Sequence[Reading], index: int) -> Draft | None:
        best: Draft | None = None
        for read in readings:
            draft = read(self, index)
            if draft and (best is None or draft.last > best.last):
                best = draft
        return best

    def _begins_nothing(self, index: int) -> bool:
        """Whether an everyday word with a capital has none behind it and is no name itself: "The army"."""
        if self.words[index].text not in lists().openers or self.hits(index):
            return False
        following = self.words[index + 1] if index + 1 < len(self.words) else None
        lower = self.words[index].lower
        single = lower not in lists().heads and lower not in lists().modifiers and lower not in lists().directions
        single = single and self.words[index].text not in lists().collectives
        return single and not (following and following.is_capital)

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

    def run_end(self, index: int) -> int:
        """Index of the last word of the capitalised run that begins here."""
        last = self._runs.get(index)
        if last is None:
            last = self._runs[index] = run_end(self.words, index)
        return last

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
