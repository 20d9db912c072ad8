"""Made-up clauses: who does what to whom, where and when."""

from __future__ import annotations

from random import Random

from parser_nodes import (
    GERUND,
    INFINITIVE,
    PASSIVE,
    PAST,
    PERFECT,
    PLUR,
    PRESENT,
    SING,
    Node,
    det,
    ing,
    third,
    under,
)
from parser_phrases import TRANSITIVE, WORDS, Phrases

WITH_PREPOSITION = [verb.split() for verb in WORDS["with_preposition"]]
LIGHT = [verb.split() for verb in WORDS["light"]]
GIVING = [verb.split() for verb in WORDS["giving"]]
PARTICLE = [verb.split() for verb in WORDS["particle"]]
DAYS = WORDS["days"]
MONTHS = WORDS["months"]


class Clauses:
    """Draws clauses: a verb with what it may have."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.phrases = Phrases(random, self._relative)

    def _relative(self, who: Node, plural: bool) -> Node:
        return self.clause(
            who,
            self.random.choice(["past", "present", "perfect"]),
            plural=plural,
            deep=1,
        )

    # --- what else a verb may have ---

    def adjuncts(self) -> list[tuple[str, Node]]:
        """Place and time, each perhaps."""
        found = []
        if self.phrases.chance(0.4):
            preposition = self.random.choice(["in", "near", "around", "at", "in"])
            found.append(("obl", under(preposition, self.phrases.place())))
        dice = self.random.random()
        if dice < 0.15:
            found.append(
                (
                    "obl",
                    under("on", Node(day := self.random.choice(DAYS), day, "PROPN", SING)),
                )
            )
        elif dice < 0.22:
            found.append(
                (
                    "obl:unmarked",
                    Node(day := self.random.choice(DAYS), day, "PROPN", SING),
                )
            )
        elif dice < 0.3:
            month = Node(name := self.random.choice(MONTHS), name, "PROPN", SING)
            if self.phrases.chance(0.5):
                month.right.append(
                    (
                        "nmod:unmarked",
                        Node(year := str(self.random.randint(2010, 2025)), year, "NUM"),
                    )
                )
            found.append(("obl", under("in", month)))
        elif dice < 0.36:
            found.append(
                (
                    "obl",
                    under(
                        "in",
                        Node(year := str(self.random.randint(2010, 2025)), year, "NUM"),
                    ),
                )
            )
        elif dice < 0.4:
            last = ("amod", Node("last", "last", "ADJ", "Degree=Pos"))
            found.append(
                (
                    "obl:unmarked",
                    Node(
                        unit := self.random.choice(["week", "month"]),
                        unit,
                        "NOUN",
                        SING,
                        [last],
                    ),
                )
            )
        return found

    # --- clauses ---

    def clause(
        self,
        subject: Node | None,
        tense: str,
        *,
        plural: bool,
        deep: int = 0,
        bare: bool = False,
    ) -> Node:
        """An active clause: `tense` is past, present, perfect, past perfect, infinitive, gerund or future."""
        kinds = [
            self._transitive,
            self._with_preposition,
            self._light,
            self._giving,
            self._with_particle,
        ]
        (kind,) = self.random.choices(kinds, [10, 5, 3, 2, 2])
        verb = kind(tense, plural, deep, bare)
        if subject is not None:
            verb.left.insert(0, ("nsubj", subject))
        if deep == 0:
            verb.right += self.adjuncts()
        return verb

    def _transitive(self, tense: str, plural: bool, deep: int, bare: bool) -> Node:
        lemma, past, part = self.random.choice(TRANSITIVE)
        verb = self._verb(lemma, past, part, tense, plural=plural)
        verb.right.append(("obj", self._object(deep, bare=bare)))
        return verb

    def _with_preposition(self, tense: str, plural: bool, deep: int, bare: bool) -> Node:
        lemma, past, part, preposition = self.random.choice(WITH_PREPOSITION)
        verb = self._verb(lemma, past, part, tense, plural=plural)
        verb.right.append(("obl", under(preposition, self._object(deep, bare=bare))))
        return verb

    def _light(self, tense: str, plural: bool, deep: int, bare: bool) -> Node:
        """Like "took control of P" or "signed a deal with A"."""
        lemma, past, part, article, noun, preposition = self.random.choice(LIGHT)
        verb = self._verb(lemma, past, part, tense, plural=plural)
        thing = Node(noun, noun, "NOUN", SING, [] if article == "-" or bare else [det(article)])
        thing.right.append(("nmod", under(preposition, self._object(deep, bare=bare))))
        verb.right.append(("obj", thing))
        return verb

    def _giving(self, tense: str, plural: bool, deep: int, bare: bool) -> Node:
        """Like "handed P to A" or "supplied A with weapons"."""
        lemma, past, part, preposition = self.random.choice(GIVING)
        verb = self._verb(lemma, past, part, tense, plural=plural)
        form = self.random.choice(["weapons", "arms", "drones", "vehicles", "troops"])
        thing = Node(form, form[:-1], "NOUN", PLUR)
        first, second = (self.phrases.actor(bare=bare, deep=1), thing)
        if preposition == "to":
            first, second = self.place_or(thing, bare), first
        verb.right += [("obj", first), ("obl", under(preposition, second))]
        return verb

    def place_or(self, thing: Node, bare: bool) -> Node:
        """A place, or the thing."""
        return self.phrases.place(bare=bare) if self.phrases.chance(0.5) else thing

    def _with_particle(self, tense: str, plural: bool, deep: int, bare: bool) -> Node:
        """Like "drove out A" or "took over P"."""
        lemma, past, part, particle = self.random.choice(PARTICLE)
        verb = self._verb(lemma, past, part, tense, plural=plural)
        verb.right += [
            ("compound:prt", Node(particle, particle, "ADP")),
            ("obj", self._object(deep, bare=bare)),
        ]
        return verb

    def _object(self, deep: int, *, bare: bool) -> Node:
        return (
            self.phrases.place(bare=bare)
            if self.phrases.chance(0.5)
            else self.phrases.actor(bare=bare, deep=max(deep, 1 - self.phrases.chance(0.4)))
        )

    def _verb(self, lemma: str, past: str, part: str, tense: str, *, plural: bool) -> Node:
        number = "Plur" if plural else "Sing"
        if tense == "past":
            verb = Node(past, lemma, "VERB", PAST.format(number))
        elif tense == "present":
            verb = Node(lemma if plural else third(lemma), lemma, "VERB", PRESENT.format(number))
        elif tense in {"perfect", "past perfect"}:
            have = "had" if tense == "past perfect" else "have" if plural else "has"
            feats = (PAST if have == "had" else PRESENT).format(number)
            verb = Node(
                part,
                lemma,
                "VERB",
                PERFECT,
                [("aux", Node(have, "have", "AUX", feats))],
            )
        elif tense == "future":
            modal = self.random.choice(["will", "could", "would", "may"])
            verb = Node(
                lemma,
                lemma,
                "VERB",
                INFINITIVE,
                [("aux", Node(modal, modal, "AUX", "VerbForm=Fin"))],
            )
        elif tense == "infinitive":
            verb = Node(lemma, lemma, "VERB", INFINITIVE, [("mark", Node("to", "to", "PART"))])
        else:
            verb = Node(ing(lemma), lemma, "VERB", GERUND)
        return verb

    def passive(self, subject: Node, *, plural: bool, bare: bool = False) -> Node:
        """Like "S was taken by A in P", without the auxiliary in headlines."""
        lemma, _, part = self.random.choice(TRANSITIVE)
        verb = Node(part, lemma, "VERB", PASSIVE, [("nsubj:pass", subject)])
        if not bare:
            dice = self.random.random()
            number = "Plur" if plural else "Sing"
            if dice < 0.15:
                verb.left.append(
                    (
                        "aux:pass",
                        Node(
                            "are" if plural else "is",
                            "be",
                            "AUX",
                            PRESENT.format(number),
                        ),
                    )
                )
            elif dice < 0.4:
                have = Node("have" if plural else "has", "have", "AUX", PRESENT.format(number))
                verb.left += [
                    ("aux", have),
                    ("aux:pass", Node("been", "be", "AUX", PERFECT)),
                ]
            else:
                verb.left.append(
                    (
                        "aux:pass",
                        Node(
                            "were" if plural else "was",
                            "be",
                            "AUX",
                            PAST.format(number),
                        ),
                    )
                )
        if self.phrases.chance(0.7):
            verb.right.append(
                (
                    "obl:agent",
                    under(
                        "by",
                        self.phrases.actor(bare=bare, deep=int(self.phrases.chance(0.7))),
                    ),
                )
            )
        verb.right += [] if bare else self.adjuncts()
        return verb
