"""Who says so: reporting verbs, "according to", spokesmen, quotations that run over sentences."""

from __future__ import annotations

from datetime import date

import pytest

from tests.claims.reading import describe, missing, read, row

CLAIMANTS = [
    row("M23 said that it had captured Walikale.", "M23 > controls > Walikale | says M23"),
    row("JNIM claimed that it had seized Djibo.", "JNIM > controls > Djibo | says JNIM"),
    row("According to the Sudanese army, the RSF has withdrawn from Wad Madani.",
        "RSF > leaves > Wad Madani | says Sudanese Armed Forces"),
    row("The RSF has withdrawn from Wad Madani, according to the Sudanese army.",
        "RSF > leaves > Wad Madani | says Sudanese Armed Forces"),
    row("Mali accused Ukraine of supporting the FLA.", "Ukraine > supports > FLA | says Mali"),
    row("Sudan accuses the United Arab Emirates of arming the RSF.",
        "United Arab Emirates > supports > RSF | says Sudan"),
    row("Kinshasa says Rwanda backs M23.", "Rwanda > supports > M23 | says Democratic Republic of the Congo"),
    row("Russia has taken Vuhledar, its defence ministry said.",
        "Russia > controls > Vuhledar | says Government of Russia/Russian defence ministry/Russia"),
    row("Hamas announced that it had agreed a truce with Israel.",
        "Hamas > makesPeaceWith > Israel | says Hamas"),
    row("The United Nations reported that M23 controls Rubaya.", "M23 > controls > Rubaya | says United Nations"),
    row("Ukraine claims that North Korea supports Russia.", "North Korea > supports > Russia | says Ukraine"),
    row('"M23 controls Goma," Corneille Nangaa told reporters.',
        "M23 > controls > Goma | says Corneille Nangaa"),
    row('Corneille Nangaa spoke in Goma. "M23 controls Sake," he said.',
        "M23 > controls > Sake | says Corneille Nangaa"),
    row("Ethiopia accused Eritrea of arming the TPLF.", "Eritrea > supports > TPLF | says Ethiopia"),
    row("The Pentagon confirmed that American soldiers had left Niamey.",
        "United States > leaves > Niamey | says Pentagon/United States/United States Department of Defense"),
    row("Venezuela blamed Colombia for supporting the rebels of the ELN.",
        "Colombia > supports > National Liberation Army/ELN | says Venezuela"),
]  # fmt: skip

OWN_VOICE = [
    row("M23 has captured Walikale.", "M23 > controls > Walikale"),
    row("JNIM attacked the Malian army; the UN deplored it.", "JNIM > fights > Malian Armed Forces"),
    row("The RSF holds Nyala. The Sudanese army said that the RSF holds Nyala.", "RSF > controls > Nyala"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected", "published"), [*CLAIMANTS, *OWN_VOICE])
def test_the_claim_is_given_to_whoever_says_it(sentence: str, expected: str, published: date | None) -> None:
    assert missing(sentence, expected, published) == [], describe(sentence, published)


def test_a_spokesman_speaks_on_behalf_of_his_side() -> None:
    reading = read("Willy Ngoma, a spokesman for M23, was in Goma. Willy Ngoma said that FARDC had attacked M23.")
    said = [claim for claim in reading.claims if claim.claimant and claim.relation == "fights"]
    assert [reading.actors[claim.on_behalf_of].label for claim in said if claim.on_behalf_of] == ["March 23 Movement"]


def test_whoever_speaks_for_nobody_speaks_on_nobodys_behalf() -> None:
    assert [claim.on_behalf_of for claim in read("Mali accused Ukraine of supporting the FLA.").claims] == [None]
