import pytest

from kg.cli.demo import QUESTIONS, sample_articles
from kg.model import Article


def test_the_sample_articles_are_all_readable_and_named_without_their_folder():
    articles = list(sample_articles())
    assert len(articles) >= 48
    assert all(isinstance(article, Article) and article.source.startswith("sample/") for article in articles)


@pytest.mark.slow
def test_the_demo_shows_the_whole_way(kg, tmp_path):
    found = kg("demo", "--out", tmp_path / "demo")
    assert found.status == 0, found.err
    assert "everything is as it must be" in found.err
    assert all(title in found.out for title, _, _ in QUESTIONS)
    assert "Africa Corps succeeds Wagner Group" in found.out and "“" in found.out
    page = tmp_path / "demo" / "alliances.html"
    assert found.out.splitlines()[-1] == f"The page: {page} - open it in a browser."
    assert page.stat().st_size > 100_000
