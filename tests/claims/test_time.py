"""Which date a claim gets: that of its own clause, resolved against publication on Wednesday 15 May 2024."""

from __future__ import annotations

from datetime import date

import pytest

from tests.claims.reading import describe, missing, not_yet, row

DATED = [
    row("M23 captured Rubaya on 2 May 2024.", "M23 > controls > Rubaya | start 2024-05-02"),
    row("M23 captured Rubaya on April 30.", "M23 > controls > Rubaya | start 2024-04-30"),
    row("M23 captured Rubaya on Friday.", "M23 > controls > Rubaya | start 2024-05-10"),
    row("M23 captured Rubaya yesterday.", "M23 > controls > Rubaya | start 2024-05-14"),
    row("M23 captured Rubaya last month.", "M23 > controls > Rubaya | start 2024-04"),
    row("M23 captured Rubaya three days ago.", "M23 > controls > Rubaya | start 2024-05-12"),
    row("M23 captured Rubaya in 2023.", "M23 > controls > Rubaya | start 2023"),
    row("M23 captured Rubaya in December.", "M23 > controls > Rubaya | start 2023-12"),
    row("The Taliban have held Kabul since August 2021.", "Taliban > controls > Kabul | start 2021-08"),
    row("Islamic State held Mosul until July 2017.", "Islamic State > controls > Mosul | end 2017-07"),
    row("The FARC fought Colombia from 1964 to 2016.", "FARC > fights > Colombia | start 1964 | end 2016"),
    row("Islamic State ruled Raqqa between 2014 and 2017.",
        "Islamic State > controls > Raqqa | start 2014 | end 2017"),
    row("By 2015 the Houthis held Sanaa.", "Houthis > controls > Sanaa | start ../2015-12-31"),
    row("Wagner left Mali in June 2025.", "Wagner > leaves > Mali | start 2025-06", date(2025, 6, 30)),
    row("France withdrew from Mali in the summer of 2022.", "France > leaves > Mali | start 2022-22"),
    row("Since Monday the RSF has been attacking the Sudanese army.",
        "RSF > fights > Sudanese Armed Forces | start 2024-05-13"),
    row("On Sunday, M23 seized Sake and on Tuesday Minova.", "M23 > controls > Sake | start 2024-05-12"),
    not_yet("The SDF captured Raqqa in October 2017 and Baghouz in March 2019.",
            "SDF > controls > Raqqa | start 2017-10; SDF > controls > Baghouz | start 2019-03",
            "a verb that is left out the second time is not read"),
]  # fmt: skip

UNDATED = [
    row("M23 controls Goma.", "M23 > controls > Goma"),
    row("The UN said on Tuesday that M23 controls Goma.", "M23 > controls > Goma | says United Nations"),
    row("Al-Shabaab, founded in 2006, fights the Somali army.",
        "al-Shabaab > fights > Somali National Army/Somalia"),
    row("M23 captured Goma after the talks of 5 May.", "M23 > controls > Goma"),
    row("M23 captured Rubaya on Friday.", "M23 > controls > Rubaya", None),
    row("The RSF seized Nyala before the rains of 2023 began.", "RSF > controls > Nyala"),
    row("Russia supports Mali, where elections were due in 2022.", "Russia > supports > Mali"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected", "published"), [*DATED, *UNDATED])
def test_the_claim_has_the_date_of_its_own_clause(sentence: str, expected: str, published: date | None) -> None:
    assert missing(sentence, expected, published) == [], describe(sentence, published)
