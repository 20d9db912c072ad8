"""One-line builders for claims, and the status of what they fold into."""

from datetime import date

from kg.dates import ImpreciseDate
from kg.model import Claim, Relationship
from kg.relationships import fold
from kg.vocabulary import Modality, Polarity, Relation

DENIED, POSSIBLE, PLANNED = Polarity.DENIED, Modality.POSSIBLE, Modality.PLANNED


def day(text):
    return date.fromisoformat(text)


def claim(subject, relation, object_, reported=None, *, start=None, end=None, article=None, said=None):
    """A claim reported on a day; each report is an article of its own unless one is named."""
    return Claim(
        article or f"article-{subject}-{relation}-{object_}-{reported}-{start}-{end}",
        subject,
        Relation(relation),
        object_,
        polarity=said if isinstance(said, Polarity) else Polarity.ASSERTED,
        modality=said if isinstance(said, Modality) else Modality.ACTUAL,
        start=ImpreciseDate.parse(start) if start else None,
        end=ImpreciseDate.parse(end) if end else None,
        reported=day(reported) if reported else None,
    )


def folded(*claims, about=None, **settings) -> Relationship:
    """The relationship of the first claim, or of the relation that is named."""
    found = {r.key: r for r in fold(claims, **settings)}
    wanted = next(c for c in claims if about is None or c.relation == about)
    return found[wanted.pair]


def statuses(relationship, *days):
    """The status on each of the days, as text; unknown where no phase covers it."""
    phases = [relationship.status_on(day(text)) for text in days]
    return [str(phase.status) if phase else "unknown" for phase in phases]
