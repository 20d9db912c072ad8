"""States, their armies, governments and police, peoples and seats."""

from __future__ import annotations

import pytest

from .reading import Found, read

TABLE: list[tuple[str, list[Found]]] = [
    (
        "Malian troops and Ukraine's army are far apart.",
        [("Malian troops", "fama", None), ("Ukraine's army", "ukraine-armed-forces", None)],
    ),
    (
        "The armed forces of Ukraine and the government of Chad spoke.",
        [("armed forces of Ukraine", "ukraine-armed-forces", None), ("government of Chad", "chad-government", None)],
    ),
    (
        "Syrian rebels fought Syrian government forces in Syria.",
        [
            ("Syrian rebels", "a.syrian-rebels", None),
            ("Syrian government forces", "syria-armed-forces", None),
            ("Syria", "syria", "syria"),
        ],
    ),
    (
        "Congolese soldiers retook Goma.",
        [("Congolese soldiers", "democratic-republic-of-the-congo-armed-forces", None), ("Goma", None, "gn216281")],
    ),
    (
        "Ukrainian and Russian forces clashed near Kupiansk in Ukraine.",
        [
            ("Ukrainian", "ukraine", None),
            ("Russian forces", "russia", None),
            ("Kupiansk", None, "gn703656"),
            ("Ukraine", "ukraine", "ukraine"),
        ],
    ),
    (
        "Kenyan police and Kenya's government disagreed.",
        [("Kenyan police", "kenya-police", None), ("Kenya's government", "kenya-government", None)],
    ),
    (
        "The junta in Niamey expelled the French ambassador.",
        [("junta in Niamey", "niger-government", None), ("French", "france", None)],
    ),
    (
        "Russian mercenaries landed in Bamako.",
        [("Russian mercenaries", "a.russian-mercenaries", None), ("Bamako", "mali", "bamako")],
    ),
    ("UN peacekeepers patrol Goma.", [("UN peacekeepers", "monusco", None), ("Goma", None, "gn216281")]),
    (
        "UN peacekeepers patrol Nouakchott.",
        [("UN peacekeepers", "a.un-peacekeepers", None), ("Nouakchott", "mauritania", "gn2377450")],
    ),
    ("The Russians and the Americans talked.", [("Russians", "russia", None), ("Americans", "united-states", None)]),
    ("Dozens of Malians died.", []),
    (
        "Moscow's forces advanced and Kyiv's troops fell back in Ukraine.",
        [
            ("Moscow's forces", "russia", None),
            ("Kyiv's troops", "ukraine-armed-forces", None),
            ("Ukraine", "ukraine", "ukraine"),
        ],
    ),
    (
        "The Sudanese Armed Forces and Sudan's government moved to Port Sudan.",
        [
            ("Sudanese Armed Forces", "sudan-armed-forces", None),
            ("Sudan's government", "sudan-government", None),
            ("Port Sudan", None, "gn377039"),
        ],
    ),
    (
        "The Ethiopian National Defence Force entered Mekelle.",
        [("Ethiopian National Defence Force", "ethiopia-armed-forces", None), ("Mekelle", None, "gn331180")],
    ),
    (
        "Turkey's defence ministry said Turkey had no role.",
        [("Turkey's defence ministry", "turkey-government", None), ("Turkey", "turkey", "turkey")],
    ),
    (
        "The White House condemned the coup in Niger.",
        [("White House", "united-states", None), ("Niger", "niger", "niger")],
    ),
    (
        "Congo's government accused Rwanda, and Kinshasa recalled its envoy.",
        [
            ("Congo's government", "democratic-republic-of-the-congo-government", None),
            ("Rwanda", "rwanda", "rwanda"),
            ("Kinshasa", "democratic-republic-of-the-congo", "gn2314302"),
        ],
    ),
    ("Israel forces Hamas to retreat.", [("Israel", "israel", "israel"), ("Hamas", "hamas", None)]),
]


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[text[:40] for text, _ in TABLE])
def test_states(text: str, expected: list[Found]) -> None:
    assert read(text) == expected
