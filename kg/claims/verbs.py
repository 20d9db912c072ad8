"""Logical subjects and objects of verbs, through passives, control, relative clauses and coordination."""

from __future__ import annotations

from kg.claims.tree import Tree, has_dep
from kg.model import Token

# verbs whose object does what the infinitive says: "ordered X to leave"
OBJECT_CONTROL = frozenset(
    {"order", "force", "ask", "allow", "help", "urge", "tell", "invite", "push", "compel", "enable", "require", "lead"}
    | {
        "prompt",
        "accuse",
        "see",
        "send",
        "deploy",
        "train",
        "call",
        "oblige",
        "give",
        "pressure",
        "permit",
        "want",
        "expect",
    }
)


def subjects(tree: Tree, verb: Token, depth: int = 0) -> list[Token]:
    """The tokens of whoever does what the verb says; none where the sentence does not say."""
    agents = _agents(tree, verb)
    if agents:
        return agents
    if not _is_passive_form(tree, verb):
        own = [t for t in tree.kids(verb.index, "nsubj") if t.dep != "nsubj:pass"]
        if len(own) > 1:
            # two subjects are a slip: one belongs to a clause put in between, and what follows goes on with the first
            return [own[0] if depth else own[-1]]
        if own:
            return own
    elif tree.kids(verb.index, "nsubj", "aux") or has_dep(verb, "acl"):
        return []
    return [] if depth > 6 else _inherited(tree, verb, depth)


def _agents(tree: Tree, verb: Token) -> list[Token]:
    agents = tree.kids(verb.index, "obl:agent")
    if not agents and _is_passive_form(tree, verb):
        agents = [t for t in tree.kids(verb.index, "obl") if tree.case(t) == "by"]
    return agents


def _inherited(tree: Tree, verb: Token, depth: int) -> list[Token]:
    head = tree.head(verb)
    if head is None:
        return []
    if has_dep(verb, "conj") and head.upos in ("VERB", "AUX", "ADJ", "NOUN"):
        if _is_passive_form(tree, head) and not _is_passive_form(tree, verb):
            return [t for t in tree.kids(head.index, "nsubj")]
        return subjects(tree, head, depth + 1)
    if has_dep(verb, "xcomp"):
        controlled = tree.kids(head.index, "obj", "iobj") if head.lemma in OBJECT_CONTROL else []
        if controlled:
            return controlled
        if head.lemma in OBJECT_CONTROL and _is_passive_form(tree, head):
            return tree.kids(head.index, "nsubj:pass") or subjects(tree, head, depth + 1)
        return tree.kids(head.index, "nsubj:pass") or subjects(tree, head, depth + 1)
    if has_dep(verb, "advcl") and head.upos in ("VERB", "ADJ", "AUX") and not _is_passive_form(tree, verb):
        if head.lemma in ("accuse", "blame", "suspect", "charge"):
            return tree.kids(head.index, "obj") or tree.kids(head.index, "nsubj:pass")
        return tree.kids(head.index, "nsubj:pass") or subjects(tree, head, depth + 1)
    if has_dep(verb, "acl") and not _is_past_participle(verb) and verb.dep != "acl:relcl" and head.upos != "VERB":
        return [head]
    return []


def objects(tree: Tree, verb: Token) -> list[Token]:
    """The tokens of whoever or whatever it is done to."""
    own = tree.kids(verb.index, "obj")
    if own:
        return own
    passive = tree.kids(verb.index, "nsubj:pass")
    if passive:
        return passive
    head = tree.head(verb)
    if head is None:
        return _shared_object(tree, verb)
    if verb.dep == "acl:relcl" and head.upos in ("NOUN", "PROPN") and _has_own_subject(tree, verb):
        return [head]  # "the militias Kinshasa arms"
    if has_dep(verb, "acl") and _is_past_participle(verb) and verb.dep != "acl:relcl":
        return [head]
    if _is_passive_form(tree, verb):
        own = tree.kids(verb.index, "nsubj")
        if own:
            return own
        if has_dep(verb, "conj") and head.upos == "VERB":
            return objects(tree, head) if _is_passive_form(tree, head) else subjects(tree, head)
        if has_dep(verb, "xcomp", "advcl"):
            return subjects(tree, head)
    return _shared_object(tree, verb)


def _shared_object(tree: Tree, verb: Token) -> list[Token]:
    """The object that stands behind the last of several verbs: "attacked and destroyed the convoy"."""
    if tree.kids(verb.index, "obl", "xcomp", "ccomp", "compound:prt"):
        return []
    return [o for kid in tree.kids(verb.index, "conj") if kid.upos == "VERB" for o in tree.kids(kid.index, "obj")]


def _has_own_subject(tree: Tree, verb: Token) -> bool:
    """Whether a relative clause has a subject that is not its relative pronoun, and nothing else to be about."""
    own = [t for t in tree.kids(verb.index, "nsubj") if t.feats.get("PronType") != "Rel" and t.lemma not in _RELATIVE]
    return bool(own) and not tree.kids(verb.index, "xcomp", "ccomp") and not any(
        tree.case(t) and t.lemma in _RELATIVE for t in tree.kids(verb.index, "obl")
    )  # fmt: skip


_RELATIVE = frozenset({"who", "which", "that", "whom", "where", "when"})


def _is_passive_form(tree: Tree, verb: Token) -> bool:
    if tree.is_passive(verb):
        return True
    return _is_past_participle(verb) and has_dep(verb, "acl", "advcl", "conj", "xcomp") and not tree.kids(
        verb.index, "aux", "obj"
    ) and not (has_dep(verb, "conj") and _active_head(tree, verb))  # fmt: skip


def _active_head(tree: Tree, verb: Token) -> bool:
    """Whether a coordinated participle shares "has" or "had" with an active head: "has captured … and taken …"."""
    head = tree.head(verb)
    return head is not None and any(t.lemma == "have" for t in tree.kids(head.index, "aux"))


def _is_past_participle(verb: Token) -> bool:
    return verb.upos in ("VERB", "ADJ") and verb.feats.get("VerbForm") == "Part" and verb.feats.get("Tense") == "Past"
