"""How far a claim can be trusted, from named features."""

from __future__ import annotations

from kg.claims.proposal import Proposal
from kg.claims.tree import Tree

# share of right claims among those of each kind of rule, to be calibrated on annotated text
_RULES = {"surface": 0.9, "verb": 0.85, "noun": 0.75, "phrase": 0.8, "adjacent": 0.8, "pattern": 0.85}
_LONG = 45


def confidence_of(proposal: Proposal, tree: Tree) -> float:
    """A number in 0..1 with two decimals."""
    return round(_product(features(proposal, tree)), 2)


def features(proposal: Proposal, tree: Tree) -> dict[str, float]:
    """What the confidence is the product of: the kind of rule, the way to the ends, the sentence's length."""
    return {
        "rule": _RULES.get(proposal.rule.partition(":")[0], 0.7),
        "ends": proposal.sureness,
        "length": 0.9 if len(tree) > _LONG else 1.0,
    }


def _product(numbers: dict[str, float]) -> float:
    result = 1.0
    for number in numbers.values():
        result *= number
    return result
