"""Qualifiers of a proposal: who says so, whether it is denied, possible or planned. Read on the way up the tree."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kg import lexicon
from kg.claims.ends import Ends
from kg.claims.tree import Tree, has_dep
from kg.claims.verbs import subjects
from kg.model import Token
from kg.vocabulary import Modality, Polarity

_NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "nor", "without"})
# nouns whose clause is what is said, not what is known: "rejects the charge that …"
_CONTENTS = frozenset(
    {"charge", "claim", "allegation", "accusation", "report", "rumour", "rumor", "suggestion", "idea", "statement"}
    | {"news", "fact", "belief", "assertion", "argument", "possibility", "hope", "fear", "risk", "sign", "proof"}
)
_CONDITIONS = frozenset({"if", "unless"})


@dataclass(slots=True)
class Qualifiers:
    """How the text puts a claim; a counterfactual one ("would have attacked") is none."""

    polarity: Polarity = Polarity.ASSERTED
    modality: Modality = Modality.ACTUAL
    claimant: str | None = None
    counterfactual: bool = False
    is_given: bool = False  # told in a relative clause: what the clauses above hedge or deny is something else

    def hedge(self, modality: str) -> None:
        """Add a hedge, or a negation where the word is one ("failed to")."""
        if self.is_given:
            return
        if modality == "denied":
            self.polarity = Polarity.DENIED
        elif modality and self.modality is Modality.ACTUAL:
            self.modality = Modality(modality)

    def say(self, claimant: str | None) -> None:
        """Name the claimant; the innermost one counts."""
        self.claimant = self.claimant or claimant


def qualify(ends: Ends, trigger: Token, speaker: str | None, *, aside: bool = False) -> Qualifiers:
    """The qualifiers of what a trigger says; `speaker` is whose quotation the sentence stands in.

    What is said in passing has none but those of its own words.
    """
    found = Qualifiers()
    if aside:
        _look_around(ends.tree, trigger, found)
        return found
    token, in_scope = trigger, True
    for _ in range(len(ends.tree)):
        if in_scope:
            _look_around(ends.tree, token, found)
        head = ends.tree.head(token)
        if head is None:
            break
        in_scope = _step(ends, token, head, found) and in_scope
        token = head
    found.counterfactual = found.counterfactual or _opens_with_had(ends.tree)
    found.say(_according_to(ends))
    found.say(speaker)
    return found


@cache
def _hedges(kind: str) -> dict[str, str]:
    return {row["word"]: row["modality"] for row in lexicon.table("hedges") if row["kind"] == kind}


def _look_around(tree: Tree, token: Token, found: Qualifiers) -> None:
    """Negations, auxiliaries and adverbs beside a token."""
    for kid in tree.kids(token.index):
        if kid.lemma in _NEGATIONS and has_dep(kid, "advmod", "det", "cc", "case"):
            found.hedge("denied")
        if has_dep(kid, "aux", "advmod", "amod", "cop"):
            kind = "aux" if kid.upos == "AUX" else "adjective" if has_dep(kid, "amod") else "adverb"
            found.hedge(_hedges(kind).get(kid.lemma, ""))
    if _is_denied_at_once(tree, token):
        found.hedge("denied")
    if any(t.lemma == "neither" for s in tree.kids(token.index, "nsubj") for t in tree.kids(s.index, "cc", "det")):
        found.hedge("denied")
    if _is_inverted(tree, token):
        found.counterfactual = True
    auxiliaries = {t.lemma for t in tree.kids(token.index, "aux", "cop")}
    if "be" in auxiliaries and any(t.lemma == "to" for t in tree.kids(token.index, "mark", "aux")):
        found.hedge("planned")  # "were to leave"
    if "would" in auxiliaries and "have" in auxiliaries:
        found.counterfactual = True
    if any(t.lemma in _CONDITIONS for t in tree.kids(token.index, "mark")):
        found.hedge("possible")
    if token.upos == "ADJ":
        found.hedge(_hedges("adjective").get(token.lemma, ""))


def _is_denied_at_once(tree: Tree, token: Token) -> bool:
    """Read "no longer controls" and "no fighters are deployed"."""
    kids = tree.kids(token.index, "advmod", "nsubj")
    return any(t.text.lower() == "no" for k in kids for t in tree.kids(k.index, "advmod", "det"))


def _is_inverted(tree: Tree, token: Token) -> bool:
    """Whether "had" stands before the subject of a clause below another: "Had X attacked, …"."""
    subjects_ = tree.kids(token.index, "nsubj")
    before = [t for t in tree.kids(token.index, "aux") if t.lemma in ("have", "should")]
    is_question = tree.tokens[-1].text == "?"
    return bool(subjects_ and before and before[0].index < subjects_[0].index and not is_question)


def _opens_with_had(tree: Tree) -> bool:
    """Whether the sentence is of the kind "Had X attacked, Y would …", whatever its tree says."""
    would = any(t.lemma in ("would", "could", "might") for t in tree.tokens)
    return tree.tokens[0].text in ("Had", "Should", "Were") and would


def _step(ends: Ends, token: Token, head: Token, found: Qualifiers) -> bool:
    """What the head says about the token that hangs on it; whether its own hedges hold for the token, too."""
    tree = ends.tree
    reporting = lexicon.mapping("reporting", "kind").get(head.lemma, "") if head.upos in ("VERB", "ADJ") else ""
    if has_dep(token, "conj"):
        return not tree.kids(token.index, "nsubj") or token.upos != "VERB"
    if has_dep(token, "xcomp"):
        return _under_control(ends, token, head, reporting, found)
    if has_dep(token, "ccomp", "parataxis"):
        return _reported(ends, head, reporting, found)
    if has_dep(token, "advcl"):
        _adverbial(ends, token, head, reporting, found)
        return False
    if has_dep(token, "acl"):
        if token.dep != "acl:relcl" and _is_infinitive(tree, token):
            found.hedge("planned")
        found.is_given = head.lemma not in _CONTENTS
        return False
    return _nominal(ends, token, head, reporting, found)


def _under_control(ends: Ends, token: Token, head: Token, reporting: str, found: Qualifiers) -> bool:
    """Read "vowed to retake", "failed to take", "claims to have captured", "is said to back"."""
    hedge = _hedges("verb").get(head.lemma) or _hedges("adjective").get(head.lemma)
    if hedge:
        found.hedge(hedge)
    elif reporting and ends.tree.is_passive(head):
        found.hedge("possible")
        found.say(_sayer(ends, head))
    elif reporting:
        _said(ends, head, reporting, found)
    return True


def _reported(ends: Ends, head: Token, reporting: str, found: Qualifiers) -> bool:
    """Read "X said that …", "X denied that …"; a hope or a wish hedges what it is about."""
    if reporting:
        _said(ends, head, reporting, found)
    elif head.lemma in _hedges("verb"):
        found.hedge(_hedges("verb")[head.lemma])
    return False


def _adverbial(ends: Ends, token: Token, head: Token, reporting: str, found: Qualifiers) -> None:
    if reporting == "accuse":
        found.say(_sayer(ends, head))
    elif reporting == "deny":
        _said(ends, head, reporting, found)
    elif _is_infinitive(ends.tree, token):
        found.hedge("planned")


def _nominal(ends: Ends, token: Token, head: Token, reporting: str, found: Qualifiers) -> bool:
    """What a verb or a noun says of the event noun under it: "denied any role", "speculation of aid"."""
    tree = ends.tree
    if head.upos == "NOUN":
        found.hedge(_hedges("noun").get(head.lemma, ""))
        return head.lemma == "responsibility"
    light = lexicon.mapping("light", "kind").get(head.lemma, "")
    if has_dep(token, "obj", "nsubj:pass", "obl"):
        if reporting == "accuse" and has_dep(token, "obl"):
            found.say(_sayer(ends, head))
            return False
        if reporting and has_dep(token, "obj", "nsubj:pass"):
            _said(ends, head, reporting, found)
            return light == "do"
        if light in ("plan", "possible"):
            found.hedge("planned" if light == "plan" else "possible")
        elif not light:
            found.hedge(_hedges("verb").get(head.lemma, "") if has_dep(token, "obj") else "")
        return bool(light) or tree.case(token) in ("in", "under", "with")
    return False


def _said(ends: Ends, head: Token, reporting: str, found: Qualifiers) -> None:
    sayer = _sayer(ends, head)
    if reporting == "deny" and found.claimant is None:
        found.hedge("denied")
    if head.lemma == "suspect":
        found.hedge("possible")
    found.say(sayer)


def _sayer(ends: Ends, verb: Token) -> str | None:
    """The actor who says, accuses or denies."""
    for token in subjects(ends.tree, verb):
        owners = [t for t in ends.tree.kids(token.index, "nmod:poss") if token.mention is None]
        for speaker in (token, *owners):  # "its defence ministry said": whoever "its" stands for
            for end in ends.at(speaker):
                return ends.mention(end).actor
    return None


def _according_to(ends: Ends) -> str | None:
    """The actor after "according to" anywhere in the sentence."""
    for token in ends.tree.tokens:
        if ends.tree.case(token).startswith("accord"):
            for end in ends.at(token):
                return ends.mention(end).actor
    return None


def _is_infinitive(tree: Tree, token: Token) -> bool:
    return not token.text.endswith("ing") and any(t.lemma == "to" for t in tree.kids(token.index, "mark"))
