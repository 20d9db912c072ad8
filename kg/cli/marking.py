"""An article on the terminal: mentions in colour, or in brackets where there is none, and claims below sentences."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kg.cli.console import out
from kg.views.article_facts import counts_of, origin_of, title_of, total_of
from kg.views.passages import FAMILY_LABELS, Passage, Piece, family_of, gloss_of, paragraphs, shown_text
from kg.views.understood import ClaimWords, Understood

STYLES = {
    "state": "bold blue",
    "rebel": "bold yellow",
    "jihadist": "bold magenta",
    "company": "bold red",
    "abroad": "bold cyan",
    "civil": "bold",
    "place": "green underline",
    "nobody": "dim underline",
}
BRACKETS = {"place": ("<", ">"), "nobody": ("{", "}")}  # where there is no colour; actors have []


def print_articles(found: Iterable[Understood], least: float = 0.0) -> None:
    """Every article, the legend, and a total where there are several."""
    console, all_read = out(), []
    for read in found:
        _print_article(console, read, least)
        all_read.append(read)
    if not all_read:
        return
    console.print(_legend(console))
    if len(all_read) > 1:
        console.print(Text(total_of(all_read, least), style="bold"))


def _print_article(console: Console, read: Understood, least: float) -> None:
    console.print(Text(title_of(read.article), style="bold"))
    console.print(Text(origin_of(read.article), style="dim"))
    for paragraph in paragraphs(read, least):
        console.print()
        text = Text()
        for passage in paragraph:
            text.append_text(passage_text(console, read, passage))
            if passage.claims or passage.again:
                _print_text(console, text)
                _print_claims(console, passage)
                text = Text()
        if text:
            _print_text(console, text)
    console.print()
    _print_text(console, Text(counts_of(read, least), style="bold yellow" if read.skipped else "bold"))
    console.print()


def _print_text(console: Console, text: Text) -> None:
    """A paragraph, or a part of one; a pipe gets it in one line."""
    text.rstrip()
    console.print(text, soft_wrap=not console.is_terminal)


def passage_text(console: Console, read: Understood, passage: Passage) -> Text:
    """A sentence with its mentions marked."""
    text = Text()
    for piece in passage.pieces:
        text.append_text(_piece_text(console, read, piece))
    return text


def _piece_text(console: Console, read: Understood, piece: Piece) -> Text:
    if piece.mention is None:
        return Text(piece.text)
    family, gloss = family_of(read, piece.mention), gloss_of(read, piece.mention) if piece.closes else ""
    if console.color_system is not None:
        text = Text(piece.text, style=STYLES[family])
        return Text.assemble(text, (f" (={gloss})", "dim")) if gloss else text
    left, right = BRACKETS.get(family, ("[", "]"))
    told = f" = {gloss}" if gloss else ""
    return Text(f"{left if piece.opens else ''}{piece.text}{told}{right if piece.closes else ''}")


def _print_claims(console: Console, passage: Passage) -> None:
    rows = [(str(claim.number), claim_text(claim)) for claim in passage.claims]
    if passage.again:
        rows.append(("", Text(f"again: {', '.join(map(str, passage.again))}", style="dim")))
    if console.is_terminal:
        console.print(_grid(rows))
        return
    for number, text in rows:
        console.print(Text(f"{number:>6} ").append_text(text), soft_wrap=True)


def _grid(rows: list[tuple[str, Text]]) -> Padding:
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(justify="right", style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for number, text in rows:
        grid.add_row(number, text)
    return Padding(grid, (0, 0, 0, 3))


def claim_text(words: ClaimWords) -> Text:
    """A claim in one line."""
    text = Text(shown_text(words.subject), style="bold")
    text.append(f" \u2014 {words.relation} \u2192 ", style="not bold cyan")
    text.append(shown_text(words.object))
    for detail in words.details:
        loud = detail in ("denied", "possible", "planned")
        text.append(", ", style="not bold").append(shown_text(detail), style="red" if loud else "not bold")
    return text.append(f", {words.claim.confidence:.2f}", style="not bold dim")


def _legend(console: Console) -> Text:
    if console.color_system is None:
        return Text("[actor]  <place>  {resolved to nobody}  [the words = whom they stand for]")
    parts = [Text(label, style=STYLES[family]) for family, label in FAMILY_LABELS.items()]
    return Text("   ").join(parts)
