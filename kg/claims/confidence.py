"""How far a claim can be trusted: a logistic score of named features, calibrated on annotated text.

The coefficients are kg/data/confidence.json, written by scripts/calibrate.py; docs/extraction.md shows how they hold.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from kg.claims.proposal import Proposal
from kg.claims.tree import Tree

KINDS = ("surface", "verb", "noun", "phrase", "adjacent", "pattern")  # of rules, as their names begin
_LEAST, _MOST = 0.05, 0.97


def features(proposal: Proposal, tree: Tree, agreeing: Sequence[Proposal]) -> dict[str, float]:
    """What is known of a proposal, each from 0 to 1; `agreeing` are those of the same sentence that say the same."""
    kind = _kind(proposal)
    return {
        "one": 1.0,
        **{name: float(kind == name) for name in KINDS[1:]},
        "indirect": 1 - proposal.sureness,
        "agreed": float(len({_kind(other) for other in [proposal, *agreeing]}) > 1),
        "insert": float(tree.sentence.host is not None),
    }


def confidence_of(known: Mapping[str, float]) -> float:
    """A number in 0..1 with two decimals."""
    weights = coefficients()
    score = sum(weights.get(name, 0.0) * value for name, value in known.items())
    return round(min(_MOST, max(_LEAST, 1 / (1 + math.exp(-score)))), 2)


@cache
def coefficients() -> Mapping[str, float]:
    """Feature → its coefficient."""
    text = files("kg.data").joinpath("confidence.json").read_text(encoding="utf-8")
    return MappingProxyType({name: float(value) for name, value in json.loads(text)["coefficients"].items()})


def _kind(proposal: Proposal) -> str:
    return proposal.rule.partition(":")[0]
