"""Readings of groups: "Azov Brigade", "the CODECO militia", "X, a Sufi militia", "the rebels", "Tuareg fighters"."""

from __future__ import annotations

from dataclasses import replace

from kg.mentions.descriptions import description_at
from kg.mentions.drafts import Description, Draft, Made
from kg.mentions.lists import lists
from kg.mentions.names import may_begin, slug
from kg.mentions.persons import person_at
from kg.mentions.scan import Scanner
from kg.mentions.states import head_class
from kg.model import Form
from kg.vocabulary import Kind

_OF_PEOPLE = frozenset(
    ["rebel", "separatist", "insurgent", "militant", "jihadist", "militia", "group", "fighters", "forces"]
    + ["paramilitary", "movement", "unit", "vague"]
)
_NAMING = frozenset(
    [
        "militia",
        "group",
        "movement",
        "coalition",
        "unit",
        "front",
        "rebel",
        "fighters",
        "forces",
        "militant",
        "jihadist",
        "mercenary",
    ]
)
_SINGULAR_NAMING = frozenset({"group", "militia", "movement", "coalition", "bloc", "network"})
_CLASS_KIND = {
    "militia": Kind.MILITIA,
    "movement": Kind.MOVEMENT,
    "party": Kind.MOVEMENT,
    "coalition": Kind.COALITION,
    "unit": Kind.ARMED_FORCE,
    "rebel": Kind.REBEL,
    "militant": Kind.ARMED_GROUP,
    "jihadist": Kind.JIHADIST,
    "separatist": Kind.SEPARATIST,
    "mercenary": Kind.PRIVATE_MILITARY_COMPANY,
}


def named_group(scanner: Scanner, index: int) -> Draft | None:
    """Read "Azov brigade", "CODECO militia", "Macawisley clan militias": a name of its own before a kind of group."""
    words = scanner.words
    if index in scanner.headlines or not words[index].is_capital or not may_begin(words, index):
        return None
    if words[index].text in lists().peoples or scanner.hits(index) or scanner.before(index) in lists().vague:
        return None
    last = index
    while last + 1 < len(words) and words[last + 1].gap in (" ", "-") and words[last + 1].is_capital:
        last += 1
    if last - index > 3 or _looks_adjectival(words[last].text) or person_at(words, index):
        return None
    found = description_at(words, last + 1) if last + 1 < len(words) and words[last + 1].gap == " " else None
    if found is None:
        found = _bare_head(scanner, last + 1)
    if (
        not found
        or found[1].class_ not in _NAMING
        or found[1].attribute
        or any(c.is_capital for c in words[last + 1 : found[0] + 1])
    ):
        return None
    name = scanner.text(index, last)
    kind = _CLASS_KIND.get(found[1].class_, Kind.ARMED_GROUP)
    if found[1].class_ == "forces":
        name = f"{name} forces"
    actor = scanner.new_actor(slug(name), kind, name)
    return Draft(index, found[0], Form.NAME, Made.GROUP.value, [actor], plural=found[1].plural, made=Made.GROUP)


def _bare_head(scanner: Scanner, index: int) -> tuple[int, Description] | None:
    """A head that is no description by itself: "brigade", "fighters", "front"."""
    if index >= len(scanner.words) or scanner.words[index].gap != " ":
        return None
    class_ = head_class(scanner.words[index])
    if class_ not in ("unit", "fighters", "front", "forces", "party"):
        return None
    return index, Description(class_, scanner.words[index].lower in lists().plural)


def _looks_adjectival(text: str) -> bool:
    return text.endswith(("ish", "ian", "ese", "ist", "ists", "ean")) and len(text) > 4


def described(scanner: Scanner, index: int) -> Draft | None:
    """Read "the rebels", "separatist forces", "Tuareg fighters", "Misrata militias", "Iran-backed militias"."""
    words = scanner.words
    word = words[index]
    if index in scanner.headlines and word.is_capital and not head_class(word):
        return None
    if not word.is_capital or word.opens or index in scanner.headlines or head_class(word) == "jihadist":
        found = description_at(words, index)
        if found:
            tie = _tie_before(scanner, index)
            said = _with_name(found[1], *tie) if tie else found[1]
            return _draft(index, found[0], said)
    return _of_people(scanner, index)


def _draft(first: int, last: int, said: Description) -> Draft:
    return Draft(first, last, Form.DESCRIPTION, "", plural=said.plural, made=Made.DESCRIPTION, description=said)


def _with_name(said: Description, name: str, before: str) -> Description:
    vague = before in lists().vague or (before in ("a", "an") and not said.plural)
    return replace(said, name=name, definite=before == "the", vague=vague)


def _tie_before(scanner: Scanner, index: int) -> tuple[str, str] | None:
    """The words "Iran-backed" before a description, and the word before them."""
    words = scanner.words
    if (
        index < 2
        or words[index].gap != " "
        or not words[index - 1].is_hyphened
        or words[index - 1].lower not in lists().ties
    ):
        return None
    first = index - 2
    while first and words[first].is_hyphened:
        first -= 1
    return scanner.text(first, index - 1), scanner.before(first)


def _of_people(scanner: Scanner, index: int) -> Draft | None:
    """A people, a faith, a place or an adjective before a description: "Druze militias", "Azawad separatists"."""
    words = scanner.words
    hit = scanner.hit(index)
    if not words[index].is_capital:
        return None
    if hit and (hit.entry.actors and not hit.entry.places or hit.entry.demonym_of):
        return None
    last = hit.last if hit and hit.entry.places else index
    people = words[index].text in lists().peoples
    if not (people or (hit and hit.entry.places) or _looks_adjectival(words[index].text)):
        return None
    if lists().begins_nothing(words[index].text) and not people:
        return None
    at = last + 1
    if scanner.possessive_after(last) and not people:
        at += 1
    elif hit and hit.entry.actors and scanner.lower(at) in ("forces", "force"):
        return None  # "Israel forces …": the verb
    found = description_at(words, at) if at < len(words) and words[at].gap == " " else None
    if not found and at < len(words) and words[at].gap == " " and head_class(words[at]) in ("forces", "fighters"):
        found = at, Description("group", plural=True)
    if not found or found[1].class_ not in (*_OF_PEOPLE, "army") or found[1].attribute or words[found[0]].is_capital:
        return None
    said = found[1]
    if (said.class_ == "army" and people) or words[found[0]].lower in ("movements", "groups"):
        return None
    before = scanner.before(index)
    vague = before in lists().vague or before in lists().numbers or before in ("a", "an") and not said.plural
    class_ = lists().peoples.get(words[index].text) or said.class_
    if said.class_ not in ("group", "forces", "fighters", "vague"):
        class_ = said.class_
    text = scanner.text(index, last)
    return _draft(
        index,
        found[0],
        Description(
            "group" if class_ in ("vague", "forces", "fighters") else class_,
            said.plural,
            before == "the",
            vague,
            name=text,
        ),
    )


def introduced(scanner: Scanner, index: int) -> Draft | None:
    """Read a name by what stands beside it: "X, a Sufi militia", "the rebel group X", "a coalition known as X"."""
    words = scanner.words
    if index in scanner.headlines or not may_begin(words, index) or not words[index].is_capital:
        return None
    if words[index].text in lists().peoples or words[index].opens and len(words[index].text) < 4:
        return None
    hit = scanner.hit(index)
    last = scanner.run_end(index)
    if hit and (hit.entry.actors or hit.entry.demonym_of or hit.last >= last):
        return None
    kind = _kind_before(scanner, index) or _kind_after(scanner, last)
    if kind is None:
        return None
    name = scanner.text(index, last)
    actor = scanner.new_actor(slug(name), kind, name)
    return Draft(index, last, Form.NAME, "a kind of group stands beside it", [actor], made=Made.GROUP)


def _kind_before(scanner: Scanner, index: int) -> Kind | None:
    """The kind where "the rebel group" or "a militia called" stands right before."""
    words = scanner.words
    at = index - 1
    if at >= 1 and scanner.before(index) in ("as", "called", "named", "dubbed"):
        at -= 2 if scanner.before(index) == "as" else 1
    elif scanner.before(index) == "":
        return None
    if at < 0 or head_class(words[at]) not in _SINGULAR_NAMING or words[at].is_capital:
        return None
    return _kind_of(scanner, at)


def _kind_after(scanner: Scanner, last: int) -> Kind | None:
    """The kind where ", a Sufi militia" follows."""
    words = scanner.words
    at = last + 2
    if at >= len(words) or words[last + 1].gap != ", " or words[last + 1].lower not in ("a", "an", "the"):
        return None
    for index in range(at, min(at + 5, len(words))):
        if words[index].gap not in (" ", "-"):
            return None
        if head_class(words[index]) in _SINGULAR_NAMING and not _noun_follows(scanner, index):
            return _kind_of(scanner, index)
        if words[index].lower in lists().titles:
            return None
    return None


def _noun_follows(scanner: Scanner, index: int) -> bool:
    after = scanner.lower(index + 1)
    return bool(after) and (after in lists().titles or after == "s" or after in lists().heads)


def _kind_of(scanner: Scanner, head: int) -> Kind:
    """The kind that a head and the word before it say: "jihadist group"."""
    before = scanner.before(head)
    class_ = (
        lists().modifiers.get(before) or lists().peoples.get(before.capitalize()) or head_class(scanner.words[head])
    )
    return _CLASS_KIND.get(class_, lists().head_kinds.get(scanner.words[head].lower, Kind.ARMED_GROUP))
