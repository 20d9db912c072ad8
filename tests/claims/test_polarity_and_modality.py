"""Denied, possible and planned claims: they are recorded as such, never dropped and never as facts."""

from __future__ import annotations

from datetime import date

import pytest

from tests.claims.reading import describe, missing, row

DENIED = [
    row("Rwanda does not support M23.", "Rwanda > supports > M23 | denied"),
    row("Rwanda denies supporting M23.", "Rwanda > supports > M23 | denied | says Rwanda"),
    row("The United Arab Emirates has denied arming the RSF.",
        "United Arab Emirates > supports > RSF | denied | says United Arab Emirates"),
    row("Iran denied that it had sent drones to Russia.", "Iran > supports > Russia | denied | says Iran"),
    row("The Sudanese army has not left Babanusa.", "Sudanese Armed Forces > leaves > Babanusa | denied"),
    row("M23 never withdrew from Kibumba.", "M23 > leaves > Kibumba | denied"),
    row("JNIM failed to capture Djibo.", "JNIM > controls > Djibo | denied"),
    row("The RSF no longer controls Wad Madani.", "RSF > controls > Wad Madani | denied"),
    row("Neither Iran nor Russia supports the Taliban.",
        "Iran > supports > Taliban | denied; Russia > supports > Taliban | denied"),
    row("Kigali rejects the charge that it arms M23.", "Rwanda > supports > M23 | denied | says Rwanda"),
    row("Hezbollah refused to withdraw from Tyre.", "Hezbollah > leaves > Tyre | denied"),
    row("No Wagner fighters are deployed in Chad.", "Wagner > operatesIn > Chad | denied"),
]  # fmt: skip

POSSIBLE = [
    row("Russia may attack Moldova.", "Russia > fights > Moldova | possible"),
    row("M23 could capture Bukavu.", "M23 > controls > Bukavu | possible"),
    row("The RSF reportedly seized Babanusa.", "RSF > controls > Babanusa | possible"),
    row("Africa Corps might have left Kidal.", "Africa Corps > leaves > Kidal | possible"),
    row("Iran allegedly arms the Houthis.", "Iran > supports > Houthis | possible"),
    row("Ukraine is said to support the FLA.", "Ukraine > supports > FLA | possible"),
    row("JNIM has possibly taken Diapaga.", "JNIM > controls > Diapaga | possible"),
    row("Egypt is believed to train the Sudanese army.", "Egypt > supports > Sudanese Armed Forces/Sudan | possible"),
]  # fmt: skip

PLANNED = [
    row("Chad will withdraw from the MNJTF.", "Chad > breaksWith > MNJTF | planned"),
    row("The Malian army vowed to retake Tinzaouaten.", "Malian Armed Forces > controls > Tinzaouaten | planned"),
    row("France plans to withdraw from Gabon.", "France > leaves > Gabon | planned"),
    row("Kenya is to deploy police to Haiti.", "Kenya > operatesIn > Haiti | planned"),
    row("Israel threatened to attack Hezbollah.", "Israel > fights > Hezbollah | planned"),
    row("Turkey is ready to support Azerbaijan.", "Turkey > supports > Azerbaijan | planned"),
    row("Ethiopia and the OLA are expected to sign a ceasefire.", "Ethiopia > makesPeaceWith > OLA | planned"),
    row("Burundi intends to leave Uvira.", "Burundi > leaves > Uvira | planned"),
]  # fmt: skip

ACTUAL = [
    row("The RSF, which will hold talks in Geneva, seized Nyala.", "RSF > controls > Nyala"),
    row("M23 captured Goma and could not be stopped.", "M23 > controls > Goma"),
    row("Nobody doubts that Iran supports Hezbollah.", "Iran > supports > Hezbollah"),
    row("Iran, which does not recognise Israel, arms the Houthis.", "Iran > supports > Houthis"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected", "published"), [*DENIED, *POSSIBLE, *PLANNED, *ACTUAL])
def test_the_claim_is_put_as_the_text_puts_it(sentence: str, expected: str, published: date | None) -> None:
    assert missing(sentence, expected, published) == [], describe(sentence, published)
