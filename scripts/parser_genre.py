"""Made-up sentences of conflict news with their trees: the treebanks hold few of its verbs and none of its headlines.

A grammar of clauses and noun phrases is drawn from at random, with invented names. The trees follow the habits of UD
English EWT: by-agents are obl:agent, "Wagner-backed" is compound and amod, "A (B)" is appos, "…, X said" has its root
in `said`.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from parser_nodes import (
    INFINITIVE,
    PASSIVE,
    PAST,
    PERFECT,
    PLUR,
    SING,
    Node,
    as_sentence,
    det,
    punct,
    under,
    without_doubled_commas,
)
from parser_nominals import Nominals
from parser_phrases import TRANSITIVE, WORDS
from parser_treebanks import Sentence

DAYS = WORDS["days"]
SPEAKERS = WORDS["speakers"]


def genre_sentences(count: int, seed: int) -> Iterator[Sentence]:
    """Yield `count` sentences."""
    writer = Writer(Random(seed))
    for _ in range(count):
        yield without_doubled_commas(as_sentence(writer.sentence()))


class Writer(Nominals):
    """Draws sentences."""

    def sentence(self) -> Node:
        """A whole sentence with its full stop, or a headline without."""
        shares = {
            self._plain: 6, self._passive: 3, self._headline: 3, self._reported: 3, self._said_after: 2,
            self._two_verbs: 2, self._with_gerund: 2, self._wants: 2, self.event: 2, self.mutual: 2,
            self._alongside: 2, self.is_ally: 1, self._as_clause: 1, self._accused: 1, self._fronted: 1,
            self._subordinate: 4, self._but: 2, self._backed_first: 1, self._purpose: 1, self._role_first: 2,
        }  # fmt: skip
        (maker,) = self.random.choices(list(shares), list(shares.values()))
        root = maker()
        if maker != self._headline:
            root.right.append(punct("."))
        return root

    def _tense(self) -> str:
        return self.random.choice(["past", "past", "past", "perfect", "past perfect", "future", "present"])

    def _subject(self) -> tuple[Node, bool]:
        if self.phrases.chance(0.08):
            form, number = self.random.choice(["they Plur", "it Sing", "he Sing", "we Plur"]).split()
            return Node(form, form, "PRON", f"Case=Nom|Number={number}|PronType=Prs"), number == "Plur"
        subject = self.phrases.actor()
        return subject, subject.feats == PLUR or any(dep == "conj" for dep, _ in subject.right)

    def _plain(self) -> Node:
        subject, plural = self._subject()
        clause = self.clause(subject, self._tense(), plural=plural)
        if self.phrases.chance(0.1) and clause.feats.endswith("VerbForm=Fin") and "Tense=Past" in clause.feats:
            return self._negated(clause)
        return clause

    def _negated(self, clause: Node) -> Node:
        did = Node("did", "do", "AUX", clause.feats)
        clause.form, clause.feats = clause.lemma, INFINITIVE
        clause.left += [
            ("aux", did),
            ("advmod", Node("not", "not", "PART", "Polarity=Neg")),
        ]
        return clause

    def _passive(self) -> Node:
        subject = self.phrases.place() if self.phrases.chance(0.5) else self.phrases.actor(deep=1)
        return self.passive(subject, plural=subject.feats == PLUR)

    def _headline(self) -> Node:
        subject = self.phrases.actor(bare=True)
        if self.phrases.chance(0.25):
            return self.passive(subject, plural=False, bare=True)
        if self.phrases.chance(0.15):
            root = self._verb("say", "said", "said", "present", plural=subject.feats == PLUR)
            inner = self.phrases.actor(bare=True)
            tense = self.random.choice(["past", "perfect", "future"])
            clause = self.clause(inner, tense, plural=inner.feats == PLUR, deep=1, bare=True)
            root.left.append(("nsubj", subject))
            root.right.append(("ccomp", clause))
            return root
        root = self.clause(subject, "present", plural=subject.feats == PLUR, deep=1, bare=True)
        if self.phrases.chance(0.3):
            second = self.clause(None, "present", plural=subject.feats == PLUR, deep=1, bare=True)
            second.left.insert(0, punct(","))
            root.right.append(("conj", second))
        if self.phrases.chance(0.25):
            root.right.append(("obl", under("in", self.phrases.place(bare=True))))
        return root

    def _speaker(self) -> Node:
        if self.phrases.chance(0.5):
            return self.phrases.actor(deep=1)
        noun = self.random.choice(SPEAKERS)
        return Node(
            noun,
            noun,
            "NOUN",
            SING,
            [det("a" if noun not in {"official", "analyst"} else "an")],
        )

    def _said(self, speaker: Node, lemma: str, past: str) -> Node:
        number = "Plur" if speaker.feats == PLUR else "Sing"
        return Node(past, lemma, "VERB", PAST.format(number), [("nsubj", speaker)])

    def _reported(self) -> Node:
        """Like "X said that S V O"."""
        lemma, past = self.random.choice(["say said", "claim claimed", "deny denied", "announce announced"]).split()
        root = self._said(self._speaker(), lemma, past)
        if self.phrases.chance(0.3):
            root.right.append(
                (
                    "obl",
                    under("on", Node(day := self.random.choice(DAYS), day, "PROPN", SING)),
                )
            )
        clause = self._plain()
        if self.phrases.chance(0.3):
            number = SING + "|Person=3|PronType=Prs"
            clause = self.clause(
                Node("it", "it", "PRON", "Case=Nom|" + number),
                "past perfect",
                plural=False,
            )
        if self.phrases.chance(0.7) or lemma in {"deny", "announce"}:
            clause.left.insert(0, ("mark", Node("that", "that", "SCONJ")))
        root.right.append(("ccomp", clause))
        return root

    def _said_after(self) -> Node:
        """Like "S V O, X said"."""
        root = self._said(self._speaker(), "say", "said")
        root.left[:0] = [("ccomp", self._plain()), punct(",")]
        return root

    def _two_verbs(self) -> Node:
        subject, plural = self._subject()
        tense = self.random.choice(["past", "past", "perfect"])
        root = self.clause(subject, tense, plural=plural, deep=1)
        second = self.clause(None, "past", plural=plural)
        if tense == "perfect":
            lemma, _, part = self.random.choice(TRANSITIVE)
            second = Node(
                part,
                lemma,
                "VERB",
                PERFECT,
                right=[("obj", self._object(1, bare=False))],
            )
        second.left.insert(0, ("cc", Node("and", "and", "CCONJ")))
        root.right.append(("conj", second))
        return root

    def _with_gerund(self) -> Node:
        """Like "S V O, killing ten" or "… after capturing P"."""
        subject, plural = self._subject()
        root = self.clause(subject, "past", plural=plural)
        clause = self.clause(None, "gerund", plural=plural, deep=1)
        if self.phrases.chance(0.5):
            mark = self.random.choice(["after", "before", "while", "by"])
            clause.left.insert(0, ("mark", Node(mark, mark, "SCONJ")))
        else:
            clause.left.insert(0, punct(","))
        root.right.append(("advcl", clause))
        return root

    def _wants(self) -> Node:
        subject, plural = self._subject()
        forms = [
            "vow vowed",
            "threaten threatened",
            "agree agreed",
            "refuse refused",
            "plan planned",
            "try tried",
        ]
        lemma, past = self.random.choice([*forms, "promise promised", "pledge pledged"]).split()
        verb = self._verb(
            lemma,
            past,
            past,
            self.random.choice(["past", "past", "perfect", "present"]),
            plural=plural,
        )
        verb.left.insert(0, ("nsubj", subject))
        verb.right.append(("xcomp", self.clause(None, "infinitive", plural=plural)))
        return verb

    def _as_clause(self) -> Node:
        """Like "As A and B, alongside C, V O, D V2 E"."""
        subject = self.phrases.actor(deep=1)
        self.phrases.join(subject)
        clause = self.clause(subject, "present", plural=True, deep=1)
        if self.phrases.chance(0.5):
            clause.left.append(self._beside())
        clause.left.insert(
            0,
            (
                "mark",
                Node(mark := self.random.choice(["as", "while", "after"]), mark, "SCONJ"),
            ),
        )
        root = self._plain()
        root.left[:0] = [("advcl", clause), punct(",")]
        return root

    def _beside(self) -> tuple[str, Node]:
        """Like "alongside C", between commas."""
        other = under(
            self.random.choice(["alongside", "with", "alongside"]),
            self.phrases.actor(deep=1),
        )
        other.left.insert(0, punct(","))
        other.right.append(punct(","))
        return "obl", other

    def _alongside(self) -> Node:
        """Like "A, alongside B, V O" or "A V O alongside B"."""
        subject = self.phrases.actor(deep=1)
        root = self.clause(subject, "past", plural=subject.feats == PLUR, deep=1)
        if self.phrases.chance(0.5):
            root.left.append(self._beside())
        else:
            root.right.append(("obl", under("alongside", self.phrases.actor(deep=1))))
        return root

    def _accused(self) -> Node:
        """Like "A accused B of supporting C"."""
        subject = self.phrases.actor(deep=1)
        number = "Plur" if subject.feats == PLUR else "Sing"
        clause = self.clause(None, "gerund", plural=False, deep=1)
        clause.left.insert(0, ("mark", Node("of", "of", "SCONJ")))
        right = [("obj", self.phrases.actor(deep=1)), ("advcl", clause)]
        return Node(
            "accused",
            "accuse",
            "VERB",
            PAST.format(number),
            [("nsubj", subject)],
            right,
        )

    def _fronted(self) -> Node:
        """Like "In March 2012, S V O"."""
        root = self._plain()
        first = self.adjuncts()
        if first:
            dep, phrase = first[-1]
            root.left[:0] = [(dep, phrase), punct(",")]
        return root

    def _subordinate(self) -> Node:
        """Like "S V O three days after S2 had V2 O2"."""
        subject, plural = self._subject()
        if self.phrases.chance(0.3):
            clause = self.passive(self.phrases.place(), plural=False)
        else:
            clause = self.clause(
                subject,
                self.random.choice(["past", "past perfect"]),
                plural=plural,
                deep=1,
            )
        mark = self.random.choice(
            [
                "after",
                "after",
                "before",
                "when",
                "because",
                "since",
                "while",
                "as",
                "although",
            ]
        )
        clause.left.insert(0, ("mark", Node(mark, mark, "SCONJ")))
        if mark in {"after", "before"} and self.phrases.chance(0.5):
            form = self.random.choice(["days", "weeks", "months", "years"])
            unit = Node(form, form[:-1], "NOUN", PLUR)
            unit.left.append(
                (
                    "nummod",
                    Node(
                        count := self.random.choice(["two", "three", "10"]),
                        count,
                        "NUM",
                    ),
                )
            )
            clause.left.insert(0, ("obl:unmarked", unit))
        root = self._plain()
        if self.phrases.chance(0.4):
            clause.left.insert(0, punct(","))
            root.right.append(("advcl", clause))
        elif self.phrases.chance(0.5):
            root.right.append(("advcl", clause))
        else:
            root.left[:0] = [("advcl", clause), punct(",")]
        return root

    def _but(self) -> Node:
        """Like "S V O, but S2 V2 O2"."""
        root, second = self._plain(), self._plain()
        form = self.random.choice(["but", "and", "while"])
        if form == "while":
            second.left[:0] = [punct(","), ("mark", Node(form, form, "SCONJ"))]
            root.right.append(("advcl", second))
        else:
            second.left[:0] = [punct(","), ("cc", Node(form, form, "CCONJ"))]
            root.right.append(("conj", second))
        return root

    def _backed_first(self) -> Node:
        """Like "Backed by A, S V O"."""
        lemma, _, part = self.random.choice(TRANSITIVE)
        clause = Node(
            part,
            lemma,
            "VERB",
            PASSIVE,
            right=[("obl:agent", under("by", self.phrases.actor(deep=1)))],
        )
        root = self._plain()
        root.left[:0] = [("advcl", clause), punct(",")]
        return root

    def _purpose(self) -> Node:
        """Like "S V O to V2 O2"."""
        root = self._plain()
        root.right.append(("advcl", self.clause(None, "infinitive", plural=False, deep=1)))
        return root

    def _role_first(self) -> Node:
        """Like "the group's leader, Smith, V O"."""
        owner = self.phrases.actor(deep=1) if self.phrases.chance(0.5) else self.phrases.named(bare=True)
        owner.right.append(("case", Node("'s", "'s", "PART")))
        noun = self.random.choice(["leader", "commander", "spokesman", "president", "minister", "chief"])
        person = self.phrases.named(bare=True)
        person.left.insert(0, punct(","))
        post = Node(
            noun,
            noun,
            "NOUN",
            SING,
            [("nmod:poss", owner)],
            [("appos", person), punct(",")],
        )
        return self.clause(post, self._tense(), plural=False)
