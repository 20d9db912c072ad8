"""What extraction reached on annotated texts must stay reached; the closed half is only counted."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kg.pipeline import Reader

ROOT = Path(__file__).resolve().parents[2]
GOLD, SAMPLE = ROOT / "tests" / "gold", ROOT / "kg" / "data" / "sample"
SEEDS = ROOT.parent / "shared"  # five articles that lie beside the checkout where they are at hand

# precision and recall, a little under what was measured
FLOORS = {
    "sample": (0.80, 0.34),
    "open texts": (0.85, 0.39),
    "open sentences": (0.85, 0.45),
    "closed texts": (0.82, 0.46),
    "closed sentences": (0.82, 0.27),
}
NOISE = 0.02  # claims a sentence that holds none
READER = Reader()


@pytest.fixture(scope="module")
def scoring() -> Iterable[ModuleType]:
    """The scorer, which the developer's scripts use as well."""
    sys.path.insert(0, str(ROOT / "scripts"))
    yield importlib.import_module("score")
    sys.path.remove(str(ROOT / "scripts"))


def annotated(scoring: ModuleType, name: str) -> Any:
    """The gold of one set."""
    if name == "sample":
        return scoring.read_texts(GOLD / "sample", SAMPLE)
    half, kind = name.split(" ")
    return (
        scoring.read_texts(GOLD / half) if kind == "texts" else scoring.read_sentences(GOLD / half / "sentences.jsonl")
    )


@pytest.mark.parametrize("name", FLOORS)
def test_precision_and_recall_stay_above_their_floors(scoring: ModuleType, name: str) -> None:
    counts = scoring.score(annotated(scoring, name), READER)
    least_precision, least_recall = FLOORS[name]
    assert counts.precision >= least_precision, f"{name}: precision {counts.precision:.3f}"
    assert counts.recall >= least_recall, f"{name}: recall {counts.recall:.3f}"


@pytest.mark.skipif(not (SEEDS / "seeds").is_dir(), reason="the five seed articles are not beside this checkout")
def test_the_seeds_stay_above_their_floor(scoring: ModuleType) -> None:
    counts = scoring.score(scoring.read_texts(SEEDS / "gold", SEEDS / "seeds"), READER)
    assert counts.precision >= 0.90, f"precision {counts.precision:.3f}"
    assert counts.recall >= 0.55, f"recall {counts.recall:.3f}"


@pytest.mark.parametrize("half", ["open", "closed"])
def test_text_without_claims_stays_without(scoring: ModuleType, half: str) -> None:
    empty = [g for g in scoring.read_sentences(GOLD / half / "sentences.jsonl") if not g.claims]
    claims = sum(len(READER.read_article(gold.article).claims) for gold in empty)
    assert len(empty) > 20
    assert claims <= NOISE * len(empty), f"{claims} claims in {len(empty)} sentences that hold none"


def test_debatable_claims_stay_few(scoring: ModuleType) -> None:
    counts = scoring.score(annotated(scoring, "open texts"), READER)
    assert counts.debatable / counts.texts <= 6


def test_the_scorer_counts_what_is_missed_and_what_is_wrong(scoring: ModuleType) -> None:
    [gold, *_] = [g for g in annotated(scoring, "open texts") if g.claims]
    nothing = scoring.Gold(gold.article, gold.names, ())
    read = len({c.pair for c in READER.read_article(gold.article).claims})
    assert scoring.score([nothing], READER).wrong == read > 0
    empty = type(gold.article)("Nothing happened.", "empty.txt", language="en")
    firm = scoring.score([gold], READER)
    assert scoring.score([scoring.Gold(empty, gold.names, gold.claims)], READER).missed == firm.matched + firm.missed
