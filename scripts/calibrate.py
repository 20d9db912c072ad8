#!/usr/bin/env python3
"""Fit the coefficients of kg/claims/confidence.py on the annotated texts that may be read, and say how they hold.

    python scripts/calibrate.py [--check]

Reads tests/gold/open and tests/gold/sample, writes kg/data/confidence.json and prints the reliability table by tenfold
cross-validation. --check writes nothing and exits with 1 where the file is stale.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "scripts"))
from score import Gold, judged, read_sentences, read_texts  # noqa: E402

GOLD, TARGET = ROOT / "tests" / "gold", ROOT / "kg" / "data" / "confidence.json"
PENALTY, FOLDS, STEPS = 1.0, 10, 30
BINS = (0.0, 0.6, 0.75, 0.85, 0.92, 1.0)


def annotated() -> Iterator[Gold]:
    """The texts that coefficients may be fitted to; the closed half is none of them."""
    yield from read_texts(GOLD / "sample", ROOT / "kg" / "data" / "sample")
    yield from read_texts(GOLD / "open")
    yield from read_sentences(GOLD / "open" / "sentences.jsonl")


def fit(rows: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Logistic regression by Newton's method; all coefficients but the first are drawn to 0."""
    weights = np.zeros(rows.shape[1])
    penalty = PENALTY * np.eye(rows.shape[1])
    penalty[0, 0] = 1e-3
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (right - chance) - penalty @ weights
        curve = (rows * (chance * (1 - chance))[:, None]).T @ rows + penalty
        weights = weights + np.linalg.solve(curve, slope)
    return weights


def reliability(rows: np.ndarray, right: np.ndarray) -> list[tuple[float, float, int, float, float]]:
    """(from, to, claims, mean confidence, share right) by cross-validation."""
    chance = np.zeros(len(right))
    for number in range(FOLDS):
        held = np.arange(len(right)) % FOLDS == number
        chance[held] = 1 / (1 + np.exp(-rows[held] @ fit(rows[~held], right[~held])))
    table = []
    for low, high in zip(BINS, BINS[1:], strict=False):
        inside = (chance >= low) & (chance < high)
        if inside.any():
            table.append((low, high, int(inside.sum()), float(chance[inside].mean()), float(right[inside].mean())))
    return table


def main() -> int:
    """Fit, print, and write or compare."""
    known = [row for gold in annotated() for row in judged(gold)]
    names = list(known[0][0])
    rows = np.array([[features[name] for name in names] for features, _ in known])
    right = np.array([float(is_right) for _, is_right in known])
    weights = {name: round(float(w), 2) for name, w in zip(names, fit(rows, right), strict=True)}
    print(f"{len(right)} claims, {right.mean():.3f} of them right")
    print("| confidence | claims | mean confidence | right |\n| --- | --- | --- | --- |")
    for low, high, count, mean, share in reliability(rows, right):
        print(f"| {low:.2f} to {high:.2f} | {count} | {mean:.2f} | {share:.2f} |")
    text = json.dumps({"fitted_on": "tests/gold/open, tests/gold/sample", "coefficients": weights}, indent=1) + "\n"
    if "--check" in sys.argv:
        return int(not TARGET.is_file() or TARGET.read_text(encoding="utf-8") != text)
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
