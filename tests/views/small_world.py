"""A made-up picture of realistic size: the names are the Sahel's, all articles and sentences generated test data."""

from __future__ import annotations

from datetime import date

from kg.dates import ImpreciseDate, add_days
from kg.model import Actor, Article, Claim, Evidence, Place
from kg.relationships.fold import fold
from kg.views.data import PageData, Succession, page_data
from kg.vocabulary import SIGNATURES, Kind, Modality, PlaceKind, Polarity, Relation

K, R = Kind, Relation

ACTORS = [
    ("mali", K.STATE, "Mali", ()),
    ("mali-gov", K.GOVERNMENT, "Government of Mali", ("Bamako government", "Malian junta", "gouvernement malien")),
    ("fama", K.ARMED_FORCE, "Malian Armed Forces", ("FAMa", "Malian army", "Forces armées maliennes")),
    ("burkina-gov", K.GOVERNMENT, "Government of Burkina Faso", ("Ouagadougou authorities",)),
    ("fafb", K.ARMED_FORCE, "Armed forces of Burkina Faso", ("Burkinabè army",)),
    ("vdp", K.MILITIA, "Volunteers for the Defence of the Homeland", ("VDP",)),
    ("niger-gov", K.GOVERNMENT, "Government of Niger", ("Niamey",)),
    ("fan", K.ARMED_FORCE, "Armed forces of Niger", ("FAN",)),
    ("france", K.STATE, "France", ("Paris",)),
    ("serval", K.MISSION, "Operation Serval", ("Serval",)),
    ("barkhane", K.MISSION, "Operation Barkhane", ("Barkhane",)),
    ("takuba", K.MISSION, "Task Force Takuba", ("Takuba",)),
    ("minusma", K.MISSION, "MINUSMA", ("UN mission in Mali",)),
    ("g5", K.COALITION, "G5 Sahel Joint Force", ("FC-G5S",)),
    ("ecowas", K.INTERGOVERNMENTAL_ORGANISATION, "ECOWAS", ("CEDEAO",)),
    ("aes", K.COALITION, "Alliance of Sahel States", ("AES", "Alliance des États du Sahel")),
    ("russia", K.STATE, "Russia", ("Moscow",)),
    ("wagner", K.PRIVATE_MILITARY_COMPANY, "Wagner Group", ("Wagner", "PMC Wagner")),
    ("africa-corps", K.ARMED_FORCE, "Africa Corps", ("Afrika Korps",)),
    ("algeria", K.STATE, "Algeria", ("Algiers",)),
    ("mnla", K.SEPARATIST, "MNLA", ("National Movement for the Liberation of Azawad", "NMLA", "MLNA")),
    ("hcua", K.SEPARATIST, "HCUA", ("High Council for the Unity of Azawad",)),
    ("maa", K.SEPARATIST, "Arab Movement of Azawad", ("MAA",)),
    ("cma", K.COALITION, "CMA", ("Coordination of Azawad Movements",)),
    ("csp", K.COALITION, "CSP-PSD", ("CSP", "Permanent Strategic Framework")),
    ("fla", K.SEPARATIST, "Azawad Liberation Front", ("FLA", "Front de libération de l'Azawad")),
    ("gatia", K.MILITIA, "GATIA", ("Imghad Tuareg Self-Defence Group",)),
    ("platform", K.COALITION, "Platform", ("Plateforme",)),
    ("ansar-dine", K.JIHADIST, "Ansar Dine", ("Ansar Eddine",)),
    ("aqim", K.JIHADIST, "AQIM", ("Al-Qaeda in the Islamic Maghreb", "AQMI")),
    ("mujao", K.JIHADIST, "MUJAO", ("Movement for Oneness and Jihad in West Africa",)),
    ("mourabitoun", K.JIHADIST, "Al-Mourabitoun", ()),
    ("macina", K.JIHADIST, "Katiba Macina", ("Macina Liberation Front",)),
    ("jnim", K.JIHADIST, "JNIM", ("Group for the Support of Islam and Muslims", "GSIM")),
    ("isgs", K.JIHADIST, "Islamic State in the Greater Sahara", ("ISGS", "EIGS")),
    ("iyad", K.PERSON, "Iyad Ag Ghali", ("Ag Ghaly",)),
    ("goita", K.PERSON, "Assimi Goïta", ("Goita",)),
    ("dan-na", K.MILITIA, "Dan Na Ambassagou", ()),
]  # fmt: skip
PLACES = [
    ("kidal", "Kidal"), ("gao", "Gao"), ("timbuktu", "Timbuktu"), ("menaka", "Ménaka"), ("tessalit", "Tessalit"),
    ("tinzaouaten", "Tinzaouaten"), ("ber", "Ber"), ("aguelhok", "Aguelhok"), ("konna", "Konna"), ("djibo", "Djibo"),
    ("lere", "Léré"), ("farabougou", "Farabougou"), ("mopti", "Mopti"), ("p-mali", "Mali"),
]  # fmt: skip
SUCCESSIONS = [
    ("serval", "barkhane", "2014-08-01", "replaced"), ("cma", "csp", "2021-05", "replaced"),
    ("csp", "fla", "2024-11-30", "merged"), ("mnla", "fla", "2024-11-30", "merged"),
    ("hcua", "fla", "2024-11-30", "merged"), ("maa", "fla", "2024-11-30", "merged"),
    ("ansar-dine", "jnim", "2017-03-02", "merged"), ("mourabitoun", "jnim", "2017-03-02", "merged"),
    ("macina", "jnim", "2017-03-02", "merged"), ("mujao", "mourabitoun", "2013-08-22", "merged"),
    ("wagner", "africa-corps", "2025-06", "replaced"),
]  # fmt: skip
# subject, relation, object, from, last report, ended (None: presumed on)
STORY = [
    ("mnla", R.FIGHTS, "fama", "2012-01-17", "2013-06", "2013-06-18"),
    ("mnla", R.ALLIED_WITH, "ansar-dine", "2012-01", "2012-05", "2012-06"),
    ("mnla", R.FIGHTS, "mujao", "2012-06-26", "2013-02", None),
    ("ansar-dine", R.FIGHTS, "fama", "2012-01-24", "2013-01", None),
    ("ansar-dine", R.ALLIED_WITH, "aqim", "2012-03", "2016-10", None),
    ("mujao", R.ALLIED_WITH, "aqim", "2012-03", "2013-05", None),
    ("mnla", R.BREAKS_WITH, "ansar-dine", "2012-06-02", "2012-06", None),
    ("serval", R.FIGHTS, "ansar-dine", "2013-01-11", "2014-06", None),
    ("serval", R.FIGHTS, "mujao", "2013-01-11", "2013-10", None),
    ("serval", R.FIGHTS, "aqim", "2013-01-11", "2014-06", None),
    ("serval", R.SUPPORTS, "fama", "2013-01-11", "2014-07", "2014-08-01"),
    ("france", R.SUPPORTS, "mali-gov", "2013-01-11", "2021-06", "2022-02-17"),
    ("serval", R.AFFILIATED_WITH, "france", "2013-01-11", "2014-07", "2014-08-01"),
    ("mnla", R.CONTROLS, "kidal", "2012-04-06", "2012-06", "2012-06-30"),
    ("mnla", R.CONTROLS, "menaka", "2012-02-01", "2012-10", "2012-11-19"),
    ("ansar-dine", R.CONTROLS, "kidal", "2012-06-30", "2013-01", "2013-01-28"),
    ("ansar-dine", R.CONTROLS, "timbuktu", "2012-04-02", "2013-01", "2013-01-28"),
    ("mujao", R.CONTROLS, "gao", "2012-06-27", "2013-01", "2013-01-26"),
    ("fama", R.CONTROLS, "gao", "2013-01-26", "2025-05", None),
    ("fama", R.CONTROLS, "timbuktu", "2013-01-28", "2025-03", None),
    ("mnla", R.CONTROLS, "kidal", "2013-01-29", "2014-06", None),
    ("mnla", R.MAKES_PEACE_WITH, "mali-gov", "2013-06-18", "2013-06", None),
    ("minusma", R.SUPPORTS, "mali-gov", "2013-07-01", "2023-05", "2023-06-16"),
    ("minusma", R.OPERATES_IN, "gao", "2013-07-01", "2023-10", "2023-12-31"),
    ("fama", R.CONTROLS, "konna", "2013-01-18", "2013-06", None),
    ("cma", R.FIGHTS, "fama", "2014-05-17", "2015-05", "2015-06-20"),
    ("mnla", R.AFFILIATED_WITH, "cma", "2014-10", "2021-01", "2021-05-06"),
    ("hcua", R.AFFILIATED_WITH, "cma", "2014-10", "2021-01", "2021-05-06"),
    ("maa", R.AFFILIATED_WITH, "cma", "2014-10", "2021-01", "2021-05-06"),
    ("gatia", R.AFFILIATED_WITH, "platform", "2014-08", "2020-02", None),
    ("gatia", R.FIGHTS, "cma", "2014-08", "2017-07", "2017-09-20"),
    ("gatia", R.SUPPORTS, "fama", "2014-08", "2018-03", None),
    ("platform", R.MAKES_PEACE_WITH, "cma", "2017-09-20", "2017-09", None),
    ("cma", R.MAKES_PEACE_WITH, "mali-gov", "2015-06-20", "2016-02", None),
    ("platform", R.MAKES_PEACE_WITH, "mali-gov", "2015-05-15", "2015-06", None),
    ("cma", R.CONTROLS, "kidal", "2014-10", "2021-03", "2021-05-06"),
    ("algeria", R.SUPPORTS, "mali-gov", "2014-07", "2020-02", None),
    ("barkhane", R.SUPPORTS, "fama", "2014-08-01", "2021-11", "2022-02-17"),
    ("barkhane", R.AFFILIATED_WITH, "france", "2014-08-01", "2022-06", "2022-11-09"),
    ("barkhane", R.FIGHTS, "aqim", "2014-08-01", "2020-06", None),
    ("barkhane", R.FIGHTS, "jnim", "2017-04", "2022-06", None),
    ("barkhane", R.FIGHTS, "isgs", "2017-10", "2022-06", None),
    ("jnim", R.AFFILIATED_WITH, "aqim", "2017-03-02", "2024-11", None),
    ("jnim", R.FIGHTS, "fama", "2017-03", "2025-09", None),
    ("jnim", R.FIGHTS, "minusma", "2017-05", "2023-06", None),
    ("isgs", R.FIGHTS, "fama", "2018-01", "2025-06", None),
    ("isgs", R.FIGHTS, "fan", "2017-10-04", "2025-03", None),
    ("jnim", R.FIGHTS, "isgs", "2020-01", "2025-05", None),
    ("jnim", R.FIGHTS, "fafb", "2018-03", "2025-09", None),
    ("jnim", R.FIGHTS, "vdp", "2020-01", "2025-08", None),
    ("vdp", R.SUPPORTS, "fafb", "2020-01-21", "2025-06", None),
    ("fafb", R.AFFILIATED_WITH, "burkina-gov", "2016-01", "2025-06", None),
    ("fama", R.AFFILIATED_WITH, "mali-gov", "2013-01", "2025-08", None),
    ("fan", R.AFFILIATED_WITH, "niger-gov", "2016-01", "2025-05", None),
    ("jnim", R.CONTROLS, "farabougou", "2020-10", "2021-04", None),
    ("jnim", R.CONTROLS, "djibo", "2025-05-11", "2025-05", None),
    ("iyad", R.LEADS, "jnim", "2017-03-02", "2025-04", None),
    ("goita", R.LEADS, "mali-gov", "2021-05-24", "2025-07", None),
    ("iyad", R.LEADS, "ansar-dine", "2012-01", "2016-06", None),
    ("g5", R.SUPPORTS, "fama", "2017-07", "2021-06", "2022-05-15"),
    ("france", R.SUPPORTS, "g5", "2017-07", "2021-06", None),
    ("takuba", R.SUPPORTS, "fama", "2020-03-27", "2021-12", "2022-06-30"),
    ("ecowas", R.BREAKS_WITH, "mali-gov", "2022-01-09", "2022-01", None),
    ("france", R.BREAKS_WITH, "mali-gov", "2022-02-17", "2022-05", None),
    ("france", R.LEAVES, "p-mali", "2022-08-15", "2022-08", None),
    ("minusma", R.LEAVES, "p-mali", "2023-12-31", "2023-12", None),
    ("wagner", R.SUPPORTS, "fama", "2021-12", "2025-05", "2025-06-06"),
    ("wagner", R.ALLIED_WITH, "mali-gov", "2021-12", "2025-05", "2025-06-06"),
    ("wagner", R.FIGHTS, "jnim", "2022-01", "2025-04", "2025-06-06"),
    ("wagner", R.AFFILIATED_WITH, "russia", "2021-12", "2024-12", None),
    ("russia", R.SUPPORTS, "mali-gov", "2021-12", "2025-07", None),
    ("csp", R.CONTROLS, "kidal", "2021-05", "2023-10", "2023-11-14"),
    ("csp", R.FIGHTS, "fama", "2023-08-11", "2024-10", "2024-11-30"),
    ("csp", R.FIGHTS, "wagner", "2023-08-11", "2024-09", "2024-11-30"),
    ("csp", R.BREAKS_WITH, "mali-gov", "2023-01", "2023-01", None),
    ("fama", R.CONTROLS, "kidal", "2023-11-14", "2025-07", None),
    ("fama", R.CONTROLS, "ber", "2023-08-13", "2024-01", None),
    ("csp", R.CONTROLS, "tinzaouaten", "2024-07-27", "2024-10", "2024-11-30"),
    ("fla", R.CONTROLS, "tinzaouaten", "2024-11-30", "2025-06", None),
    ("fla", R.FIGHTS, "fama", "2024-11-30", "2025-09", None),
    ("fla", R.FIGHTS, "africa-corps", "2025-06", "2025-09", None),
    ("africa-corps", R.SUPPORTS, "fama", "2024-01", "2025-09", None),
    ("africa-corps", R.AFFILIATED_WITH, "russia", "2023-12", "2025-06", None),
    ("africa-corps", R.FIGHTS, "jnim", "2025-01", "2025-08", None),
    ("aes", R.SUPPORTS, "mali-gov", "2023-09-16", "2025-08", None),
    ("burkina-gov", R.AFFILIATED_WITH, "aes", "2023-09-16", "2025-08", None),
    ("mali-gov", R.AFFILIATED_WITH, "aes", "2023-09-16", "2025-08", None),
    ("niger-gov", R.AFFILIATED_WITH, "aes", "2023-09-16", "2025-08", None),
    ("mali-gov", R.BREAKS_WITH, "ecowas", "2024-01-28", "2025-01", None),
    ("mali-gov", R.BREAKS_WITH, "algeria", "2025-04-06", "2025-04", None),
    ("dan-na", R.FIGHTS, "macina", "2016-12", "2017-02", None),
    ("dan-na", R.FIGHTS, "jnim", "2017-03", "2022-03", None),
    ("fama", R.OPERATES_IN, "mopti", "2013-01", "2025-02", None),
    ("jnim", R.OPERATES_IN, "mopti", "2017-03", "2025-06", None),
    ("fama", R.CONTROLS, "tessalit", "2024-02", "2024-12", None),
    ("fama", R.LEAVES, "lere", "2023-09-17", "2023-09", None),
    ("csp", R.CONTROLS, "aguelhok", "2021-05", "2023-09", "2024-02-10"),
    ("macina", R.FIGHTS, "fama", "2015-01", "2017-02", None),
]
OUTLETS = ("Test Wire", "The Sample Post", "Journal d'essai", "Example Monitor")
SENTENCES = (
    "Test data: residents said that {a} and {b} had been seen together on the road north of the town.",
    "Test data: {a}, according to a statement read out on local radio, {verb} {b}; the account could not be checked.",
    "Test data: officials familiar with the talks described how {a} {verb} {b} after weeks of meetings in the capital, "
    "and said that more was to come before the rains.",
    "Test data: “{a} {verb} {b},” a spokesman said.",
)
VERBS = {
    R.FIGHTS: "fought", R.ALLIED_WITH: "stood with", R.SUPPORTS: "backed", R.CONTROLS: "held", R.LEADS: "led",
    R.AFFILIATED_WITH: "belonged to", R.BREAKS_WITH: "broke with", R.MAKES_PEACE_WITH: "signed with",
    R.OPERATES_IN: "was active in", R.LEAVES: "left", R.SPEAKS_FOR: "spoke for", R.SUCCEEDS: "replaced",
}  # fmt: skip


def small_world() -> PageData:
    """About forty actors, a dozen places, a hundred relationships, some contested, possible or only announced."""
    actors = {i: Actor(i, kind, label, (label, *names)) for i, kind, label, names in ACTORS}
    places = {
        i: Place(i, PlaceKind.COUNTRY if i == "p-mali" else PlaceKind.TOWN, label, (label,)) for i, label in PLACES
    }
    teller = _Teller({i: x.label for i, x in (*actors.items(), *places.items())})
    claims = [
        c
        for n, (a, relation, b, start, last, end) in enumerate(STORY)
        for c in teller.tell(n, (a, relation, b), start, last, end)
    ]
    claims.append(
        teller.claim(900, 1, ("algeria", R.SUPPORTS, "csp"), None, date(2023, 12, 20), polarity=Polarity.DENIED)
    )
    claims.append(
        teller.claim(901, 1, ("ecowas", R.FIGHTS, "niger-gov"), None, date(2023, 8, 10), modality=Modality.PLANNED)
    )
    successions = [
        Succession(a, b, ImpreciseDate.parse(d), kind, "generated test data") for a, b, d, kind in SUCCESSIONS
    ]
    return page_data(fold(claims), claims, actors, places, teller.articles.values(), successions)


class _Teller:
    """Makes up articles and the claims in them."""

    def __init__(self, labels: dict[str, str]) -> None:
        self.labels = labels
        self.articles: dict[str, Article] = {}

    def tell(self, n, ends, start, last, end):
        """All claims of one line of the story: reports, its end, and now and then a denial or a maybe."""
        relation = ends[1]
        event = SIGNATURES[relation].event
        first = _first(start)
        for i, day in enumerate([add_days(first, 3)] if event else _reports(relation, start, last)):
            said = start if event or i == 0 else day.strftime("%Y-%m") if relation is R.FIGHTS else None
            yield self.claim(n, i, ends, said, day)
        if end and relation is not R.FIGHTS:
            yield self.claim(n, 30, ends, start, add_days(_first(end), 5), until=end)
        if n % 9 == 4:
            yield self.claim(n, 20, ends, start, add_days(first, 40), polarity=Polarity.DENIED)
        if n % 11 == 5:
            yield self.claim(n, 21, ends, start, add_days(first, 25), modality=Modality.POSSIBLE)

    def claim(self, n, i, ends, start, day, *, until=None, polarity=Polarity.ASSERTED, modality=Modality.ACTUAL):
        a, relation, b = ends
        quote = SENTENCES[(n + i) % len(SENTENCES)].format(a=self.labels[a], b=self.labels[b], verb=VERBS[relation])
        article = self._article((n * 3 + i) % len(OUTLETS), day, n)
        voice = ("mali-gov", "fama", None, "cma", None)[(n + i) % 5]
        return Claim(
            article.id, a, relation, b, polarity, modality, voice, None,
            ImpreciseDate.parse(start) if start else None, ImpreciseDate.parse(until) if until else None,
            reported=day, confidence=(0.92, 0.74, 0.55, 0.83)[(n + i) % 4], rule="test:generated",
            evidence=(Evidence(quote, 0, len(quote)),),
        )  # fmt: skip

    def _article(self, outlet: int, day: date, n: int) -> Article:
        title = f"Test report of {'spring' if day.month < 7 else 'autumn'} {day.year}"
        key = f"{outlet} {title}"
        if key not in self.articles:
            url = "https://example.org/test" if n % 2 else None
            self.articles[key] = Article(key, "generated", title, OUTLETS[outlet], day, url=url, language="en")
        return self.articles[key]


def _reports(relation: Relation, start: str, last: str) -> list[date]:
    """Days of report, closer together than the relation persists."""
    first, final = _first(start), ImpreciseDate.parse(last).latest
    apart = int((SIGNATURES[relation].persistence or 365) * 0.9)
    days, day = [add_days(first, 3)], add_days(first, 90)
    while final and day < final:
        days.append(day)
        day = add_days(day, apart)
    return days


def _first(text: str) -> date:
    when = ImpreciseDate.parse(text)
    assert when.earliest
    return when.earliest
