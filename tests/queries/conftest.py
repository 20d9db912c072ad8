"""The small world, read only."""

from __future__ import annotations

import pytest

from .world import small_world


@pytest.fixture(scope="session")
def world():
    return small_world()
