"""One pass over the words: at each, the longest thing that can be a mention. The order of readings is SCAN."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg import gazetteer, lexicon
from kg.mentions.descriptions import Description, description_at
from kg.mentions.drafts import Draft, World
from kg.mentions.index import Hit, NameIndex, known_names
from kg.mentions.names import acronym_at, organisation_at, person_at, slug
from kg.mentions.states import actor_of_state, force_after, head_class, known_actor, state_of
from kg.mentions.words import Word, is_title_case
from kg.model import Actor, Form, Place
from kg.vocabulary import Kind, PlaceKind

_PLACE_PREPOSITIONS = frozenset(["in", "near", "at", "around", "outside", "inside", "into", "towards", "toward"])
_DIRECTIONS = frozenset(
    [
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "north",
        "south",
        "east",
        "west",
        "northeastern",
        "northwestern",
        "southeastern",
        "southwestern",
        "upper",
        "lower",
    ]
)
_FOREIGN = frozenset({"mercenary", "foreign"})
_MISSIONS = frozenset({"mission", "army", "forces", "force", "operation"})
_NAMED = frozenset(
    {"rebel", "separatist", "insurgent", "militant", "jihadist", "militia", "group", "fighters", "forces"}
)


class Scanner:
    """Finds the drafts of one article; `local` holds the names that the article itself introduces."""

    def __init__(self, words: Sequence[Word], world: World, local: NameIndex) -> None:
        self.words = words
        self.world = world
        self.local = local
        self._headlines = _headline_words(words)

    def scan(self) -> list[Draft]:
        """All drafts in order; none overlap."""
        drafts, index = [], 0
        while index < len(self.words):
            readings = [d for read in SCAN if (d := read(self, index))]
            draft = max(readings, key=lambda d: d.last, default=None)  # the first of equally long ones
            if draft is None:
                index += 1
                continue
            drafts.append(draft)
            index = draft.last + 1
        return drafts

    def hit(self, index: int) -> Hit | None:
        """The longest name of the article or of the gazetteer that begins at the word."""
        hits = [h for names in (self.local, known_names()) if (h := names.longest(self.words, index))]
        return max(hits, key=lambda h: h.last, default=None)

    def is_name(self, index: int) -> bool:
        """Whether a known name, not a mere adjective of a country, begins at the word."""
        return self.hit(index) is not None

    # --- readings -------------------------------------------------------------------------------------------

    def state_force(self, index: int) -> Draft | None:
        """Read "Malian army", "Sudan's armed forces", "UN peacekeepers", "Russian mercenaries"."""
        for hit in (*self.local.all_at(self.words, index), *known_names().all_at(self.words, index)):
            state = state_of(hit.entry) or self._organisation(hit)
            after = self._after_possessive(hit.last)
            if state and after is not None and (draft := self._force_of(state, index, hit, after)):
                return draft
        return None

    def _after_possessive(self, last: int) -> int | None:
        """Index of the word behind a name and its "'s", where only a space parts them."""
        after = last + 1
        if after < len(self.words) and self.words[after].fold == "s" and self.words[after].gap in "'’":
            after += 1
        return after if after < len(self.words) and self.words[after].gap in (" ", "-", "' ", "’ ") else None

    def _force_of(self, state: str, index: int, hit: Hit, after: int) -> Draft | None:
        owner = known_actor(state)
        force = force_after(self.words, after)
        if force and owner and owner.kind is Kind.STATE:
            if self._is_verb(hit, after):
                return None
            return self._of_state(state, index, *force)
        description = description_at(self.words, after, lambda i: self.hit(i) is not None)
        if description and not description.vague:
            mission = owner is not None and owner.kind is not Kind.STATE
            if mission and description.class_ not in ("mission", "army", "force", "group", "operation"):
                return None
            if mission or description.class_ in _FOREIGN:
                class_ = "mission" if mission else description.class_
                description = type(description)(index, description.last, class_, description.plural, True, False, None)
                return Draft(
                    index,
                    description.last,
                    Form.DESCRIPTION,
                    "",
                    plural=description.plural,
                    description=description,
                    state=state,
                )
        return None

    def _is_verb(self, hit: Hit, after: int) -> bool:
        """Whether "forces" after a bare country may be the verb: "Russia forces Kyiv to …"."""
        bare = hit.entry.demonym_of is None and after == hit.last + 1
        return bare and not self.words[hit.last].is_acronym and self.words[after].text in ("forces", "force", "police")

    def _of_state(self, state: str, first: int, last: int, kind: Kind) -> Draft:
        actor = actor_of_state(state, kind)
        if not actor.curated:
            self.world.actors.setdefault(actor.id, actor)
        plural = lexicon.mapping("heads", "number").get(self.words[last].text.lower()) == "plur"
        return Draft(first, last, Form.NAME, f"{kind} of the state {state}, by rule", [actor.id], plural=plural)

    def _organisation(self, hit: Hit) -> str | None:
        found = [a for a in hit.entry.actors if (k := known_actor(a)) and k.kind is Kind.INTERGOVERNMENTAL_ORGANISATION]
        return found[0] if found else None

    def force_of_state(self, index: int) -> Draft | None:
        """Read "government of Mali", "armed forces of Ukraine"."""
        force = force_after(self.words, index)
        if not force:
            return None
        of = force[0] + 1
        if of + 1 >= len(self.words) or self.words[of].text != "of" or self.words[of].gap != " ":
            return None
        at = of + 2 if self.words[of + 1].text == "the" else of + 1
        hit = self.hit(at) if at < len(self.words) else None
        state = state_of(hit.entry) if hit and not hit.entry.demonym_of else None
        return self._of_state(state, index, hit.last, force[1]) if hit and state else None

    def organisation(self, index: int) -> Draft | None:
        """Read a name with a head of organisations that nobody listed, where it is longer than any known one."""
        found = None if index in self._headlines else organisation_at(self.words, index)
        hit = self.hit(index)
        if not found or (hit and hit.last >= found[0]):
            return None
        if hit and hit.entry.actors and self._is_trailing(hit, found[0]):
            return None
        last, kind = found
        inner = self.hit(hit.last + 1) if hit and hit.entry.demonym_of and hit.last < last else None
        if inner and inner.entry.actors:
            return None  # "Russian Wagner Group": an adjective before a known name
        name = self._text(index, last)
        actor = self._new_actor(slug(name), kind, name)
        return Draft(index, last, Form.NAME, "capitalised name with a head of organisations", [actor])

    def _is_trailing(self, hit: Hit, last: int) -> bool:
        """Whether only heads follow a known name: "Wagner Group Forces"."""
        return all(head_class(w) for w in self.words[hit.last + 1 : last + 1])

    def known(self, index: int) -> Draft | None:
        """Read a name of the gazetteer or of the article."""
        hit = self.hit(index)
        if not hit or (hit.entry.common and not self._in_place_context(index)):
            return None
        if self._part_of_longer_name(hit):
            return None
        entry, last = hit.entry, hit.last
        if entry.demonym_of and not entry.places and not entry.actors:
            return Draft(index, last, Form.DEMONYM, "adjective of the state", [entry.demonym_of])
        places, last = self._with_place_head(index, last, entry.places)
        actors = entry.actors if last == hit.last else []
        form = Form.ACRONYM if self.words[index].is_acronym and last == index else Form.NAME
        return Draft(index, last, form, "known name", list(actors), places, plural=self._is_plural_name(last))

    def _is_plural_name(self, last: int) -> bool:
        return lexicon.mapping("heads", "number").get(self.words[last].text.lower()) == "plur"

    def _part_of_longer_name(self, hit: Hit) -> bool:
        """Whether a lone world place is only a piece of a person's or another longer capitalised name."""
        entry = hit.entry
        if entry.curated or entry.actors or hit.first != hit.last:
            return False
        after = self.words[hit.last + 1] if hit.last + 1 < len(self.words) else None
        before = self.words[hit.first - 1] if hit.first else None
        follows = after and after.gap == " " and after.is_capital and not after.is_acronym
        precedes = before and self.words[hit.first].gap == " " and before.is_capital and not before.opens
        return bool((follows or precedes) and hit.first not in self._headlines)

    def _in_place_context(self, index: int) -> bool:
        word = self.words[index]
        before = self.words[index - 1].text.lower() if index and word.gap == " " else ""
        after = self.words[index + 1] if index + 1 < len(self.words) else None
        headed = after is not None and after.gap == " " and after.text.lower() in lexicon.mapping("place_heads", "kind")
        return before in _PLACE_PREPOSITIONS or before in ("from", "of") and self._place_head_before(index) or headed

    def _place_head_before(self, index: int) -> bool:
        return index >= 2 and self.words[index - 2].text.lower() in lexicon.mapping("place_heads", "kind")

    def _with_place_head(self, first: int, last: int, places: list[str]) -> tuple[list[str], int]:
        """Let "Kidal region" mean the region, where one of that name is known."""
        after = self.words[last + 1] if last + 1 < len(self.words) else None
        if not places or after is None or after.gap != " ":
            return list(places), last
        kind = lexicon.mapping("place_heads", "kind").get(after.text.lower())
        if kind not in (PlaceKind.REGION, PlaceKind.DISTRICT):
            return list(places), last
        named = known_names().get(f"{self._text(first, last)} {after.text}")
        better = [p for p in (named.places if named else ()) if p] or [
            p for p in places if (known := gazetteer.place(p)) and known.kind == kind
        ]
        return (better, last + 1) if better else (list(places), last)

    def directed_place(self, index: int) -> Draft | None:
        """Read "northern Syria", "eastern Menaka": a part of a place, which is not the place."""
        word = self.words[index]
        if word.text.lower() not in _DIRECTIONS or index + 1 >= len(self.words) or self.words[index + 1].gap != " ":
            return None
        known = self.hit(index)
        if known and known.entry.places:
            return None
        hit = self.hit(index + 1)
        if not hit or not hit.entry.places or (hit.entry.common and not hit.entry.curated):
            return None
        whole = gazetteer.place(hit.entry.places[0])
        if whole is None:
            return None
        name = f"{word.text.lower()} {whole.label}"
        place = Place(slug(name), PlaceKind.AREA, name, (name,), whole.id, whole.country)
        self.world.places.setdefault(place.id, place)
        return Draft(index, hit.last, Form.NAME, f"part of {whole.label}", [], [place.id, whole.id])

    def acronym(self, index: int) -> Draft | None:
        """Read an acronym that nobody listed as an armed group, outside lines of capitals."""
        last = acronym_at(self.words, index)
        if last is None or self._shouting(index):
            return None
        name = self._text(index, last)
        actor = self._new_actor(slug(name), Kind.ARMED_GROUP, name)
        return Draft(index, last, Form.ACRONYM, "acronym that nobody listed", [actor])

    def _shouting(self, index: int) -> bool:
        near = self.words[max(0, index - 3) : index + 4]
        return sum(w.text.isupper() and len(w.text) > 2 for w in near) > 3

    def person(self, index: int) -> Draft | None:
        """Read a person's name that a title, a role or a verb of saying marks as one."""
        found = None if index in self._headlines else person_at(self.words, index)
        if not found:
            return None
        first, last = found
        name = self._text(first, last)
        actor = self._new_actor(slug(name), Kind.PERSON, name)
        return Draft(first, last, Form.NAME, "name of a person beside a title or a verb of saying", [actor])

    def new_place(self, index: int) -> Draft | None:
        """Read "in the town of X", "near X", "X province" where nobody listed X."""
        word = self.words[index]
        if not word.is_capital or word.opens or word.is_acronym or index in self._headlines:
            return None
        if word.text in lexicon.words("openers") or word.text in lexicon.words("calendar") or len(word.text) < 3:
            return None
        last = index
        while last + 1 < len(self.words) and self.words[last + 1].is_capital and self.words[last + 1].gap in (" ", "-"):
            last += 1
        after = self.words[last + 1] if last + 1 < len(self.words) else None
        heads = lexicon.mapping("place_heads", "kind")
        kind = heads.get(after.text.lower(), "") if after and after.gap == " " else ""
        before = self.words[index - 1].text.lower() if word.gap == " " else ""
        of_head = before == "of" and self._place_head_before(index)
        if of_head:
            kind = heads[self.words[index - 2].text.lower()]
        if not (kind or before in _PLACE_PREPOSITIONS) or last - index > 2:
            return None
        if any(w.text.lower() in lexicon.words("titles") for w in self.words[index : last + 1]):
            return None
        return self._place_draft(index, last, PlaceKind(kind or PlaceKind.TOWN))

    def _place_draft(self, first: int, last: int, kind: PlaceKind) -> Draft:
        name = self._text(first, last)
        place = Place(slug(name), kind, name, (name,))
        self.world.places.setdefault(place.id, place)
        return Draft(first, last, Form.NAME, "name in the position of a place", [], [place.id])

    def described(self, index: int) -> Draft | None:
        """Read "the rebels", "separatist forces", "Tuareg fighters"."""
        if index in self._headlines and self.words[index].is_capital and not head_class(self.words[index]):
            return None
        description = description_at(self.words, index, self.is_name) or self._named_description(index)
        if description is None:
            return None
        return Draft(index, description.last, Form.DESCRIPTION, "", plural=description.plural, description=description)

    def _named_description(self, index: int) -> Description | None:
        """Read "Azawad separatists", "Syrian rebels": a place, a people or an adjective before a description."""
        hit = self.hit(index)
        after = hit.last + 1 if hit else len(self.words)
        if not hit or after >= len(self.words) or self.words[after].gap != " " or not self.words[after].text.islower():
            return None
        if hit.entry.actors and not hit.entry.places and not hit.entry.demonym_of:
            return None
        found = description_at(self.words, after, self.is_name)
        if not found or found.vague or found.class_ not in _NAMED:
            return None
        before = self.words[index - 1].text.lower() if index and self.words[index].gap == " " else ""
        vague = before in lexicon.words("vague")
        name = self._text(index, hit.last)
        return Description(index, found.last, found.class_, found.plural, before == "the", vague, name)

    # --- making -----------------------------------------------------------------------------------------------

    def _new_actor(self, actor: str, kind: Kind, name: str) -> str:
        known = known_actor(actor)
        if known is None:
            self.world.actors.setdefault(actor, Actor(actor, kind, name, (name,), curated=False))
        return actor

    def _text(self, first: int, last: int) -> str:
        pieces = [self.words[first].text]
        pieces += [(" " if "\n" in w.gap else w.gap) + w.text for w in self.words[first + 1 : last + 1]]
        return "".join(pieces)


def _headline_words(words: Sequence[Word]) -> frozenset[int]:
    """Indices of words in lines of title case, whose capitals mean nothing."""
    found: set[int] = set()
    start = 0
    for index in range(1, len(words) + 1):
        if index == len(words) or words[index].opens:
            if is_title_case(words[start:index]):
                found.update(range(start, index))
            start = index
    return frozenset(found)


Reading = Callable[[Scanner, int], Draft | None]

# the order in which the readings of a word are tried
SCAN: tuple[Reading, ...] = (
    Scanner.state_force,
    Scanner.force_of_state,
    Scanner.organisation,
    Scanner.directed_place,
    Scanner.known,
    Scanner.described,
    Scanner.person,
    Scanner.acronym,
    Scanner.new_place,
)
