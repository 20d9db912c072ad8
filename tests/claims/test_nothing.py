"""What is no claim: victims, crimes, talk, rivalry without arms, what did not happen, other subjects altogether."""

from __future__ import annotations

import pytest

from tests.claims.reading import describe, row

NOTHING = [
    row("Twelve civilians were killed in a market in Khartoum.", ""),
    row("Amnesty International accused the Malian army of massacring villagers.", ""),
    row("The United Nations called for restraint.", ""),
    row("Human Rights Watch says the RSF burned houses in Nyala.", ""),
    row("Thousands of people have fled Goma.", ""),
    row("The Red Cross said its staff could not reach El Fasher.", ""),
    row("Egypt and Ethiopia are rivals on the Nile.", ""),
    row("Saudi Arabia competes with Iran for influence in the region.", ""),
    row("Had Russia attacked Kyiv from the south, the city would have fallen.", ""),
    row("If Rwanda had supported the talks, things would be different.", ""),
    row("France beat Argentina in the final on Sunday.", ""),
    row("Kenya defeated Nigeria by two goals to one.", ""),
    row("Floods killed 40 people in Niger.", ""),
    row("An earthquake struck Turkey and Syria.", ""),
    row("Germany and France signed a trade agreement in Berlin.", ""),
    row("Police in Nairobi fired tear gas at protesters.", ""),
    row("The company will build a refinery in Angola with China's help.", ""),
    row("The president of Senegal visited Paris on Friday.", ""),
    row("Ethiopia's economy is fighting inflation.", ""),
    row("The minister will leave for Washington on Monday.", ""),
    row("The Kremlin criticised the sanctions of the European Union.", ""),
    row("The United States urged Sudan to hold elections.", ""),
    row("India captured a large share of the market.", ""),
    row("Ukraine's grain exports to Egypt have recovered.", ""),
    row("The army of Mali was created in 1960.", ""),
    row("Brazil took control of the match in the second half.", ""),
    row("Colombia's football team withdrew from the tournament.", ""),
    row("The court ordered Apple to leave the market.", ""),
    row("The UN Security Council condemned the violence in Haiti.", ""),
    row("Residents of Timbuktu fear hunger more than the war.", ""),
    row("He compared the siege to the one of Leningrad.", ""),
    row("Norway gave the museum a painting.", ""),
    row("The strike by teachers in Nigeria entered its third week.", ""),
    row("A bus attacked by bandits near Kaduna was burned.", ""),
    row("South Africa's ruling party lost its majority.", ""),
]  # fmt: skip

NOT_LINKED = [
    row("The Malian army denied the report, while JNIM fought ISGS in Gossi.", "Malian Armed Forces > fights"),
    row("Rwanda was silent as M23 attacked Goma.", "Rwanda > fights"),
    row("Iran welcomed the truce; Russia attacked Kharkiv.", "Iran > fights"),
    row("Turkey, a member of NATO, criticised Israel's attack on Hamas.", "Turkey > fights"),
    row("MINUSMA said that JNIM had seized Ber.", "MINUSMA > controls"),
    row("The attack on Hamas was condemned by Jordan.", "Jordan > fights"),
    row("The Houthis fired at ships; the United States was told of it by Oman.", "Oman > "),
    row("After the withdrawal of France, Russia sent instructors.", "Russia > leaves"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected", "published"), NOTHING)
def test_the_sentence_holds_no_claim(sentence: str, expected: str, published: object) -> None:
    assert describe(sentence) == []


@pytest.mark.parametrize(("sentence", "unwanted", "published"), NOT_LINKED)
def test_ends_that_the_syntax_does_not_link_are_not_joined(sentence: str, unwanted: str, published: object) -> None:
    assert not [said for said in describe(sentence) if said.startswith(unwanted)]
