"""Made-up sentences whose event or relation is a noun."""

from __future__ import annotations

from parser_clauses import Clauses
from parser_nodes import PAST, PLUR, PRESENT, SING, Node, det, under
from parser_phrases import WORDS

EVENTS = WORDS["events"]
MUTUAL = WORDS["mutual"]


class Nominals(Clauses):
    """Draws sentences about attacks, clashes and alliances."""

    def event(self) -> Node:
        """Like "An attack by A on P killed ten soldiers"."""
        noun, preposition = self.random.choice(EVENTS).split(":")
        subject = Node(
            noun,
            noun,
            "NOUN",
            SING,
            [det(self.random.choice(["the", "an" if noun[0] in "aeo" else "a"]))],
        )
        if self.phrases.chance(0.6):
            subject.right.append(("nmod", under("by", self.phrases.actor(deep=1))))
        subject.right.append(("nmod", under(preposition, self._object(1, bare=False))))
        lemma, past = self.random.choice(["kill killed", "wound wounded", "follow followed", "target targeted"]).split()
        verb = self._verb(lemma, past, past, self.random.choice(["past", "perfect"]), plural=False)
        verb.left.insert(0, ("nsubj", subject))
        verb.right += [("obj", self.phrases.actor(deep=1)), *self.adjuncts()]
        return verb

    def mutual(self) -> Node:
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

    def is_ally(self) -> Node:
        """Like "A is an ally of B"."""
        noun = self.random.choice(["ally", "rival", "enemy", "partner", "member", "branch", "part", "wing"])
        article = [] if noun == "part" else [det("an" if noun[0] in "ae" else "a")]
        root = Node(
            noun,
            noun,
            "NOUN",
            SING,
            article,
            [("nmod", under("of", self.phrases.actor(deep=1)))],
        )
        be = self.random.choice(["is", "was"])
        feats = (PRESENT if be == "is" else PAST).format("Sing")
        root.left[:0] = [
            ("nsubj", self.phrases.named(bare=True)),
            ("cop", Node(be, "be", "AUX", feats)),
        ]
        return root
