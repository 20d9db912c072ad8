"""Folding claims into dated relationships. Pure: claims in, relationships out; opens nothing."""

from kg.relationships.fold import fold, fold_groups
from kg.relationships.ledger import Group, Ledger

__all__ = ["Group", "Ledger", "fold", "fold_groups"]
