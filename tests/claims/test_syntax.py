"""One table for each construction that war news is written in; the sentences are about many wars."""

from __future__ import annotations

from datetime import date

import pytest

from tests.claims.reading import describe, missing, not_yet, row

ACTIVE = [
    row("M23 rebels seized Rubaya on Tuesday.", "M23 > controls > Rubaya | start 2024-05-14"),
    row("Al-Shabaab attacked Ethiopian troops in Baidoa.", "al-Shabaab > fights > Ethiopia | place Baidoa"),
    row("The Arakan Army overran Paletwa in January.", "Arakan Army > controls > Paletwa | start 2024-01"),
    row("Hezbollah shelled Israeli positions.", "Hezbollah > fights > Israel"),
    row("The Taliban control Kabul.", "Taliban > controls > Kabul"),
    row("Iran arms the Houthis.", "Iran > supports > Houthis"),
    row("Rwanda backs the M23.", "Rwanda > supports > M23"),
    row("Turkey trains the Syrian National Army.", "Turkey > supports > Syrian National Army"),
    row("MINUSMA withdrew from Mali.", "MINUSMA > leaves > Mali"),
    row("JNIM besieged Djibo.", "JNIM > operatesIn > Djibo"),
    row("The Wagner Group operates in the Central African Republic.",
        "Wagner > operatesIn > Central African Republic"),
    row("Boko Haram pledged allegiance to Islamic State.", "Boko Haram > affiliatedWith > Islamic State"),
    row("The RSF ambushed an army convoy near El Obeid in Sudan.", "RSF > fights > Sudanese Armed Forces"),
    row("Russian forces entered Selydove.", "Russian Armed Forces/Russia > controls > Selydove"),
    row("Kenyan police clashed with al-Shabaab near Mandera.", "Kenyan police > fights > al-Shabaab"),
]  # fmt: skip

PASSIVE = [
    row("Goma was captured by M23.", "M23 > controls > Goma"),
    row("Ukrainian soldiers were attacked by the Wagner Group at Soledar.", "Wagner > fights > Ukraine"),
    row("The Houthis are armed by Iran.", "Iran > supports > Houthis"),
    row("El Fasher is besieged by the RSF.", "RSF > operatesIn > El Fasher"),
    row("Islamic State was driven out of Raqqa by the Syrian Democratic Forces.",
        "Islamic State > leaves > Raqqa; SDF > fights > Islamic State"),
    row("French troops were expelled from Niger.", "France > leaves > Niger"),
    row("The group Ansarul Islam is led by Jafar Dicko.", "Jafar Dicko > leads > Ansarul Islam"),
    row("Wagner has been replaced by Africa Corps.", "Africa Corps > succeeds > Wagner"),
    row("About 900 American soldiers are deployed in Syria.", "United States > operatesIn > Syria"),
    row("AMISOM was succeeded by ATMIS in April 2022.", "ATMIS > succeeds > AMISOM | start 2022-04"),
    row("The town of Sake was taken from the Congolese army by M23.", "M23 > controls > Sake"),
    row("Kidal was handed over to the CMA.", "CMA > controls > Kidal"),
]  # fmt: skip

CONJUNCTION = [
    row("M23 captured Sake, Minova and Goma.",
        "M23 > controls > Sake; M23 > controls > Minova; M23 > controls > Goma"),
    row("JNIM and ISGS fight the Malian army.",
        "JNIM > fights > Malian Armed Forces; ISGS > fights > Malian Armed Forces"),
    row("The RSF seized Nyala and withdrew from Omdurman.", "RSF > controls > Nyala; RSF > leaves > Omdurman"),
    row("Russia and Iran support Syria.", "Russia > supports > Syria; Iran > supports > Syria"),
    row("The Taliban fought the United States and the Islamic State.",
        "Taliban > fights > United States; Taliban > fights > Islamic State"),
    row("Burkina Faso has expelled French troops and welcomed Africa Corps.", "Burkina Faso > breaksWith > France"),
    row("Al-Shabaab raided Galkayo and retreated from Harardhere.",
        "al-Shabaab > leaves > Harardhere"),
]  # fmt: skip

APPOSITION = [
    row("JNIM, al-Qaeda's branch in the Sahel, attacked Boulikessi.", "JNIM > affiliatedWith > al-Qaeda"),
    row("Hay'at Tahrir al-Sham, a former affiliate of al-Qaeda, took Idlib.", "HTS > controls > Idlib"),
    row("Abu Ubaida, a spokesman for Hamas, rejected the offer.", "Abu Ubaida > speaksFor > Hamas"),
    row("Bertrand Bisimwa, president of M23, was in Goma.", "Bertrand Bisimwa > leads > M23"),
    row("Sultani Makenga, M23's military commander, appeared in Goma.", "Sultani Makenga > leads > M23"),
    row("The RSF leader, Mohamed Hamdan Dagalo, travelled to Nairobi.", "Hemedti > leads > RSF"),
    row("RSF commander Ali Yaqoub Gibril was killed in El Fasher.", "Ali Yaqoub Gibril > leads > RSF"),
    row("Kidal, a stronghold of the FLA, was bombed.", "FLA > controls > Kidal"),
]  # fmt: skip

RELATIVE = [
    row("The M23, which is backed by Rwanda, took Sake.", "Rwanda > supports > M23; M23 > controls > Sake"),
    row("The Houthis, backed by Iran, hold Sanaa.", "Iran > supports > Houthis; Houthis > controls > Sanaa"),
    row("The Syrian National Army, which Turkey finances, attacked Manbij.",
        "Turkey > supports > Syrian National Army"),
    row("The 444 Brigade, commanded by Mahmoud Hamza, stormed the camp.", "Mahmoud Hamza > leads > 444 Brigade"),
    row("Khalifa Haftar, who commands the Libyan National Army, was in Cairo.",
        "Khalifa Haftar > leads > Libyan National Army"),
    row("Katiba Macina, which is part of JNIM, operates in Mopti.", "Katiba Macina > affiliatedWith > JNIM"),
    row("Russia, whose troops occupy Melitopol, denied it.", "Russia > controls > Melitopol"),
    row("Africa Corps, which replaced Wagner, remains in Mali.",
        "Africa Corps > succeeds > Wagner; Africa Corps > operatesIn > Mali"),
    row("ISWAP, which broke away from Boko Haram in 2016, is stronger.",
        "ISWAP > breaksWith > Boko Haram | start 2016"),
    row("Fano militiamen, loyal to nobody, hold Lalibela.", "Fano > controls > Lalibela"),
]  # fmt: skip

NOMINAL = [
    row("The capture of Kidal by the Malian army changed the war.", "Malian Armed Forces > controls > Kidal"),
    row("Clashes between the RSF and the Sudanese army continue in Omdurman.",
        "RSF > fights > Sudanese Armed Forces | place Omdurman"),
    row("M23's withdrawal from Kibumba was welcomed.", "M23 > leaves > Kibumba"),
    row("The withdrawal of Wagner from Mali surprised nobody.", "Wagner > leaves > Mali"),
    row("Israel's attack on Hezbollah went on.", "Israel > fights > Hezbollah"),
    row("A ceasefire between Israel and Hamas took effect on Sunday.",
        "Israel > makesPeaceWith > Hamas | start 2024-05-12"),
    row("Iran's support for the Houthis is well known.", "Iran > supports > Houthis"),
    row("Russia's presence in Mali has grown.", "Russia > operatesIn > Mali"),
    row("The fall of Avdiivka to Russian forces came in February.",
        "Russian Armed Forces/Russia > controls > Avdiivka | start 2024-02"),
    row("The war between Ethiopia and the TPLF ended in 2022.", "Ethiopia > fights > TPLF | end 2022"),
    row("The alliance between Wagner and the Malian army is unpopular.", "Wagner > alliedWith > Malian Armed Forces"),
    row("The expulsion of MINUSMA from Mali was completed.", "MINUSMA > leaves > Mali"),
    row("The siege of Mariupol by Russian forces lasted 86 days.", "Russia > operatesIn > Mariupol"),
    row("An attack by al-Shabaab on the Somali army killed ten.", "al-Shabaab > fights > Somali National Army"),
    row("The deployment of Turkish troops to Libya angered Egypt.", "Turkey > operatesIn > Libya"),
    row("The peace accord between Colombia and the FARC was signed in 2016.",
        "Colombia > makesPeaceWith > FARC | start 2016"),
]  # fmt: skip

LIGHT_VERBS = [
    row("Russia launched an attack on Ukraine.", "Russia > fights > Ukraine"),
    row("JNIM carried out an ambush against Burkinabe troops.",
        "JNIM > fights > Burkina Faso Armed Forces/Burkina Faso"),
    row("The Houthis lost control of Aden.", "Houthis > leaves > Aden"),
    row("The SDF took control of Manbij in 2016.", "SDF > controls > Manbij | start 2016"),
    row("Iran provides support to Hezbollah.", "Iran > supports > Hezbollah"),
    row("Mali severed ties with France.", "Mali > breaksWith > France"),
    row("Chad ended its defence agreement with France.", "Chad > breaksWith > France"),
    row("The TNLA signed a ceasefire with the junta of Myanmar.", "TNLA > makesPeaceWith > Burmese government"),
    row("Azerbaijan and Armenia signed a peace treaty.", "Azerbaijan > makesPeaceWith > Armenia"),
    row("The army of Niger came under attack from ISGS.", "ISGS > fights > Nigerien Armed Forces"),
    row("Turkey delivered drones to Ethiopia.", "Turkey > supports > Ethiopia"),
    row("Denmark gave Ukraine 19 fighter jets.", "Denmark > supports > Ukraine"),
    row("Egypt sent weapons to the Somali army.", "Egypt > supports > Somali National Army/Somalia"),
    row("The United States has a base in Djibouti.", "United States > operatesIn > Djibouti"),
    row("Russia keeps 2,000 soldiers in Transnistria.", "Russia > operatesIn > Transnistria"),
    row("Hezbollah raised its flag over Qusayr.", "Hezbollah > controls > Qusayr"),
]  # fmt: skip

COMPOUNDS = [
    row("The Rwandan-backed M23 advanced.", "Rwanda > supports > M23"),
    row("Shells fell on rebel-held Idlib and on Houthi-held Hodeidah.", "Houthis > controls > Hodeidah"),
    row("Iran-backed Hezbollah fired rockets.", "Iran > supports > Hezbollah"),
    row("The al-Qaeda-affiliated al-Shabaab rejected talks.", "al-Shabaab > affiliatedWith > al-Qaeda"),
    row("Russia-occupied Donetsk was struck.", "Russia > controls > Donetsk"),
    row("US-trained Danab commandos raided Jilib.", "United States > supports > Danab"),
]  # fmt: skip

ALONGSIDE = [
    row("Malian soldiers fight alongside Wagner.", "Malian Armed Forces > alliedWith > Wagner"),
    row("The Wazalendo, together with FARDC, attacked M23.",
        "Wazalendo > alliedWith > FARDC; Wazalendo > fights > M23; FARDC > fights > M23"),
    row("The Syrian army retook Aleppo with the help of Russia.",
        "Russia > supports > Syrian Armed Forces; Syrian Armed Forces > controls > Aleppo"),
    row("Ugandan troops operate in Ituri in coordination with FARDC.", "Uganda > alliedWith > FARDC"),
    row("The RSF is allied with the SPLM-N.", "RSF > alliedWith > SPLM-N"),
    row("Hezbollah fought in Syria on the side of the Syrian army.", "Hezbollah > alliedWith > Syrian Armed Forces"),
    row("Eritrean soldiers and the Ethiopian army jointly attacked the TPLF.",
        "Eritrean Defence Forces > alliedWith > Ethiopia; Eritrean Defence Forces > fights > TPLF"),
    row("The Ethiopian army, joined by Amhara militias, attacked the TPLF.",
        "Ethiopian Armed Forces > fights > TPLF"),
    row("FARDC conducted a joint operation with MONUSCO.", "FARDC > alliedWith > MONUSCO"),
    row("Mali and its ally Russia denied the report.", "Mali > alliedWith > Russia"),
]  # fmt: skip

CONTROL = [
    row("The Sudanese army vowed to retake Nyala.", "Sudanese Armed Forces > controls > Nyala | planned"),
    row("Islamic State was forced to leave Mosul.", "Islamic State > leaves > Mosul"),
    row("Niger ordered French troops to leave.", "Niger > breaksWith > France; France > leaves > Niger | planned"),
    row("Mali asked MINUSMA to leave the country.", "Mali > breaksWith > MINUSMA"),
    row("M23 began to withdraw from Walikale.", "M23 > leaves > Walikale"),
    row("The junta of Niger told American soldiers to leave Agadez.",
        "Government of Niger > breaksWith > United States; United States > leaves > Agadez | planned"),
    row("Russia managed to capture Bakhmut.", "Russia > controls > Bakhmut"),
    row("Hamas continued to fight Israel.", "Hamas > fights > Israel"),
    row("Ethiopia promised to withdraw from Baidoa.", "Ethiopia > leaves > Baidoa | planned"),
]  # fmt: skip

RECIPROCAL = [
    row("The RSF and the Sudanese army clashed in Bahri.", "RSF > fights > Sudanese Armed Forces"),
    row("Israel and Hezbollah traded fire.", "Israel > fights > Hezbollah"),
    row("India and Pakistan fought each other in 1999.", "India > fights > Pakistan | start 1999"),
    row("Ethiopia and Eritrea made peace in 2018.", "Ethiopia > makesPeaceWith > Eritrea | start 2018"),
    row("Mali, Niger and Burkina Faso are allies.", "Mali > alliedWith > Niger; Mali > alliedWith > Burkina Faso"),
    row("The Houthis and Saudi Arabia agreed to stop fighting.", "Houthis > makesPeaceWith > Saudi Arabia"),
    row("JNIM and ISGS have been at war since 2020.", "JNIM > fights > ISGS | start 2020"),
    row("Hamas and Fatah were reconciled in Cairo.", "Hamas > makesPeaceWith > Fatah"),
]  # fmt: skip

HEADLINES = [
    not_yet("M23 Rebels Seize Goma", "M23 > controls > Goma",
            "the whole headline in capitals is taken for one name"),
    row("Al-Shabaab attacks Kenyan soldiers in Lamu", "al-Shabaab > fights > Kenya Defence Forces | place Lamu"),
    row("RSF captures Babanusa", "RSF > controls > Babanusa"),
    row("Wagner leaves Mali", "Wagner > leaves > Mali"),
    row("France withdraws from Chad", "France > leaves > Chad"),
    row("Israel, Hamas agree ceasefire", "Israel > makesPeaceWith > Hamas"),
    row("Burkina Faso army clashes with JNIM", "Burkina Faso Armed Forces > fights > JNIM"),
]  # fmt: skip

INSERTS = [
    row("The Coordination of Azawad Movements (CMA) has seized Bourem.", "CMA > controls > Bourem"),
    row("The Rapid Support Forces (RSF), led by Mohamed Hamdan Dagalo, control Nyala.",
        "Hemedti > leads > RSF; RSF > controls > Nyala"),
    row("M23 — a group that Rwanda backs — has captured Masisi.", "M23 > controls > Masisi"),
    row("BAMAKO, May 14 (Agency) - JNIM attacked the Malian army on Tuesday.",
        "JNIM > fights > Malian Armed Forces | start 2024-05-14"),
    row("The army of Mali, according to witnesses, left Tessalit.", "Malian Armed Forces > leaves > Tessalit"),
]  # fmt: skip

CHANGES = [
    row("Jabhat al-Nusra renamed itself Hay'at Tahrir al-Sham.", "HTS > succeeds > Jabhat al-Nusra"),
    row("Boko Haram split from nobody, but ISWAP grew out of Boko Haram.", "ISWAP > succeeds > Boko Haram"),
    row("The GSPC became AQIM in 2007.", "AQIM > succeeds > GSPC | start 2007"),
    row("Ansar Dine and al-Mourabitoun merged into JNIM.",
        "JNIM > succeeds > Ansar Dine; JNIM > succeeds > al-Mourabitoun"),
    row("AUSSOM, the successor to ATMIS, began its work.", "AUSSOM > succeeds > ATMIS"),
    row("The RSF, formerly the Janjaweed, looted the town.", "RSF > succeeds > Janjaweed"),
    row("MONUSCO took over from MONUC in 2010.", "MONUSCO > succeeds > MONUC | start 2010"),
]  # fmt: skip

TABLES = [*ACTIVE, *PASSIVE, *CONJUNCTION, *APPOSITION, *RELATIVE, *NOMINAL, *LIGHT_VERBS, *COMPOUNDS, *ALONGSIDE,
          *CONTROL, *RECIPROCAL, *HEADLINES, *INSERTS, *CHANGES]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected", "published"), TABLES)
def test_the_sentence_says(sentence: str, expected: str, published: date | None) -> None:
    assert missing(sentence, expected, published) == [], describe(sentence, published)


ACROSS_WARS = [
    row("Saudi Arabia has been bombing the Houthis since March 2015.",
        "Saudi Arabia > fights > Houthis | start 2015-03"),
    row("Armenia lost Nagorno-Karabakh to Azerbaijan in September 2023.",
        "Azerbaijan > controls > Nagorno-Karabakh | start 2023-09; "
        "Armenia > leaves > Nagorno-Karabakh | start 2023-09"),
    row("Pakistan and Afghanistan exchanged fire along the border.", "Pakistan > fights > Afghanistan"),
    row("Uganda has 5,000 soldiers in the Congo.", "Uganda > operatesIn > Democratic Republic of the Congo"),
    row("Kataib Hezbollah, part of the Popular Mobilisation Forces, fired at American troops in Erbil.",
        "Kataib Hezbollah > affiliatedWith > Popular Mobilisation Forces"),
    row("Kataib Hezbollah takes its orders from the Quds Force.", "Kataib Hezbollah > affiliatedWith > Quds Force"),
    row("Hamas and Palestinian Islamic Jihad carried out the attack together.",
        "Hamas > alliedWith > Palestinian Islamic Jihad"),
    row("Palestinian Islamic Jihad is funded by Tehran.", "Iran > supports > Palestinian Islamic Jihad"),
    row("The MILF signed peace with Manila in 2014.", "MILF > makesPeaceWith > Philippines | start 2014"),
    row("North Korea has dispatched 10,000 soldiers to Kursk to fight alongside Russia.",
        "North Korea > operatesIn > Kursk; North Korea > alliedWith > Russia | planned"),
    row("Laurent Nkunda once commanded the CNDP.", "Laurent Nkunda > leads > CNDP"),
    row("Somalia has ordered Ethiopia to withdraw its soldiers.", "Somalia > breaksWith > Ethiopia"),
    row("Ukrainian drones hit a Russian airbase at Engels.", "Ukraine > fights > Russia | place Engels"),
    row("Bhamo is surrounded by the Kachin Independence Army.", "Kachin Independence Army > operatesIn > Bhamo"),
    row("Twelve Togolese soldiers died in a JNIM ambush near Kpendjal.",
        "JNIM > fights > Togo Armed Forces/Togolese soldiers"),
    row("A truce brokered by Qatar between FARDC and M23 has held.", "FARDC > makesPeaceWith > M23"),
    row("Israel's army pushed into Rafah on 6 May.",
        "Israel Defense Forces/Israel > controls > Rafah | start 2024-05-06"),
    row("UNIFIL peacekeepers have been in Lebanon since 1978.", "UNIFIL > operatesIn > Lebanon | start 1978"),
    row("Eritrea withdrew most of its troops from Tigray in January 2023.",
        "Eritrea > leaves > Tigray | start 2023-01"),
    row("ISWAP killed Abubakar Shekau, the leader of Boko Haram, in May 2021.",
        "ISWAP > fights > Boko Haram | start 2021-05; Abubakar Shekau > leads > Boko Haram"),
    row("The Segunda Marquetalia, led by Iván Márquez, operates in Apure.",
        "Iván Márquez > leads > Segunda Marquetalia"),
    row("The UAE withdrew most of its troops from Yemen in 2019 but still backs the Southern Transitional Council.",
        "United Arab Emirates > supports > Southern Transitional Council"),
    row("The Southern Transitional Council seized Aden from the government of Yemen in 2019.",
        "Southern Transitional Council > controls > Aden | start 2019; "
        "Government of Yemen > leaves > Aden | start 2019"),
    row("Burkina Faso's junta broke off military cooperation with France.",
        "Government of Burkina Faso > breaksWith > France"),
    row("The Civilian Joint Task Force fights Boko Haram side by side with the Nigerian army.",
        "Civilian Joint Task Force > alliedWith > Nigerian Armed Forces"),
    not_yet("The ELN and FARC dissidents are fighting over Catatumbo.", "ELN > fights > FARC dissidents",
            "what two sides fight over is not read"),
    not_yet("North Korean soldiers, fighting with the Russian army in Kursk, have suffered heavy losses.",
            "North Korea > alliedWith > Russian Armed Forces", "fighting with somebody is read as fighting him"),
    not_yet("It took M23 only three days to capture Goma.", "M23 > controls > Goma",
            "who needs time for a deed is not read as its doer"),
    not_yet("The Houthis' grip on Hodeidah has not weakened.", "Houthis > controls > Hodeidah",
            "a hold on a place that no gazetteer lists by this spelling is not read"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected", "published"), ACROSS_WARS)
def test_other_words_about_other_wars(sentence: str, expected: str, published: date | None) -> None:
    assert missing(sentence, expected, published) == [], describe(sentence, published)
