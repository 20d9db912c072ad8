import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kg.documents.weights import restore, shrink

NUMBERS = st.floats(-100, 100, width=32)


@given(st.lists(st.lists(NUMBERS, min_size=3, max_size=3), min_size=1, max_size=5))
def test_rounding_costs_at_most_half_a_step(rows):
    matrix = np.array(rows, dtype="float32")
    steps = np.abs(matrix).max(axis=1, keepdims=True) / 127
    assert (np.abs(restore(shrink(matrix)) - matrix) <= steps * 0.501 + 1e-6).all()


@given(st.lists(NUMBERS, min_size=1, max_size=9))
def test_vectors_stay_exact(numbers):
    vector = np.array(numbers, dtype="float32")
    assert (restore(shrink(vector)) == vector).all()


def test_shapes_stay():
    cube = np.ones((2, 3, 4), dtype="float32")
    assert restore(shrink(cube)).shape == (2, 3, 4)
