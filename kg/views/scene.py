"""What a table or card is drawn from: relationships as known on a day, and names and words for all that they cite."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kg.gazetteer import Succession
from kg.model import Actor, Article, Claim, Place, Relationship
from kg.views.data import object_is_place
from kg.views.sheets import Quote
from kg.vocabulary import LABELS, Modality, Polarity, Relation


@dataclass(frozen=True, slots=True)
class Scene:
    """All that is known by a day; `successions` are the curated ones that lay behind it."""

    relationships: tuple[Relationship, ...]
    claims: Mapping[str, Claim]  # by key
    articles: Mapping[str, Article]  # by id
    actors: Mapping[str, Actor]
    places: Mapping[str, Place]
    successions: tuple[Succession, ...] = ()

    def actor(self, id_: str) -> str:
        """The actor's label."""
        return self.actors[id_].label if id_ in self.actors else id_

    def place(self, id_: str) -> str:
        """The place's label."""
        return self.places[id_].label if id_ in self.places else id_

    def object(self, relation: Relation, id_: str) -> str:
        """The label of what the relation points to."""
        return self.place(id_) if object_is_place(relation) else self.actor(id_)

    def sentence(self, subject: str, relation: Relation, object_: str) -> str:
        """The relationship in words."""
        return f"{self.actor(subject)} {LABELS[relation].en} {self.object(relation, object_)}"

    def articles_behind(self, keys: Iterable[str]) -> int:
        """How many articles the claims come from."""
        return len({self.claims[key].article for key in keys if key in self.claims})

    def quotes(self, keys: Iterable[str], most: int | None = None) -> tuple[Quote, ...]:
        """The sentences behind claims, the first report first, each once."""
        behind = sorted((self.claims[key] for key in set(keys) if key in self.claims), key=_order)
        return tuple(dict.fromkeys(quote for claim in behind for quote in self._said(claim)))[:most]

    def _said(self, claim: Claim) -> Iterable[Quote]:
        article = self.articles.get(claim.article)
        claimant = self.actor(claim.claimant) if claim.claimant else None
        outlet, title = (article.outlet, article.title) if article else (None, None)
        for evidence in claim.evidence[:1]:
            yield Quote(evidence.quote, claim.reported, outlet, title, claimant, claim.article, manner_of(claim))

    @property
    def reported(self) -> tuple[date, date] | None:
        """The first and the last day of which there are reports."""
        days = [claim.reported for claim in self.claims.values() if claim.reported]
        return (min(days), max(days)) if days else None


def manner_of(claim: Claim) -> str:
    """How it is said, where it is not told as a fact."""
    marks = [
        claim.polarity.value if claim.polarity is not Polarity.ASSERTED else "",
        claim.modality.value if claim.modality is not Modality.ACTUAL else "",
    ]
    return ", ".join(mark for mark in marks if mark)


def _order(claim: Claim) -> tuple[date, str]:
    return claim.reported or date.max, claim.key
