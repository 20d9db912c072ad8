from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.documents.masks import BODY, PLACE, PLURAL, mask
from kg.model import Replacement


def masked(text, *replacements):
    """Mask the whole text; each replacement is (stretch, word)."""
    found = [
        Replacement(text.rindex(old), text.rindex(old) + len(old), word, index)
        for index, (old, word) in enumerate(replacements)
    ]
    return mask(text, 0, len(text), found)


@pytest.mark.parametrize(
    "text, replacements, expected",
    [
        ("Nothing changes here.", [], "Nothing changes here."),
        ("white  space\t is\u00a0folded ", [], "white space is folded"),
        ("in\u200bvis\u00adible", [], "invisible"),
        (
            "The Front for Peace left Old Town.",
            [("Front for Peace", BODY), ("Old Town", PLACE)],
            "The Army left London.",
        ),
        ("The Front (FP) has left.", [(" (FP)", "")], "The Front has left."),
        ("Rebels, alongside soldiers, left.", [(", alongside ", " and "), (", ", " ")], "Rebels and soldiers left."),
        ("The Front (FP) has left.", [(" (FP) ", " ")], "The Front has left."),
        ("The Front  (FP) has left.", [("(FP) ", " ")], "The Front has left."),
        ("(Reuters) - The army left.", [("(Reuters) - ", "")], "The army left."),
        ("They left (at last)", [("(at last)", "")], "They left"),
        (
            "Army Retakes Key Town From Rebel Alliance",
            [("Rebel Alliance", PLURAL)],
            "Army retakes key town from rebels",
        ),
        ("The Army of Mali met Jane Doe.", [], "The Army of Mali met Jane Doe."),
    ],
)
def test_mask(text, replacements, expected):
    assert masked(text, *replacements).text == expected


def test_every_character_leads_back():
    text = "So  the Front for Peace left."
    result = masked(text, ("Front for Peace", "Army"))
    at = result.text.index("Army")
    assert result.origins[at : at + 4] == ((8, 23),) * 4
    assert result.replacements == ((at, at + 4, 0),)
    assert result.origins[2] == (2, 4)
    assert text[slice(*result.origins[-1])] == "."


def test_only_the_slice_is_read():
    text = "First. Second one. Third."
    result = mask(
        text, 7, 18, [Replacement(0, 5, "Army"), Replacement(14, 17, "group", 3), Replacement(19, 24, "Army")]
    )
    assert result.text == "Second group."
    assert result.replacements == ((7, 12, 3),)


@pytest.mark.parametrize("spans", [[(0, 5), (4, 8)], [(8, 12)], [(3, 3)]])
def test_impossible_replacements_are_refused(spans):
    with pytest.raises(ValueError, match="overlaps"):
        mask("0123456789", 0, 10, [Replacement(start, end, "x") for start, end in spans])


def is_seen(char):
    return not char.isspace() and category(char) not in {"Cc", "Cf", "Cs", "Cn"}


@given(
    st.text(max_size=40),
    st.lists(st.integers(0, 40), max_size=6),
    st.sampled_from(["Army", " and ", "rebels", "", " "]),
)
def test_origins_are_exact(text, cuts, word):
    cuts = sorted({c for c in cuts if c <= len(text)})
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    result = mask(text, 0, len(text), [Replacement(start, end, word, n) for n, (start, end) in enumerate(pairs)])
    assert len(result.origins) == len(result.text)
    starts = [start for start, _ in result.origins]
    assert starts == sorted(starts)
    replaced = {i for start, end, _ in result.replacements for i in range(start, end)}
    for index, (char, (start, end)) in enumerate(zip(result.text, result.origins, strict=True)):
        if index in replaced:
            assert (start, end) in pairs
        elif char == " ":
            assert text[start:end].isspace() or (start, end) in pairs
        else:
            assert text[start:end].lower() == char.lower()
    hidden = {i for start, end in pairs for i in range(start, end)}
    kept = {
        start for index, (start, _) in enumerate(result.origins) if index not in replaced and result.text[index] != " "
    }
    assert kept == {i for i, char in enumerate(text) if i not in hidden and is_seen(char)}
