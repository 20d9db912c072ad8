from datetime import date

import pytest

from kg.articles.dating import dated
from kg.articles.drafts import Draft
from kg.model import DatedBy

DAY = date(2024, 3, 12)


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://x.org/2024/03/12/kidal", True),
        ("https://x.org/2024/3/12/kidal", True),
        ("https://x.org/news/2024-03-12-kidal", True),
        ("https://x.org/kidal?d=2024-03-12", True),
        ("https://x.org/2024/03/12", True),
        ("https://x.org/2024/03/kidal", False),
        ("https://x.org/2024/13/12/kidal", False),
        ("https://x.org/1024/03/12/kidal", False),
        ("https://x.org/2024/03/125", False),
        ("https://x.org/2024/03/12/after-2024-03-13", False),
    ],
)
def test_an_address_may_hold_the_date(url, found):
    expected = (DAY, DatedBy.ADDRESS) if found else (None, None)
    assert dated(Draft("x", url=url), "x.txt", None) == expected


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("2024-03-12.txt", True),
        ("kidal_20240312.txt", True),
        ("2024_03_12-kidal.md", True),
        ("2024.03.12.txt", True),
        ("a20240312.txt", False),
        ("2024-0312.txt", False),
        ("2024-02-31.txt", False),
        ("000_c56762afc15bc8a2.txt", False),
        ("2024-03-12_2024-03-13.txt", False),
    ],
)
def test_a_file_name_may_hold_the_date(name, found):
    expected = (DAY, DatedBy.FILE_NAME) if found else (None, None)
    assert dated(Draft("x"), name, None) == expected


def test_the_surest_source_wins():
    days = [date(2024, 1, n) for n in range(1, 6)]
    told = {"header": days[0], "published": days[1], "url": "https://x.org/2024/01/03/x"}
    for known, name, day, how in [
        (("header", "published", "url"), "2024-01-04.txt", days[0], DatedBy.HEADER),
        (("published", "url"), "2024-01-04.txt", days[1], DatedBy.METADATA),
        (("url",), "2024-01-04.txt", days[2], DatedBy.ADDRESS),
        ((), "2024-01-04.txt", days[3], DatedBy.FILE_NAME),
        ((), "x.txt", days[4], DatedBy.COMMAND_LINE),
    ]:
        assert dated(Draft("x", **{key: told[key] for key in known}), name, days[4]) == (day, how)
