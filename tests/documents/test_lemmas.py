import pytest

from kg.documents.pipeline import load_pipeline

PAST, PART, PLURAL = "Tense=Past|VerbForm=Fin", "Tense=Past|VerbForm=Part", "Number=Plur"


@pytest.fixture(scope="module")
def lemmas():
    return load_pipeline().lemmas


@pytest.mark.parametrize(
    "form, upos, feats, expected",
    [
        ("fled", "VERB", PAST, "flee"),
        ("withdrew", "VERB", PAST, "withdraw"),
        ("retook", "VERB", PAST, "retake"),
        ("re-taken", "VERB", PART, "re-take"),
        ("kidnapped", "VERB", PART, "kidnap"),
        ("besieging", "VERB", "VerbForm=Ger", "besiege"),
        ("allied", "VERB", PART, "ally"),
        ("Seizes", "VERB", "Tense=Pres", "seize"),
        ("reoccupied", "VERB", PART, "reoccupy"),
        ("is", "AUX", "Tense=Pres", "be"),
        ("armies", "NOUN", PLURAL, "army"),
        ("allies", "NOUN", PLURAL, "ally"),
        ("bases", "NOUN", PLURAL, "base"),
        ("series", "NOUN", PLURAL, "series"),
        ("batches", "NOUN", PLURAL, "batch"),
        ("militiamen", "NOUN", PLURAL, "militiaman"),
        ("press", "NOUN", "Number=Sing", "press"),
        ("Tuaregs", "PROPN", PLURAL, "tuareg"),
        ("Niger", "PROPN", "Number=Sing", "niger"),
        ("heavier", "ADJ", "Degree=Cmp", "heavy"),
        ("former", "ADJ", "Degree=Pos", "former"),
        ("their", "PRON", "Poss=Yes", "their"),
    ],
)
def test_lemmas(lemmas, form, upos, feats, expected):
    assert lemmas.of(form, upos, feats) == expected
