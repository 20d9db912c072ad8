"""From the parsed sentences of an article to its claims: propose, accept, qualify, date, place, merge."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.claims.accept import is_acceptable, is_game
from kg.claims.adjacent import read_adjacent
from kg.claims.cast import Cast
from kg.claims.confidence import confidence_of, features
from kg.claims.context import home_state, main_country
from kg.claims.departures import read_departures
from kg.claims.ends import Ends
from kg.claims.frames import read_frames
from kg.claims.memory import Memory, remember
from kg.claims.merge import merge
from kg.claims.patterns import read_patterns
from kg.claims.phrases import read_phrases
from kg.claims.proposal import Proposal
from kg.claims.qualify import qualify
from kg.claims.repair import mend
from kg.claims.settings import dates_of, place_of_fight
from kg.claims.speakers import Speakers
from kg.claims.surface import companions, read_surface
from kg.claims.times import read_times
from kg.claims.together import read_together
from kg.claims.tree import Tree
from kg.model import Article, Claim, Evidence, Sentence
from kg.vocabulary import Polarity, Relation


def extract_claims(article: Article, sentences: Sequence[Sentence], found: Cast) -> tuple[Claim, ...]:
    """The claims of an article, each once, in the order of their first evidence."""
    claims = [claim for claim, _ in explain_claims(article, sentences, found)]
    return merge(_on_behalf(claims), found)


def explain_claims(
    article: Article, sentences: Sequence[Sentence], found: Cast
) -> Iterator[tuple[Claim, Mapping[str, float]]]:
    """Each claim of each sentence, not merged yet, with the features that its confidence rests on."""
    memory, speakers = Memory(), Speakers(article.text)
    country = main_country(found)
    found.home = home_state(found, country)
    trees = [Tree(mend(sentence)) for sentence in sentences if sentence.tokens]
    found.led = _led(article.text, trees, found)
    for tree in trees:
        ends = Ends(tree, found, memory, companions(article.text, tree, found))
        speaker = speakers.of(ends)
        yield from _claims(article, ends, speaker, country)
        if tree.sentence.host is None:
            remember(memory, [tree], found)


def _led(text: str, trees: Sequence[Tree], found: Cast) -> dict[str, str]:
    """Person → the one side that he is said to lead, in words that need no tree."""
    sides: dict[str, set[str]] = {}
    for tree in trees:
        for proposal in read_patterns(text, tree, found):
            if proposal.relation is Relation.LEADS:
                sides.setdefault(proposal.subject, set()).add(proposal.object)
    return {person: side for person, (side, *others) in sides.items() if not others}


def _on_behalf(claims: Sequence[Claim]) -> list[Claim]:
    """Whoever the article calls a spokesman of one side alone speaks on its behalf."""
    sides: dict[str, set[str]] = {}
    for claim in claims:
        if claim.relation is Relation.SPEAKS_FOR and claim.polarity is Polarity.ASSERTED:
            sides.setdefault(claim.subject, set()).add(claim.object)
    known = {speaker: side for speaker, (side, *others) in sides.items() if not others}
    return [replace(c, on_behalf_of=known.get(c.claimant or "")) for c in claims]


def _claims(
    article: Article, ends: Ends, speaker: str | None, country: str | None
) -> Iterator[tuple[Claim, Mapping[str, float]]]:
    sentence = ends.tree.sentence
    times = read_times(article.text, sentence.start, sentence.end, article.published)
    if is_game(ends.tree):
        return
    is_question = article.text[: sentence.end].rstrip(" \"'”’»)").endswith("?")
    evidence = Evidence(article.text[sentence.start : sentence.end], sentence.start, sentence.end)
    proposals = [_on_the_led(p, ends.found) for p in propose(article, ends, country)]
    for proposal in proposals:
        if is_question and not proposal.aside:
            continue  # a question states nothing
        if not is_acceptable(proposal, ends.found):
            continue
        said = qualify(ends, ends.tree.tokens[proposal.trigger], speaker, aside=proposal.aside)
        if said.counterfactual:
            continue
        start, end = (None, None) if proposal.aside else dates_of(ends, proposal, times, article.published)
        place = place_of_fight(ends, proposal.trigger) if proposal.relation is Relation.FIGHTS else None
        known = features(proposal, ends.tree, [p for p in proposals if p.triple == proposal.triple])
        claim = Claim(
            article=article.id,
            subject=proposal.subject,
            relation=proposal.relation,
            object=proposal.object,
            polarity=proposal.polarity or said.polarity,
            modality=proposal.modality or said.modality,
            claimant=proposal.claimant or said.claimant,
            place=place,
            start=start,
            end=end,
            reported=article.published,
            confidence=confidence_of(known),
            rule=proposal.rule,
            evidence=(evidence,),
        )
        yield claim, known


def _on_the_led(proposal: Proposal, found: Cast) -> Proposal:
    """A blow at a leader is one at those whom he leads."""
    side = found.led.get(proposal.object) if proposal.relation is Relation.FIGHTS else None
    return replace(proposal, object=side) if side and side != proposal.subject else proposal


def propose(article: Article, ends: Ends, country: str | None) -> Iterator[Proposal]:
    """What all rules propose for one sentence; the order of the rules is that of their trust."""
    yield from read_surface(article.text, ends.tree, ends.found)
    yield from read_patterns(article.text, ends.tree, ends.found)
    yield from read_departures(ends, country)
    yield from read_phrases(ends)
    yield from read_together(ends)
    yield from read_frames(ends)
    yield from read_adjacent(article.text, ends.tree, ends.found)
