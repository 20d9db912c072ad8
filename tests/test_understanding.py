"""What is shown of an article is what `kg claims` reads, on all sample articles."""

from importlib.resources import files

import pytest

from kg.articles import read_articles
from kg.claims.confidence import confidence_of
from kg.pipeline import Reader
from kg.understanding import understand
from kg.views.passages import paragraphs

SAMPLE = sorted(str(path) for path in files("kg.data").joinpath("sample").iterdir())[::4]


@pytest.fixture(scope="module")
def all_read():
    reader = Reader()
    return [(understand(a, reader), reader.read_article(a)) for a in read_articles(SAMPLE)]


def test_claims_are_the_readers(all_read):
    assert len(all_read) >= 12 and sum(len(read.claims) for read, _ in all_read) > 30
    for read, reading in all_read:
        assert sorted(c.key for c in read.claims) == sorted(c.key for c in reading.claims)
        assert [c.evidence[0].start for c in read.claims] == sorted(c.evidence[0].start for c in read.claims)


def test_every_claim_has_its_features(all_read):
    for read, _ in all_read:
        for claim in read.claims:
            best = read.proposals(claim)[0]
            assert best.claim.rule == claim.rule
            assert confidence_of(best.features) == best.claim.confidence <= max(claim.confidence, 0.97)


def test_every_claim_is_shown_below_a_sentence_that_holds_its_words(all_read):
    for read, _ in all_read:
        below = {
            words.claim.key: "".join(piece.text for piece in passage.pieces)
            for paragraph in paragraphs(read)
            for passage in paragraph
            for words in passage.claims
        }
        assert below.keys() == {c.key for c in read.claims}
        assert all(c.evidence[0].quote in below[c.key] for c in read.claims)


def test_an_article_that_is_not_read_keeps_its_text():
    from kg.model import Article

    read = understand(Article("Il pleut. Encore.", "x.txt", language="fr"), Reader())
    assert read.skipped and not read.mentions and not read.claims
    assert [len(paragraph) for paragraph in paragraphs(read)] == [2]
