"""A large picture draws in reasonable time; the limits are generous, scripts/bench is for figures."""

from __future__ import annotations

import random
import time
from datetime import date

from kg.dates import add_days
from kg.model import Actor, Article, Claim, Evidence
from kg.relationships.fold import fold
from kg.views.data import page_data
from kg.views.page import page_html
from kg.vocabulary import Kind, Relation

RELATIONS = (Relation.ALLIED_WITH, Relation.FIGHTS, Relation.SUPPORTS, Relation.AFFILIATED_WITH)


def crowd(actors: int, relationships: int):
    """A made-up crowd: the same every time."""
    chance = random.Random(7)
    kinds = [k for k in Kind if k is not Kind.PERSON]
    made = [Actor(f"a{n:03}", kinds[n % len(kinds)], f"Actor {n} of the north") for n in range(actors)]
    known = {actor.id: actor for actor in made}
    names = sorted(known)
    articles = [
        Article(f"text {n}", "s", f"Report {n}", "Test Wire", add_days(date(2015, 1, 1), n * 12)) for n in range(240)
    ]
    claims = []
    while len(claims) < relationships:
        a, b = chance.sample(names, 2)
        article = articles[chance.randrange(len(articles))]
        evidence = (Evidence(f"Test data: {a} and {b}.", 0, 9),)
        relation = RELATIONS[len(claims) % 4]
        claims.append(Claim(article.id, a, relation, b, reported=article.published, evidence=evidence))
    return page_data(fold(claims), claims, known, {}, articles)


def test_three_hundred_actors_draw(show):
    picture = crowd(300, 1000)
    begun = time.perf_counter()
    html = page_html(picture, title="A crowd")
    assert time.perf_counter() - begun < 20
    assert len(html.encode()) < 3_000_000
    begun = time.perf_counter()
    opened = show(html, "#d=2019-01-01")
    assert time.perf_counter() - begun < 10
    assert len(opened.shown) > 100 and opened.complaints == []
    begun = time.perf_counter()
    opened.page.locator("#slider").focus()
    for _ in range(5):
        opened.page.keyboard.press("ArrowRight")
    assert time.perf_counter() - begun < 5
