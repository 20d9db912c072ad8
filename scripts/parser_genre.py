"""Made-up sentences of conflict news with their trees: the treebanks hold few of its verbs and none of its headlines.

A grammar of clauses and noun phrases is drawn from at random, with invented names. The trees follow the habits of UD
English EWT: by-agents are obl:agent, "Wagner-backed" is compound and amod, "A (B)" is appos, "…, X said" has its root
in `said`.
"""

from __future__ import annotations

from collections.abc import Iterator
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
    as_sentence,
    det,
    ing,
    punct,
    third,
    under,
    without_doubled_commas,
)  # fmt: skip
from parser_phrases import TRANSITIVE, WORDS, Phrases
from parser_treebanks import Sentence

WITH_PREPOSITION = [verb.split() for verb in WORDS["with_preposition"]]
DAYS = WORDS["days"]
MONTHS = WORDS["months"]
EVENTS = WORDS["events"]
MUTUAL = WORDS["mutual"]
SPEAKERS = WORDS["speakers"]


def genre_sentences(count: int, seed: int) -> Iterator[Sentence]:
    """Yield `count` sentences."""
    writer = Writer(Random(seed))
    for _ in range(count):
        yield without_doubled_commas(as_sentence(writer.sentence()))


class Writer:
    """Draws clauses and sentences."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.phrases = Phrases(random, lambda who, plural: self.clause(who, "past", plural=plural, deep=1))

    # --- what else a verb may have ---

    def adjuncts(self) -> list[tuple[str, Node]]:
        """Place and time, each perhaps."""
        found = []
        if self.phrases.chance(0.4):
            preposition = self.random.choice(["in", "near", "around", "at", "in"])
            found.append(("obl", under(preposition, self.phrases.place())))
        dice = self.random.random()
        if dice < 0.15:
            found.append(("obl", under("on", Node(day := self.random.choice(DAYS), day, "PROPN", SING))))
        elif dice < 0.22:
            found.append(("obl:unmarked", Node(day := self.random.choice(DAYS), day, "PROPN", SING)))
        elif dice < 0.3:
            month = Node(name := self.random.choice(MONTHS), name, "PROPN", SING)
            if self.phrases.chance(0.5):
                month.right.append(("nmod:unmarked", Node(year := str(self.random.randint(2010, 2025)), year, "NUM")))
            found.append(("obl", under("in", month)))
        elif dice < 0.36:
            found.append(("obl", under("in", Node(year := str(self.random.randint(2010, 2025)), year, "NUM"))))
        elif dice < 0.4:
            last = ("amod", Node("last", "last", "ADJ", "Degree=Pos"))
            found.append(
                ("obl:unmarked", Node(unit := self.random.choice(["week", "month"]), unit, "NOUN", SING, [last]))
            )
        return found

    # --- clauses ---

    def clause(self, subject: Node | None, tense: str, *, plural: bool, deep: int = 0, bare: bool = False) -> Node:
        """An active clause: `tense` is past, present, perfect, past perfect, infinitive, gerund or future."""
        prepositional = self.phrases.chance(0.3)
        lemma, past, part, *prep = self.random.choice(WITH_PREPOSITION if prepositional else TRANSITIVE)
        verb = self._verb(lemma, past, part, tense, plural=plural)
        if subject is not None:
            verb.left.insert(0, ("nsubj", subject))
        if prep:
            verb.right.append(("obl", under(prep[0], self._object(deep, bare=bare))))
        else:
            verb.right.append(("obj", self._object(deep, bare=bare)))
        if deep == 0:
            verb.right += self.adjuncts()
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
            verb = Node(part, lemma, "VERB", PERFECT, [("aux", Node(have, "have", "AUX", feats))])
        elif tense == "future":
            modal = self.random.choice(["will", "could", "would", "may"])
            verb = Node(lemma, lemma, "VERB", INFINITIVE, [("aux", Node(modal, modal, "AUX", "VerbForm=Fin"))])
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
            perfect = self.phrases.chance(0.3)
            number = "Plur" if plural else "Sing"
            if perfect:
                have = Node("have" if plural else "has", "have", "AUX", PRESENT.format(number))
                verb.left += [("aux", have), ("aux:pass", Node("been", "be", "AUX", PERFECT))]
            else:
                verb.left.append(("aux:pass", Node("were" if plural else "was", "be", "AUX", PAST.format(number))))
        if self.phrases.chance(0.7):
            verb.right.append(
                ("obl:agent", under("by", self.phrases.actor(bare=bare, deep=int(self.phrases.chance(0.7)))))
            )
        verb.right += [] if bare else self.adjuncts()
        return verb

    # --- sentences ---

    def sentence(self) -> Node:
        """A whole sentence with its full stop, or a headline without."""
        shares = {
            self._plain: 6, self._passive: 3, self._headline: 3, self._reported: 3, self._said_after: 2,
            self._two_verbs: 2, self._with_gerund: 2, self._wants: 2, self._event: 2, self._mutual: 2,
            self._alongside: 2, self._is_ally: 1, self._as_clause: 1, self._accused: 1, self._fronted: 1,
        }  # fmt: skip
        (maker,) = self.random.choices(list(shares), list(shares.values()))
        root = maker()
        if maker != self._headline:
            root.right.append(punct("."))
        return root

    def _tense(self) -> str:
        return self.random.choice(["past", "past", "past", "perfect", "past perfect", "future", "present"])

    def _subject(self) -> tuple[Node, bool]:
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
        clause.left += [("aux", did), ("advmod", Node("not", "not", "PART", "Polarity=Neg"))]
        return clause

    def _passive(self) -> Node:
        subject = self.phrases.place() if self.phrases.chance(0.5) else self.phrases.actor(deep=1)
        return self.passive(subject, plural=subject.feats == PLUR)

    def _headline(self) -> Node:
        subject = self.phrases.actor(bare=True)
        if self.phrases.chance(0.25):
            return self.passive(subject, plural=False, bare=True)
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
        return Node(noun, noun, "NOUN", SING, [det("a" if noun not in {"official", "analyst"} else "an")])

    def _said(self, speaker: Node, lemma: str, past: str) -> Node:
        number = "Plur" if speaker.feats == PLUR else "Sing"
        return Node(past, lemma, "VERB", PAST.format(number), [("nsubj", speaker)])

    def _reported(self) -> Node:
        """Like "X said that S V O"."""
        lemma, past = self.random.choice(["say said", "claim claimed", "deny denied", "announce announced"]).split()
        root = self._said(self._speaker(), lemma, past)
        if self.phrases.chance(0.3):
            root.right.append(("obl", under("on", Node(day := self.random.choice(DAYS), day, "PROPN", SING))))
        clause = self._plain()
        if self.phrases.chance(0.3):
            number = SING + "|Person=3|PronType=Prs"
            clause = self.clause(Node("it", "it", "PRON", "Case=Nom|" + number), "past perfect", plural=False)
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
            second = Node(part, lemma, "VERB", PERFECT, right=[("obj", self._object(1, bare=False))])
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
        forms = ["vow vowed", "threaten threatened", "agree agreed", "refuse refused", "plan planned", "try tried"]
        lemma, past = self.random.choice([*forms, "promise promised", "pledge pledged"]).split()
        verb = self._verb(lemma, past, past, self.random.choice(["past", "past", "perfect", "present"]), plural=plural)
        verb.left.insert(0, ("nsubj", subject))
        verb.right.append(("xcomp", self.clause(None, "infinitive", plural=plural)))
        return verb

    def _event(self) -> Node:
        """Like "An attack by A on P killed ten soldiers"."""
        noun, preposition = self.random.choice(EVENTS).split(":")
        subject = Node(noun, noun, "NOUN", SING, [det(self.random.choice(["the", "an" if noun[0] in "aeo" else "a"]))])
        if self.phrases.chance(0.6):
            subject.right.append(("nmod", under("by", self.phrases.actor(deep=1))))
        subject.right.append(("nmod", under(preposition, self._object(1, bare=False))))
        lemma, past = self.random.choice(["kill killed", "wound wounded", "follow followed", "target targeted"]).split()
        verb = self._verb(lemma, past, past, self.random.choice(["past", "perfect"]), plural=False)
        verb.left.insert(0, ("nsubj", subject))
        verb.right += [("obj", self.phrases.actor(deep=1)), *self.adjuncts()]
        return verb

    def _mutual(self) -> Node:
        """Like "Clashes between A and B erupted in P"."""
        form, lemma = self.random.choice(MUTUAL).split()
        parties = self.phrases.actor(deep=1)
        other = self.phrases.actor(deep=1)
        other.left.insert(0, ("cc", Node("and", "and", "CCONJ")))
        parties.right.append(("conj", other))
        subject = Node(form, lemma, "NOUN", PLUR, right=[("nmod", under("between", parties))])
        if self.phrases.chance(0.3):
            subject.left.append(("amod", Node("heavy", "heavy", "ADJ", "Degree=Pos")))
        verb, past = self.random.choice(
            ["erupt erupted", "continue continued", "begin began", "resume resumed"]
        ).split()
        tense = self.random.choice(["past", "past", "perfect"])
        root = self._verb(verb, past, "begun" if verb == "begin" else past, tense, plural=True)
        root.left.insert(0, ("nsubj", subject))
        root.right += self.adjuncts()
        return root

    def _is_ally(self) -> Node:
        """Like "A is an ally of B"."""
        noun = self.random.choice(["ally", "rival", "enemy", "partner", "member", "branch", "part", "wing"])
        article = [] if noun == "part" else [det("an" if noun[0] in "ae" else "a")]
        root = Node(noun, noun, "NOUN", SING, article, [("nmod", under("of", self.phrases.actor(deep=1)))])
        be = self.random.choice(["is", "was"])
        feats = (PRESENT if be == "is" else PAST).format("Sing")
        root.left[:0] = [("nsubj", self.phrases.named(bare=True)), ("cop", Node(be, "be", "AUX", feats))]
        return root

    def _as_clause(self) -> Node:
        """Like "As A and B, alongside C, V O, D V2 E"."""
        subject = self.phrases.actor(deep=1)
        self.phrases.join(subject)
        clause = self.clause(subject, "present", plural=True, deep=1)
        if self.phrases.chance(0.5):
            clause.left.append(self._beside())
        clause.left.insert(0, ("mark", Node(mark := self.random.choice(["as", "while", "after"]), mark, "SCONJ")))
        root = self._plain()
        root.left[:0] = [("advcl", clause), punct(",")]
        return root

    def _beside(self) -> tuple[str, Node]:
        """Like "alongside C", between commas."""
        other = under(self.random.choice(["alongside", "with", "alongside"]), self.phrases.actor(deep=1))
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
        return Node("accused", "accuse", "VERB", PAST.format(number), [("nsubj", subject)], right)

    def _fronted(self) -> Node:
        """Like "In March 2012, S V O"."""
        root = self._plain()
        first = self.adjuncts()
        if first:
            dep, phrase = first[-1]
            root.left[:0] = [(dep, phrase), punct(",")]
        return root
