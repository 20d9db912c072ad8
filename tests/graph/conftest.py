"""An empty store."""

from __future__ import annotations

import pytest

from kg.graph.store import Store


@pytest.fixture
def store():
    return Store.in_memory()
