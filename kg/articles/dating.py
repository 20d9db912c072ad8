"""When an article was published, and how that is known. The surest source wins; a guess is never taken for a date.

1. header: the text opens with it              3. address: its URL holds /2024/03/12/
2. metadata: front matter or a record's field   4. file name: 2024-03-12-kidal.txt
                                                5. command line: the date given for undated articles
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from kg.articles.drafts import Draft
from kg.model import DatedBy

_IN_ADDRESS: Final = re.compile(r"[/=_-](\d{4})([/-])(\d{1,2})\2(\d{1,2})(?![\d])")
_IN_NAME: Final = re.compile(r"(?<![0-9A-Za-z])(\d{4})([-_.]?)(\d{2})\2(\d{2})(?![0-9A-Za-z])")
_FIRST_YEAR: Final = 1900


def dated(draft: Draft, file_name: str, given: date | None) -> tuple[date | None, DatedBy | None]:
    """The publication date and how it is known; (None, None) where nothing says."""
    candidates = (
        (draft.header, DatedBy.HEADER),
        (draft.published, DatedBy.METADATA),
        (_found(_IN_ADDRESS, draft.url or ""), DatedBy.ADDRESS),
        (_found(_IN_NAME, file_name), DatedBy.FILE_NAME),
        (given, DatedBy.COMMAND_LINE),
    )
    return next(((day, how) for day, how in candidates if day), (None, None))


def _found(pattern: re.Pattern[str], text: str) -> date | None:
    """The one day that the text names; none where it names two."""
    days = set(_days(pattern, text))
    return days.pop() if len(days) == 1 else None


def _days(pattern: re.Pattern[str], text: str) -> Iterator[date]:
    for match in pattern.finditer(text):
        year, month, day = int(match[1]), int(match[3]), int(match[4])
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if year >= _FIRST_YEAR:
            yield found
