"""Made-up noun phrases: who fights, and over what."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from random import Random

from parser_nodes import PASSIVE, PLUR, SING, Node, det, punct, under

WORDS: dict[str, list[str]] = tomllib.loads((Path(__file__).parent / "parser_words.toml").read_text(encoding="utf-8"))
TRANSITIVE = [verb.split() for verb in WORDS["transitive"]]
GROUPS = WORDS["groups"]
BODIES = WORDS["bodies"]
COMMON = WORDS["common"]
SITES = WORDS["sites"]
ADJECTIVES = WORDS["adjectives"]
KNOWN = WORDS["known"]
PEOPLE = WORDS["people"]


# What articles are masked with, and what leaders are called.
MASKS = ["Army", "London", "Smith"]
POSTS = ["leader", "commander", "spokesman", "spokesperson", "chief", "president", "general", "founder"]


class Phrases:
    """Draws noun phrases; `clause` makes the relative clauses that they may carry."""

    def __init__(self, random: Random, clause: Callable[[Node, bool], Node]) -> None:
        self.random = random
        self._clause = clause

    def chance(self, share: float) -> bool:
        """True in this share of calls."""
        return self.random.random() < share

    def name(self) -> str:
        """An invented or a known proper name, or an acronym."""
        dice = self.random.random()
        if dice < 0.2:
            return self.random.choice(MASKS)
        if dice < 0.4:
            return self.random.choice(KNOWN)
        if dice < 0.65:
            return "".join(self.random.choice("ABCDFGIJLMNPRSTU") for _ in range(self.random.randint(3, 5)))
        syllables = ["".join(self.random.choice(part) for part in ("bdfgklmnrstz", "aeiou")) for _ in range(3)]
        return "".join(syllables[: self.random.randint(2, 3)]).capitalize() + self.random.choice(
            ["", "l", "n", "r", "t"]
        )

    def actor(self, *, bare: bool = False, deep: int = 0) -> Node:
        """Who acts; `bare` as in headlines, `deep` counts the phrases around it."""
        makers = [self.named, self._group, self.body, self._group, self.named, self._person]
        phrase = self.random.choice(makers)(bare)
        if not bare and deep == 0:
            self._extend(phrase)
        return phrase

    def named(self, bare: bool) -> Node:
        """A name without anything around it."""
        return Node(name := self.name(), name, "PROPN", SING)

    def _person(self, bare: bool) -> Node:
        """Like "Smith", "Army leader Smith" or "Smith, the leader of the Army,"."""
        person = self.named(bare)
        noun = self.random.choice(POSTS)
        post = Node(noun, noun.lower(), "NOUN", SING)
        dice = self.random.random()
        if dice < 0.5:
            if self.chance(0.5):
                post.left.append(("compound", self.named(bare=True)))
            person.left.append(("nmod:desc", post))
        elif dice < 0.8 and not bare:
            post.left += [punct(","), det("the")] if self.chance(0.6) else [punct(",")]
            preposition = "for" if noun in {"spokesman", "spokesperson"} else "of"
            post.right.append(("nmod", under(preposition, self.actor(deep=1))))
            person.right += [("appos", post), punct(",")]
        return person

    def _group(self, bare: bool) -> Node:
        form, lemma = self.random.choice(GROUPS).split()
        phrase = Node(form, lemma, "NOUN", PLUR)
        dice = self.random.random()
        if dice < 0.25:
            adjective = self.random.choice(ADJECTIVES)
            phrase.left.append(("amod", Node(adjective, adjective, "ADJ", "Degree=Pos")))
        elif dice < 0.4:
            people = self.random.choice([*PEOPLE, self.name()])
            phrase.left.append(("compound", Node(people, people, "PROPN", SING)))
        elif dice < 0.5:
            noun = self.random.choice(["government", "army", "rebel", "opposition", "coalition"])
            phrase.left.append(("compound", Node(noun, noun, "NOUN", SING)))
        elif dice < 0.65:
            self._backed(phrase)
        if not bare and self.chance(0.35):
            phrase.left.insert(0, det("the"))
        elif self.chance(0.06):
            phrase.left.insert(0, ("nummod", Node(number := self.random.choice(["two", "ten", "30"]), number, "NUM")))
        return phrase

    def _backed(self, phrase: Node) -> None:
        """Put "X-backed" before the noun."""
        backer = self.named(bare=True)
        backer.right.append(punct("-"))
        backer.glued = True
        form, lemma = self.random.choice(
            ["backed back", "led lead", "linked link", "aligned align", "held hold"]
        ).split()
        phrase.left.append(("amod", Node(form, lemma, "VERB", PASSIVE, left=[("compound", backer)])))

    def body(self, bare: bool) -> Node:
        """An army, a movement or the like, its article with it unless `bare`."""
        if bare or self.chance(0.5):
            noun = self.random.choice(COMMON)
            phrase = Node(noun, noun, "NOUN", SING)
            if self.chance(0.4):
                adjective = self.random.choice(ADJECTIVES)
                phrase.left.append(("amod", Node(adjective, adjective, "ADJ", "Degree=Pos")))
        else:
            noun = self.random.choice(BODIES)
            phrase = Node(noun, noun, "PROPN", SING)
            if self.chance(0.2):
                phrase.left.append(("compound", self.named(bare=True)))
        if not bare:
            phrase.left.insert(0, self._possessor() if self.chance(0.15) else det("the"))
        return phrase

    def _possessor(self) -> tuple[str, Node]:
        if self.chance(0.4):
            return "nmod:poss", Node("its", "its", "PRON", "Case=Gen|Number=Sing|Person=3|Poss=Yes|PronType=Prs")
        owner = self.named(bare=True)
        owner.right.append(("case", Node("'s", "'s", "PART")))
        return "nmod:poss", owner

    def _extend(self, phrase: Node) -> None:
        """Give a phrase a conjunct, an acronym, an apposition, a relative or a participle clause, or nothing."""
        dice = self.random.random()
        if dice < 0.12:
            self.join(phrase)
        elif dice < 0.2:
            short = self.named(bare=True)
            short.left.append(punct("("))
            short.right.append(punct(")"))
            phrase.right.append(("appos", short))
        elif dice < 0.27:
            other = self.body(bare=False)
            mark = self.random.choice([",", "—"])
            other.left.insert(0, punct(mark))
            phrase.right += [("appos", other), punct(mark)]
        elif dice < 0.34:
            who = Node(form := self.random.choice(["which", "who", "that"]), form, "PRON", "PronType=Rel")
            clause = self._clause(who, phrase.feats == PLUR)
            phrase.right.append(("acl:relcl", self._between_commas(clause)))
        elif dice < 0.41:
            verb, _, part = self.random.choice(TRANSITIVE)
            clause = Node(part, verb, "VERB", PASSIVE, right=[("obl:agent", under("by", self.actor(deep=1)))])
            phrase.right.append(("acl", self._between_commas(clause)))
        elif dice < 0.5:
            phrase.right.append(("nmod", under(self.random.choice(["of", "from", "in"]), self.actor(deep=1))))

    def _between_commas(self, clause: Node) -> Node:
        if self.chance(0.5):
            clause.left.insert(0, punct(","))
            clause.right.append(punct(","))
        return clause

    def join(self, phrase: Node) -> None:
        """Add "and B", at times ", B and C"."""
        others = [self.actor(deep=1) for _ in range(self.random.choice([1, 1, 1, 2]))]
        for other in others[:-1]:
            other.left.insert(0, punct(","))
        others[-1].left.insert(0, ("cc", Node(form := self.random.choice(["and", "and", "or"]), form, "CCONJ")))
        phrase.right += [("conj", other) for other in others]

    def place(self, *, bare: bool = False) -> Node:
        """Where it happens, or what is taken."""
        if self.chance(0.45):
            return self.named(bare)
        noun = self.random.choice(SITES)
        phrase = Node(noun, noun, "NOUN", SING)
        if not bare:
            phrase.left.append(det(self.random.choice(["the", "the", "a"])))
        if self.chance(0.3):
            adjective = self.random.choice(ADJECTIVES[:5])
            phrase.left.append(("amod", Node(adjective, adjective, "ADJ", "Degree=Pos")))
        if phrase.left and phrase.left[0][1].form == "a" and (len(phrase.left) > 1 or noun[0] in "aeiou"):
            phrase.left[0] = det("the")
        if self.chance(0.4):
            phrase.right.append(("nmod", under(self.random.choice(["of", "near", "in"]), self.named(bare=True))))
        return phrase
