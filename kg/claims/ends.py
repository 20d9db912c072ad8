"""Who or what stands at a token: its mention, the owner of a transparent noun, a pronoun's antecedent, conjuncts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from kg import lexicon
from kg.claims.cast import Cast, may_name
from kg.claims.memory import Memory, is_site
from kg.claims.tree import Tree, has_dep
from kg.claims.verbs import subjects
from kg.model import Form, Mention, Token
from kg.vocabulary import Kind, PlaceKind

_PERSONAL = {"he": "person", "she": "person", "him": "person", "his": "person", "her": "person"}
_PLURAL = frozenset({"they", "them", "their", "themselves"})
_NEUTRAL = frozenset({"it", "its", "itself"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_OWNERS = ("nmod:poss", "compound", "amod", "nmod")


@dataclass(frozen=True, slots=True)
class End:
    """A mention that an argument leads to, and how sure the way there is."""

    mention: int
    way: str  # "mention", "owner", "pronoun", "apposition", "unlisted"


class Ends:
    """Resolves the tokens of one sentence."""

    def __init__(self, tree: Tree, found: Cast, memory: Memory, companions: Mapping[int, int] | None = None) -> None:
        self.tree = tree
        self.found = found
        self._memory = memory
        self._companions = companions or {}  # mention → the ally that stands beside it: "A, alongside B"
        self._resolving: set[int] = set()  # tokens on the way: "its" may stand inside its own antecedent

    def mention(self, end: End) -> Mention:
        """The end's mention."""
        return self.found.mentions[end.mention]

    def at(self, token: Token, place: bool = False) -> list[End]:
        """The ends that a token and its conjuncts lead to; `place` asks for places, else for actors."""
        found: list[End] = []
        for conjunct in self.tree.conjuncts(token):
            found += [e for e in self._one(conjunct, place) if e not in found]
        if not place:
            beside = [End(self._companions[e.mention], "owner") for e in found if e.mention in self._companions]
            found += [e for e in beside if e.mention not in {f.mention for f in found}]
        return found

    def one(self, token: Token, place: bool = False) -> list[End]:
        """The ends of a token alone, without what is coordinated with it."""
        return self._one(token, place)

    def _one(self, token: Token, place: bool) -> list[End]:
        if token.index in self._resolving:
            return []
        self._resolving.add(token.index)
        try:
            return self._find(token, place)
        finally:
            self._resolving.discard(token.index)

    def _find(self, token: Token, place: bool) -> list[End]:
        sent = [] if place else self.forces_sent(token)
        if sent:
            return sent
        own = self._own(token, place)
        if own is not None:
            return self._nationals(token, own, place) or [End(own, "mention")]
        host = self.tree.sentence.host
        if host is not None and has_dep(token, "root") and token.upos in ("NOUN", "PROPN") and self._fits(host, place):
            return [End(host, "apposition")]  # an insert says something of what it stands behind
        if place and token.lemma in _NEUTRAL:
            reference = self._place_before(token)
            return [End(reference, "pronoun")] if reference is not None else []
        if token.upos == "PRON" or token.lemma in _RELATIVE:
            reference = self._relative(token, place) if self._is_relative(token) else self.antecedent(token)
            return [End(reference, "pronoun")] if reference is not None and self._fits(reference, place) else []
        beside = self._beside(token, place) or self._examples(token, place)
        if beside:
            return beside
        added = self.found.added_at(token.start) if token.upos == "PROPN" else None
        if added is not None:
            return [End(added, "unlisted")] if self._fits(added, place) else []
        if self._is_unlisted(token):
            return self._unlisted(token, place)
        stands = lexicon.mapping("transparent", "stands").get(token.lemma)
        if stands in ("both", "place" if place else "actor") or (token.upos == "NUM" and not place):
            found = self._owner(token, place)
            if found or not place:
                return self._own_army(token, found)
        if place and token.upos == "NOUN" and self._is_known_place(token):
            reference = self._place_before(token)
            return [End(reference, "pronoun")] if reference is not None else []
        return []

    def forces_sent(self, token: Token) -> list[End]:
        """Troops that somebody has, keeps or sends are his own: "France has 1,000 troops in Chad"."""
        verb = self.tree.head(token)
        if verb is None or verb.lemma not in _SENDING or verb.upos != "VERB" or not has_dep(token, "obj"):
            return []
        bare = token.mention is None or self.found.mentions[token.mention].form is Form.DESCRIPTION
        if not bare or self.tree.kids(token.index, "det", "nmod:poss", "amod"):
            return []
        is_force = token.mention is not None or token.lemma in _TROOPS
        return [e for s in subjects(self.tree, verb) for e in self.at(s)] if is_force else []

    def _own_army(self, token: Token, found: list[End]) -> list[End]:
        """Soldiers of the state that the article is about are its army, where the article names that."""
        if token.lemma not in _SOLDIERS or len(found) != 1:
            return found
        owner = self.found.actors.get(self.mention(found[0]).actor or "")
        side = self.found.side_of(owner.id) if owner is not None else None
        if side is not None:
            return [End(side, "owner")]  # his men are those whom he leads
        if owner is None or owner.kind not in (Kind.STATE, Kind.GOVERNMENT):
            return found
        army = self.found.army_of(owner.state or owner.id, token.start, token.end)
        return [End(army, "owner")] if army is not None else found

    def _is_known_place(self, token: Token) -> bool:
        """Whether a noun with "the" and no more ("the town", "the base") means a place named before."""
        if token.lemma not in _KINDS or self.tree.kids(token.index, "nmod", "nmod:poss", "compound", "acl", "flat"):
            return False
        if any(t.lemma not in _SAME for t in self.tree.kids(token.index, "amod")):
            return False  # "the international airport" is another
        return any(t.lemma in ("the", "that", "this") for t in self.tree.kids(token.index, "det"))

    def _is_relative(self, token: Token) -> bool:
        word = token.lemma if token.lemma in _RELATIVE else token.text.lower()
        return word in _RELATIVE or token.feats.get("PronType") == "Rel"

    def _is_unlisted(self, token: Token) -> bool:
        """Whether a token is a name that no mention covers and that is none of a person with first and last name."""
        if token.upos != "PROPN" or token.mention is not None or not may_name(token.text):
            return False
        if any(m.start < token.end and token.start < m.end for m in self.found.inside(self.tree.sentence)):
            return False
        return not has_dep(token, "flat", "compound", "appos", "nmod:desc")

    def _unlisted(self, token: Token, place: bool) -> list[End]:
        """A place, or an actor that has an article or a plural ("the Houthis"), of which only the role tells."""
        first, last = self._run(token)
        name = "".join(
            t.text + (" " if t.end < n.start else "") for t, n in pairwise(self.tree.tokens[first : last + 2])
        )
        name = name.strip() or token.text
        span = self.tree.tokens[first].start, self.tree.tokens[last].end
        if place:
            return [End(self.found.add_place(name, *span), "unlisted")]
        determined = any(t.lemma == "the" for t in self.tree.kids(token.index, "det"))
        if first == last and (determined or (token.text.isupper() and len(token.text) > 2)):
            return [End(self.found.add_actor(name, *span), "unlisted")]
        if 0 < last - first < 4 and not determined and name.replace(" ", "").replace("-", "").isalpha():
            return [End(self.found.add_person(name, *span), "unlisted")]
        return []

    def _run(self, token: Token) -> tuple[int, int]:
        """First and last index of the capitalised words, hyphens included, that the token's name is made of."""
        tokens = self.tree.tokens
        first = last = token.index

        def belongs(index: int) -> bool:
            word = tokens[index]
            joined = word.text == "-" or tokens[min(index + 1, len(tokens) - 1)].text == "-"
            return (
                word.mention is None and (word.text[:1].isupper() or joined) and word.upos in ("PROPN", "ADJ", "PUNCT")
            )

        while first > 0 and belongs(first - 1) and tokens[first - 1].text not in (",", "."):
            first -= 1
        while last + 1 < len(tokens) and tokens[last + 1].upos == "PROPN" and belongs(last + 1):
            last += 1
        return first, last

    def _own(self, token: Token, place: bool) -> int | None:
        if token.mention is not None and self._fits(token.mention, place):
            capital = self.found.mentions[token.mention].form is Form.CAPITAL
            return token.mention if place or not capital or self._acts(token) else None
        if token.mention is None and token.upos in ("ADJ", "PROPN") and not place:
            return self._demonym(token)
        return None

    def _acts(self, token: Token) -> bool:
        """Whether a capital stands where a state would: as subject, owner or partner, not as object or in a place."""
        partner = self.tree.case(token) in ("with", "by", "between", "against")
        return partner or has_dep(token, "nsubj", "obl:agent", "nmod:poss")

    def _demonym(self, token: Token) -> int | None:
        """The mention of an adjective of a state, which is not masked: it covers the token."""
        for number, mention in enumerate(self.found.mentions):
            if mention.start <= token.start and token.end <= mention.end and mention.form is Form.DEMONYM:
                return number
        return None

    def _fits(self, number: int, place: bool) -> bool:
        mention = self.found.mentions[number]
        return (mention.place if place else mention.actor) is not None

    def _nationals(self, token: Token, own: int, place: bool) -> list[End]:
        """Whose nationals are meant: "the Russians of Wagner" are Wagner."""
        actor = self.found.actors.get(self.found.mentions[own].actor or "")
        if place or actor is None or actor.kind is not Kind.STATE or token.feats.get("Number") != "Plur":
            return []
        of = [t for t in self.tree.kids(token.index, "nmod") if self.tree.case(t) == "of" and t.mention is not None]
        return [End(t.mention, "owner") for t in of if t.mention is not None and self._fits(t.mention, False)]

    def _beside(self, token: Token, place: bool) -> list[End]:
        """A mention in apposition: "the group, JNIM", "its affiliate JNIM", "the city of Goma"."""
        if token.upos not in ("NOUN", "PROPN"):
            return []
        for kid in self.tree.kids(token.index, "appos", "flat", "nmod:desc"):
            if kid.mention is not None and self._fits(kid.mention, place):
                return [End(kid.mention, "apposition")]
        if place and lexicon.mapping("transparent", "stands").get(token.lemma) == "place":
            return []
        if not place and lexicon.mapping("heads", "kind").get(token.text.lower()):
            for kid in self.tree.kids(token.index, "compound"):
                near = kid.mention is not None and self._fits(kid.mention, place) and kid.index == token.index - 1
                if near and kid.mention is not None:
                    return [End(kid.mention, "owner")]
        return []

    def _examples(self, token: Token, place: bool) -> list[End]:
        """The named examples of a noun: "towns like P and Q", "groups such as X"."""
        if token.upos != "NOUN":
            return []
        for kid in self.tree.kids(token.index, "nmod", "appos"):
            if self.tree.case(kid) in ("like", "such as", "including", "include"):
                return [End(e.mention, "apposition") for e in self.at(kid, place)]
        return []

    def _owner(self, token: Token, place: bool) -> list[End]:
        """The owner of a transparent noun: "members of X", "X's convoy", "the insurgency led by X"."""
        for dep in _OWNERS:
            for kid in self.tree.kids(token.index, dep):
                if dep == "nmod" and self.tree.case(kid) not in _PREPOSITIONS[place]:
                    continue
                if (dep == "nmod:poss" and place) or (
                    dep in ("amod", "compound")
                    and kid.mention is None
                    and token.lemma not in lexicon.words("of_states")
                ):
                    continue
                found = self.at(kid, place)
                if place and dep == "nmod" and self.tree.case(kid) != "of" and token.lemma in _SITES:
                    found = [e for e in found if self.is_point(e)]  # "the base in Mali" is not Mali
                if found:
                    return [End(e.mention, "owner" if e.way == "mention" else e.way) for e in found]
        for kid in self.tree.kids(token.index, "amod", "acl"):
            if kid.lemma == "lead" and not place:
                leaders = [e for t in self.tree.kids(kid.index, "compound", "amod", "obl") for e in self.at(t)]
                if leaders:
                    return [End(e.mention, "owner") for e in leaders]  # "the French-led operation"
            if kid.lemma in ("loyal", "belong", "allegiant") and not place:
                lords = [t for t in self.tree.kids(kid.index, "obl", "nmod") if self.tree.case(t) == "to"]
                found = [e for t in lords for e in self.at(t)]
                if found:
                    return [End(e.mention, "owner") for e in found]  # "gunmen loyal to X"
        for kid in self.tree.kids(token.index, "acl"):
            if kid.lemma in ("lead", "command", "wage", "back") and not place:
                agents = [a for a in self.tree.kids(kid.index, "obl") if self.tree.case(a) == "by"]
                found = [e for a in agents for e in self.at(a)]
                if found and kid.lemma != "back":
                    return [End(e.mention, "owner") for e in found]
        return []

    def is_point(self, end: End) -> bool:
        """Whether an end is a town or a base."""
        place = self.found.places.get(self.mention(end).place or "")
        return place is not None and place.kind in (PlaceKind.TOWN, PlaceKind.BASE)

    # --- pronouns --------------------------------------------------------------------------------------------

    def antecedent(self, token: Token) -> int | None:
        """The mention that a pronoun stands for: the head of its relative clause, or a subject before it."""
        word = token.lemma if token.lemma in _RELATIVE else token.text.lower()
        if self._is_relative(token):
            return self._relative(token)
        if word in _PERSONAL or token.lemma in ("he", "she"):
            return self._before(token, person=True)
        if word in _PLURAL or word in _NEUTRAL or token.lemma in ("they", "it"):
            return self._before(token, person=False)
        return None

    def last_subject(self) -> list[End]:
        """The subject of the sentence before: whom "a spokesman" without more speaks for."""
        subject = self._memory.subject
        return [End(subject, "pronoun")] if subject is not None and not self._is_person(subject) else []

    def _place_before(self, token: Token) -> int | None:
        """The last place of the noun's kind named before in the sentence, else in those before it."""
        kinds = _KINDS.get(token.lemma, _POINTS)
        for earlier in reversed(self.tree.tokens[: token.index]):
            number = earlier.mention
            fits = number is not None and self.found.kind_of_place(number) in kinds
            if fits and is_site(self.tree, earlier, self.found):
                return number
        return next((n for n in reversed(self._memory.places) if self.found.kind_of_place(n) in kinds), None)

    def _relative(self, token: Token, place: bool = False) -> int | None:
        for above in self.tree.up(token):
            if not has_dep(above, "acl"):
                continue
            head = self.tree.head(above)
            ends = self._one(head, place) if head is not None and head.upos != "VERB" else []
            if not ends and head is not None and has_dep(head, "appos"):
                said_of = self.tree.head(head)
                ends = self._one(said_of, place) if said_of is not None else []
            return ends[0].mention if ends else None
        return None

    def _before(self, token: Token, person: bool) -> int | None:
        """The last subject before the pronoun in its sentence, else the subject of the sentence before."""
        for earlier in reversed(self.tree.tokens[: token.index]):
            if not has_dep(earlier, "nsubj") or earlier.upos == "PRON" or self._governs(earlier, token):
                continue
            if self._is_aside(earlier, token):
                continue
            ends = [e for e in self._one(earlier, False) if self._is_person(e.mention) == person]
            if ends:
                return ends[0].mention
            owner = self._side_of(earlier) if not person else None
            if owner is not None:
                return owner
            if not person and earlier.upos == "NOUN" and earlier.feats.get("Number") == token.feats.get("Number"):
                return None  # somebody else is meant: "officers said that they …"
        if person:
            return self._memory.person
        subject = self._memory.subject
        if subject is not None and not self._is_person(subject) and self._is_topic(token):
            return None if self._is_one_state(subject) and token.text.lower() in _PLURAL else subject
        return None

    def _is_one_state(self, number: int) -> bool:
        """Whether a mention is a state, which is "it" and never "they"."""
        actor = self.found.actors.get(self.found.mentions[number].actor or "")
        return actor is not None and actor.kind is Kind.STATE and not self.found.mentions[number].plural

    def _is_topic(self, token: Token) -> bool:
        """Whether a pronoun is, or belongs to, a subject: only these go on with the topic of the sentence before."""
        above = self.tree.head(token)
        owns_subject = has_dep(token, "nmod") and above is not None and has_dep(above, "nsubj", "appos")
        return has_dep(token, "nsubj") or owns_subject

    def _side_of(self, token: Token) -> int | None:
        """Whose spokesman or officer a person is, whom "its" then means."""
        if token.lemma not in _VOICES:
            return None
        owners = (k for k in self.tree.kids(token.index, "nmod:poss", "compound", "nmod") if k.mention is not None)
        return next((k.mention for k in owners if k.mention is not None and self._fits(k.mention, False)), None)

    def _is_aside(self, subject: Token, pronoun: Token) -> bool:
        """Whether a subject stands in a relative clause that the pronoun is not part of."""
        verb = self.tree.head(subject)
        return verb is not None and verb.dep == "acl:relcl" and pronoun not in self.tree.subtree(verb)

    def _governs(self, subject: Token, pronoun: Token) -> bool:
        """Whether the pronoun is an object of the very verb of the subject, which it then cannot mean."""
        return subject.head == pronoun.head and has_dep(pronoun, "obj", "obl", "nsubj")

    def _is_person(self, number: int) -> bool:
        actor = self.found.mentions[number].actor
        known = self.found.actors.get(actor) if actor else None
        return known is not None and known.kind is Kind.PERSON


_SENDING = frozenset(
    {"have", "keep", "send", "deploy", "maintain", "station", "withdraw", "dispatch", "pledge", "offer", "promise"}
    | {"commit", "contribute", "pull", "retain", "base", "move"}
)
_TROOPS = frozenset({"troop", "soldier", "fighter", "man", "force", "personnel", "contingent", "peacekeeper", "unit"})
_SOLDIERS = _TROOPS | frozenset(
    {"officer", "garrison", "aircraft", "helicopter", "jet", "warplane", "artillery", "convoy", "position", "plane"}
    | {"infantry", "paratrooper", "commando", "post", "patrol", "column", "drone", "gunner", "tank"}
)
_SAME = frozenset({"same", "strategic", "key", "whole", "entire", "besieged", "northern", "small", "little"})
_POINTS = frozenset({PlaceKind.TOWN, PlaceKind.BASE, PlaceKind.DISTRICT})
_KINDS = {
    **dict.fromkeys(
        ("town", "city", "village", "locality", "base", "camp", "place", "settlement", "post", "airport", "airbase"),
        _POINTS,
    ),
    **dict.fromkeys(("region", "province"), frozenset({PlaceKind.REGION})),
}
_VOICES = frozenset({"spokesman", "spokeswoman", "spokesperson", "officer", "official", "commander", "leader"})
_SITES = frozenset({"base", "camp", "garrison", "position", "post", "outpost", "stronghold", "airport", "airbase"})
_PREPOSITIONS = {False: ("of", "from", "within", "by"), True: ("of", "in", "at", "near")}
