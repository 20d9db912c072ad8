"""Laws of folding, on generated claims about a few actors and places over four years."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.dates import ImpreciseDate
from kg.model import Claim
from kg.relationships import Ledger, fold, fold_groups
from kg.relationships.days import FUTURE, PAST
from kg.vocabulary import SIGNATURES, Modality, Polarity, Relation, Status

DAYS = st.dates(date(2020, 1, 1), date(2023, 12, 31))
DATES = st.one_of(
    st.none(),
    DAYS.map(ImpreciseDate.of_day),
    st.sampled_from(["2020", "2021-05", "../2022-03", "2021-07/..", "202X", "2022-21", "2019/2023"]).map(
        ImpreciseDate.parse
    ),
)


@st.composite
def some_claims(draw, relations=tuple(Relation)):
    relation = draw(st.sampled_from(relations))
    objects = "pq" if SIGNATURES[relation].range == "place" else "abc"
    return Claim(
        article=draw(st.sampled_from(["1", "2", "3", "4"])),
        subject=draw(st.sampled_from("abc")),
        relation=relation,
        object=draw(st.sampled_from(objects)),
        polarity=draw(st.sampled_from([Polarity.ASSERTED] * 5 + [Polarity.DENIED])),
        modality=draw(st.sampled_from([Modality.ACTUAL] * 6 + [Modality.POSSIBLE, Modality.PLANNED])),
        start=draw(DATES),
        end=draw(DATES) if draw(st.booleans()) else None,
        reported=draw(st.one_of(st.none(), DAYS)),
    )


CLAIMS = st.lists(some_claims(), max_size=25)
LIVES = st.dictionaries(st.sampled_from("abc"), st.tuples(DATES, DATES), max_size=2)


@given(CLAIMS, LIVES, st.randoms(use_true_random=False))
def test_the_order_of_claims_does_not_matter(claims, lives, random):
    shuffled = random.sample(claims, len(claims))
    assert fold(claims, existence=lives) == fold(shuffled, existence=lives)


@given(CLAIMS)
def test_folding_twice_is_folding_once(claims):
    assert fold(claims) == fold([*claims, *claims])


@given(CLAIMS, LIVES)
def test_phases_are_sorted_do_not_overlap_and_say_why(claims, lives):
    for relationship in fold(claims, existence=lives):
        spans = [_span(p) for p in relationship.phases]
        assert all(start < end for start, end in spans)
        assert all(one[1] <= other[0] for one, other in pairwise(spans))
        assert all(p.reason.endswith(".") and p.status is not Status.UNKNOWN for p in relationship.phases)


@given(CLAIMS, LIVES)
def test_every_claim_is_listed_once(claims, lives):
    listed = [k for r in fold(claims, existence=lives) for k in (*r.claims, *r.denied, *r.possible, *r.announced)]
    assert sorted(listed) == sorted({claim.key for claim in claims})


@given(CLAIMS, some_claims())
def test_a_claim_that_is_no_fact_changes_no_phase(claims, extra):
    other = Claim(extra.article, extra.subject, extra.relation, extra.object, Polarity.DENIED, reported=extra.reported)
    before = {r.key: r.phases for r in fold(claims)}
    after = {r.key: r.phases for r in fold([*claims, other])}
    assert after == {other.pair: before.get(other.pair, ())} | before


@given(st.lists(some_claims().map(lambda c: Claim(c.article, c.subject, c.relation, c.object, reported=c.reported))))
def test_an_undated_claim_never_gives_a_start(claims):
    reported = {}
    for claim in claims:
        reported.setdefault(claim.pair, set()).add(claim.reported)
    for relationship in fold(claims):
        for phase in relationship.phases:
            if phase.status is Status.HELD:
                days = {phase.start + timedelta(n) for n in range((phase.end - phase.start).days)}
                assert days <= reported[relationship.key]


@given(CLAIMS, LIVES)
def test_nothing_holds_outside_a_life(claims, lives):
    for relationship in fold(claims, existence=lives):
        if SIGNATURES[relationship.relation].event:
            continue
        for end in (relationship.subject, relationship.object):
            born, gone = lives.get(end, (None, None))
            for phase in relationship.phases:
                start, stop = _span(phase)
                if phase.status is not Status.ENDED and born and born.earliest:
                    assert start >= born.earliest.toordinal()
                if phase.status is not Status.ENDED and gone and gone.latest:
                    assert stop <= gone.latest.toordinal() + 1


@settings(max_examples=200)
@given(CLAIMS, st.lists(some_claims(), min_size=1, max_size=4))
def test_refolding_what_new_claims_touch_is_folding_everything(claims, new):
    old, ledger = fold(claims), Ledger.of([*claims, *new])
    touched = ledger.touched_by(new)
    refolded = {r.key: r for r in fold_groups(ledger, touched)}
    assert {r.key: r for r in old} | refolded == {r.key: r for r in fold([*claims, *new])}


def _span(phase):
    return (
        phase.start.toordinal() if phase.start else PAST,
        phase.end.toordinal() if phase.end else FUTURE,
    )
