"""An explanation on the terminal."""

from __future__ import annotations

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kg.cli.console import out
from kg.cli.marking import claim_text
from kg.views.article_facts import origin_of, title_of
from kg.views.explanation import Explanation, Named
from kg.views.passages import shown_text
from kg.views.trees import Branch
from kg.views.understood import Understood, claim_words

LONGEST = 32  # characters of a masked name in the tree; the mentions have it whole
ELLIPSIS = "\u2026"


def print_explanation(read: Understood, why: Explanation) -> None:
    """The claim, its sentence, rule, tree, mentions and confidence."""
    console = out()
    console.print(claim_text(why.words))
    console.print(Text(f"Claim {why.words.claim.key}, number {why.words.number} of {why.of}", style="dim"))
    console.print(Text(f"{title_of(read.article)} ({origin_of(read.article)})", style="dim"))
    _heading(console, "Sentence")
    console.print(Padding(_sentence(console, why), (0, 0, 0, 2)))
    for other in why.others:
        console.print(Padding(Text(f"also: {other}", style="dim"), (0, 0, 0, 2)))
    _heading(console, "Rule")
    told = f" \u2014 {why.rule_in_words}" if why.rule_in_words else ""
    console.print(Padding(Text.assemble((shown_text(why.rule), "bold"), told), (0, 0, 0, 2)))
    _heading(console, "Mentions")
    console.print(Padding(_mentions(why), (0, 0, 0, 2)))
    _heading(console, "Parse")
    console.print(Padding(_tree(why.tree), (0, 0, 0, 2)))
    _heading(console, "Confidence")
    console.print(Padding(_confidence(why), (0, 0, 0, 2)))


def print_stored(read: Understood) -> None:
    """What a store says of a claim (the first of `read`) that cannot be explained."""
    console, words = out(), claim_words(read, 1)
    console.print(claim_text(words))
    console.print(Text(f"Claim {words.claim.key}, rule {shown_text(words.claim.rule)}", style="dim"))
    console.print(Text(f"{title_of(read.article)} ({origin_of(read.article)})", style="dim"))
    for evidence in words.claim.evidence:
        console.print(Padding(Text(f"\u201c{shown_text(evidence.quote)}\u201d"), (0, 0, 0, 2)))


def _heading(console: Console, text: str) -> None:
    console.print()
    console.print(Text(text, style="bold cyan"))


def _sentence(console: Console, why: Explanation) -> Text:
    text = Text()
    for words, roles in why.sentence:
        if not roles:
            text.append(words)
            continue
        left, right = ("", "") if console.color_system else ("[", "]")
        text.append(f"{left}{words}{right}", style="bold underline").append(f" ({'/'.join(roles)})", style="dim")
    return text


def _mentions(why: Explanation) -> Table:
    """Ends first, then what else the sentence names."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    for _ in range(3):
        grid.add_column(overflow="fold")
    for each in sorted(why.mentions, key=lambda m: not m.roles):
        style = "" if each.roles else "dim"
        grid.add_row(Text(_role(each), style="bold"), Text(f"\u201c{each.words}\u201d", style=style), _resolved(each))
    for role in why.missing:
        grid.add_row(Text(role, style="bold"), "", Text("no mention: part of a longer name, or filled by the rule"))
    return grid


def _role(each: Named) -> str:
    return ", ".join(each.roles) + ("" if each.here else " (elsewhere)")


def _resolved(each: Named) -> Text:
    text = Text(each.stands_for, style="" if each.roles else "dim")
    return text.append(f": {each.reason}" if each.reason else "", style="dim")


def _tree(tree: tuple[Branch, ...]) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    for _ in range(4):
        grid.add_column(overflow="fold")
    for branch in tree:
        word = Text("  " * branch.depth).append(branch.text, style="bold")
        if branch.stands_for:
            words = branch.stands_for
            word.append(f" = {words if len(words) <= LONGEST else words[: LONGEST - 1] + ELLIPSIS}", style="green")
        grid.add_row(word, Text(branch.dep, style="cyan"), branch.upos, Text(branch.lemma, style="dim"))
    return grid if tree else _note("The sentence was not parsed on its own.")


def _confidence(why: Explanation) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column()
    grid.add_column(justify="right")
    grid.add_column(justify="right")
    for each in why.weighed:
        value = "" if each.value == 1 else f"{each.value:.2f}"
        grid.add_row(each.feature, value, f"{each.adds:+.2f}")
    if why.of_sentence is not None:
        grid.add_row(Text("log odds as a probability", style="bold"), "", Text(f"{why.of_sentence:.2f}", style="bold"))
    total = why.words.claim.confidence
    if why.of_sentence is not None and total != why.of_sentence:
        grid.add_row(_as_a_whole(why), "", Text(f"{total:.2f}", style="bold"))
    return grid if why.weighed else _note(f"{total:.2f}; its features are not known.")


def _as_a_whole(why: Explanation) -> str:
    """The claim beside its surest sentence: more sentences add to it, and there is a most that any can have."""
    more = len(why.others)
    return f"of the claim, with {more} more sentence{'s' if more > 1 else ''}" if more else "of the claim, as kept"


def _note(text: str) -> Table:
    grid = Table.grid()
    grid.add_row(Text(text))
    return grid
