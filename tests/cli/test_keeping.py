from kg.graph.store import Store


def test_a_store_that_was_just_read_is_as_it_must_be(kg, store):
    found = kg("check", "--store", store)
    assert (found.status, found.out) == (0, ""), found.out
    assert "4 articles" in found.err


def test_folding_again_gives_the_same_graph(kg, store):
    with Store.open(store, read_only=True) as kept:
        before = sorted(map(str, kept.quads()))
    assert kg("fold", "--store", store).status == 0
    with Store.open(store, read_only=True) as kept:
        assert sorted(map(str, kept.quads())) == before


def test_stats_say_what_there_is(kg, store):
    lines = " ".join(kg("stats", "--store", store).out.split())
    assert "articles 4 from 1 outlets, reported from 2023-11-15 to 2025-06-16; 1 undated" in lines
    assert "controls 1" in lines


def test_a_page_is_written_where_it_can_be(kg, store, tmp_path):
    found = kg("page", tmp_path / "x.html", "--store", store, "--title", "A <title>")
    assert found.status == 0
    assert "A &lt;title&gt;" in (tmp_path / "x.html").read_text(encoding="utf-8")
    nowhere = kg("page", tmp_path / "no" / "x.html", "--store", store)
    assert (nowhere.status, len(nowhere.err.splitlines())) == (1, 1)
