"""The ends that a frame's role expressions lead to: S, O, @, prepositions, "poss", "comp", "light", "each"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg import lexicon
from kg.claims.ends import End, Ends
from kg.claims.tree import Tree, has_dep
from kg.claims.verbs import objects, subjects
from kg.model import Form, Token

_DEFAULT_OBJECT = ("on", "against", "with", "upon", "at", "versus")
_ATTRIBUTE = ("of", "poss", "comp", "from", "within")


class Roles:
    """Finds the fillers of roles around one trigger of one sentence."""

    def __init__(self, ends: Ends, is_event: Callable[[str], bool]) -> None:
        self.ends = ends
        self.tree: Tree = ends.tree
        self._is_event = is_event

    # --- verbs and adjectives -----------------------------------------------------------------------------------

    def of_verb(self, verb: Token, role: str, place: bool) -> list[End]:
        """The fillers of one role of a verb or a predicative adjective."""
        if role == "S":
            tokens = subjects(self.tree, verb) if verb.upos == "VERB" else self._predicative(verb)
            found = self._all(tokens, place, by_event=True) or self._left_of(verb)
            return found + [e for e in self._beside(verb) if e not in found] if found and not place else found
        if role == "O":
            named = [t for t in objects(self.tree, verb) if place or t.lemma not in ("it", "itself")]
            return self._all(named, place)
        if role == "xcomp":
            return self._all(self.tree.kids(verb.index, "xcomp", "obl", "nmod"), place)
        return self._all(self._with_case(verb, role), place)

    def _beside(self, verb: Token) -> list[End]:
        """Who acts with the subject: "A stormed the camp together with B"."""
        beside = [t for t in self.tree.kids(verb.index, "obl") if self.tree.case(t) in _COMPANY]
        return [e for t in beside for e in self.ends.at(t)]

    def _left_of(self, verb: Token) -> list[End]:
        """The mention right before a finite verb that has no better subject: a parser's slip, mended."""
        if verb.upos != "VERB" or verb.feats.get("VerbForm") in ("Ger", "Inf", "Part"):
            return []
        if self.tree.is_passive(verb) or any(t.lemma == "to" for t in self.tree.kids(verb.index, "mark")):
            return []
        index = verb.index - 1
        while index >= 0 and self.tree.tokens[index].upos in ("ADV", "AUX"):
            index -= 1
        if index < 0 or self.tree.tokens[index].mention is None:
            return []
        token = self.tree.tokens[index]
        while has_dep(token, "conj") and (head := self.tree.head(token)) is not None and head.mention is not None:
            token = head
        if self.tree.case(token) not in ("", "as"):
            return []
        return [End(e.mention, "pronoun") for e in self.ends.at(token)]  # as unsure as a pronoun

    def _predicative(self, word: Token) -> list[Token]:
        own = self.tree.kids(word.index, "nsubj")
        if own:
            return own
        head = self.tree.head(word)
        if head is None:
            return []
        if has_dep(word, "xcomp", "conj", "advcl"):
            return subjects(self.tree, head) if head.upos == "VERB" else self._predicative(head)
        return [head] if has_dep(word, "acl", "amod") else []

    def _with_case(self, verb: Token, preposition: str) -> list[Token]:
        """Obliques with a preposition, also where the parser hung them under the object."""
        wanted = {preposition, f"{preposition} of"} if preposition == "out" else {preposition}
        direct = [t for t in self.tree.kids(verb.index, "obl", "nmod", "advmod") if self.tree.case(t) in wanted]
        if direct:
            return direct
        under = [o for o in self.tree.kids(verb.index, "obj", "obl", "nsubj:pass")]
        under += [t for o in under for t in self.tree.kids(o.index, "nmod") if self.tree.case(t) == "of"]
        return [t for o in under for t in self.tree.kids(o.index, "nmod") if self.tree.case(t) in wanted]

    def _all(self, tokens: Sequence[Token], place: bool, by_event: bool = False) -> list[End]:
        found: list[End] = []
        for token in tokens:
            here = self.ends.at(token, place)
            if not here and by_event and not place and self._is_event(token.lemma):
                here = self.doers(token)
            found += [e for e in here if e not in found]
        return found

    # --- nouns ---------------------------------------------------------------------------------------------------

    def of_noun(self, noun: Token, role: str, place: bool) -> list[End]:
        """The fillers of one role of an event noun ("attack", "withdrawal", "alliance")."""
        if role == "S":
            return self.doers(noun, place)
        if role == "O":
            for preposition in _DEFAULT_OBJECT:
                found = self._all(self._modifiers(noun, preposition), place)
                if found:
                    return found
            return self._received(noun) if not place else []
        if role == "poss":
            return self._all(self.tree.kids(noun.index, "nmod:poss"), place)
        if role == "comp":
            return self._compound(noun, place)
        if role == "light":
            return self._light(noun, "do", place)
        return self._all(self._modifiers(noun, role), place)

    def doers(self, noun: Token, place: bool = False) -> list[End]:
        """Whoever does what an event noun says, by the surest sign first."""
        ways = (self._by, self._made_by, self._possessor, self._compound, self._light_do, self._from, self._amid)
        for find in ways:
            found = find(noun, place)
            if found:
                return found
        return []

    def parties(self, noun: Token) -> list[End]:
        """The two sides of "clashes between A and B"."""
        sides = [*self._modifiers(noun, "between"), *self._modifiers(noun, "among")]
        if not sides:  # "a truce brokered by X between A and B"
            made = self.tree.kids(noun.index, "acl")
            sides = [t for k in made for t in self.tree.kids(k.index, "obl") if self.tree.case(t) == "between"]
        return self._all(sides, False)

    def receiver(self, noun: Token) -> list[End]:
        """Whoever comes under an attack, receives support: the subject of the verb that the noun depends on."""
        return self._received(noun)

    def governor(self, noun: Token) -> tuple[Token, str] | None:
        """The light verb that a noun is object, passive subject or oblique of, with its kind."""
        head = self.tree.head(noun)
        steps = 0
        while head is not None and head.upos == "NOUN" and has_dep(noun, "conj", "nmod") and steps < 2:
            noun, head, steps = head, self.tree.head(head), steps + 1
        if head is None or head.upos != "VERB" or not has_dep(noun, "obj", "nsubj:pass", "obl", "xcomp"):
            return None
        kind = lexicon.mapping("light", "kind").get(head.lemma, "")
        return head, kind

    def _by(self, noun: Token, place: bool) -> list[End]:
        return self._all(self._modifiers(noun, "by"), place)

    def _made_by(self, noun: Token, place: bool) -> list[End]:
        """Read "an attack launched by X", "an attack that X claimed"."""
        for kid in self.tree.kids(noun.index, "acl"):
            if kid.lemma in lexicon.mapping("light", "kind") or kid.lemma in ("lead", "claim", "back", "spearhead"):
                found = self._all(subjects(self.tree, kid), place)
                if found:
                    return [e for e in found if e.mention != noun.mention]
        return []

    def _possessor(self, noun: Token, place: bool) -> list[End]:
        return self._all(self.tree.kids(noun.index, "nmod:poss"), place)

    def _compound(self, noun: Token, place: bool) -> list[End]:
        found = self._all(self.tree.kids(noun.index, "compound", "nmod:desc"), place)
        if found or place:
            return found
        adjectives = [t for t in self.tree.kids(noun.index, "amod") if t.mention is None]
        return [e for t in adjectives for e in self.ends.at(t) if self.ends.mention(e).form is Form.DEMONYM]

    def _light_do(self, noun: Token, place: bool) -> list[End]:
        return self._light(noun, "do", place)

    def _light(self, noun: Token, kind: str, place: bool) -> list[End]:
        governor = self.governor(noun)
        if governor is None:
            return []
        verb, here = governor
        if has_dep(noun, "obl"):
            involved = here == "in" and self.tree.case(noun) == "in"
            tokens = self.tree.kids(verb.index, "nsubj:pass") or subjects(self.tree, verb)
            return self._all(tokens, place) if involved else []
        if verb.lemma == "claim" and noun.lemma not in _CLAIMED:
            return []  # who claims a victory has won it only by its own account, read as a claimant
        return self._all(subjects(self.tree, verb), place) if here in (kind, "end", "plan", "possible") else []

    def _from(self, noun: Token, place: bool) -> list[End]:
        return self._all(self._modifiers(noun, "from"), place) if noun.lemma in _RECEIVED else []

    def _amid(self, noun: Token, place: bool) -> list[End]:
        """Whoever withdrew "after fighting with X" has fought, too; only nouns of fights."""
        head = self.tree.head(noun)
        if place or head is None or head.upos != "VERB" or not self._is_event(noun.lemma):
            return []
        if self.tree.case(noun) not in _AMID and not self.tree.kids(noun.index, "mark"):
            return []
        return self._all(subjects(self.tree, head), False)

    def _received(self, noun: Token) -> list[End]:
        governor = self.governor(noun)
        if governor is None:
            return []
        verb, kind = governor
        dies = verb.lemma in ("die", "fall", "perish") and self.tree.case(noun) in ("in", "during")
        if kind == "receive" or dies or (verb.lemma in ("hit", "target", "meet") and self.tree.is_passive(verb)):
            tokens = subjects(self.tree, verb) if not self.tree.is_passive(verb) else objects(self.tree, verb)
            return [e for e in self._all(tokens, False)]
        return []

    def _modifiers(self, noun: Token, preposition: str) -> list[Token]:
        """Modifiers with a preposition, also where the parser hung them under the noun's light verb."""
        own = [t for t in self.tree.kids(noun.index, "nmod", "obl") if self.tree.case(t) == preposition]
        if own or preposition in ("of", "by"):
            return own
        head = self.tree.head(noun)
        if head is None or head.upos != "VERB" or not has_dep(noun, "obj", "nsubj"):
            return []
        return [t for t in self.tree.kids(head.index, "obl") if self.tree.case(t) == preposition]

    # --- nouns that say what somebody is ------------------------------------------------------------------------

    def said_of(self, noun: Token, place: bool) -> list[End]:
        """Whoever the noun is said of: apposition, title, predicate, "as"."""
        if noun.mention is not None:
            return []
        tokens = list(self.tree.kids(noun.index, "appos", "flat"))
        tokens += [t for t in self.tree.kids(noun.index, "nmod:desc", "compound") if t.index > noun.index]
        head = self.tree.head(noun)
        if self.tree.kids(noun.index, "cop"):
            tokens += self.tree.kids(noun.index, "nsubj")
        listed = head is not None and any(head.index < t.index < noun.index for t in self.tree.kids(head.index, "conj"))
        if head is not None and not listed and has_dep(noun, "appos", "nmod:desc", "flat", "compound"):
            tokens.append(head)  # "A, B, a part of C and D" is a list, and says nothing of A
        if head is not None and has_dep(noun, "obl", "xcomp") and self.tree.case(noun) in ("as", ""):
            tokens += objects(self.tree, head) or subjects(self.tree, head)
        if noun.feats.get("Number") == "Plur":
            return self._all(tokens, place)
        return [e for t in tokens for e in self.ends.one(t, place)]  # "A, X's leader, and B": only A

    def attribute(self, noun: Token, role: str, place: bool) -> list[End]:
        """Whose the noun is: "leader of X", "X's leader", "the X leader"; S tries all of these."""
        if role != "S":
            return self.of_noun(noun, role, place)
        for way in _ATTRIBUTE:
            found = self.of_noun(noun, way, place)
            if found:
                return found
        return []


_COMPANY = frozenset({"together with", "along with", "alongside", "side by side with"})
_CLAIMED = frozenset({"responsibility", "attack", "ambush", "assault", "raid", "bombing", "strike"})
_AMID = frozenset({"after", "amid", "during", "following", "follow", "in", "despite"})
_RECEIVED = frozenset({"support", "backing", "help", "aid", "assistance", "attack", "fire", "resistance"})
