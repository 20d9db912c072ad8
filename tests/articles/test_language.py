import pytest

from kg.articles.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The army said on Monday that it had entered the town without a fight.", "en"),
        ("L'armée a annoncé lundi être entrée dans la ville sans combat.", "fr"),
        ("El ejército anunció el lunes que había entrado en la ciudad.", "es"),
        ("أعلن الجيش يوم الاثنين دخوله المدينة دون قتال", "ar"),
        ("Армия объявила в понедельник, что вошла в город без боя.", "ru"),
        ("Kidal", "en"),
        ("JNIM claims Ansongo attack", "en"),
        ("12345", "en"),
        ("", "en"),
    ],
)
def test_short_texts_fall_back_to_english(text, language):
    assert language_of(text) == language
