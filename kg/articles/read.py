"""Reading articles from files, folders and standard input: each input gives articles, or a problem that says why not.

Nothing is raised for one bad input, so that it drops nothing else; who calls decides what a problem is worth.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import IO, Final

from kg.articles.dating import dated
from kg.articles.drafts import Draft
from kg.articles.language import language_of
from kg.articles.parse import PARSERS, RECORDS, parse_markdown, parse_record, parse_text
from kg.articles.problems import BadArticleError, Problem
from kg.model import Article

STDIN: Final = "-"
KINDS: Final = (*PARSERS, *RECORDS)
_LARGEST: Final = 20_000_000  # bytes; no article is longer, and a dump read as one would fill the memory

Read = Article | Problem


def read_articles(
    paths: Iterable[Path | str], *, given: date | None = None, stdin: IO[bytes] | None = None
) -> Iterator[Read]:
    """Every article of the files and folders, in the order given, folders sorted; `-` is `stdin`.

    `given` is the date of articles that nothing else dates. A file that is named twice is read once.
    """
    seen: set[Path] = set()
    for path in paths:
        if str(path) == STDIN:
            yield from _from_stdin(stdin, given)
            continue
        for file in _files(Path(path)):
            if isinstance(file, Problem):
                yield file
            elif (real := file.resolve()) not in seen:
                seen.add(real)
                yield from _from_file(file, given)


def count_files(paths: Iterable[Path | str]) -> int:
    """How many files there are to read, for a progress bar."""
    return sum(1 if str(path) == STDIN else sum(1 for _ in _files(Path(path))) for path in paths)


def _files(path: Path) -> Iterator[Path | Problem]:
    if not path.is_dir():
        yield path if path.exists() else Problem(str(path), "there is no such file or folder.")
        return
    found = sorted(_walk(path), key=lambda file: file.relative_to(path).parts)
    if not found:
        yield Problem(str(path), f"this folder holds no articles: {_kinds()} are read.")
    yield from found


def _walk(folder: Path) -> Iterator[Path]:
    """Files of our kinds, also in folders inside; hidden ones are left alone."""
    for root, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if not name.startswith(".") and Path(name).suffix.lower() in KINDS:
                yield Path(root, name)


def _from_file(path: Path, given: date | None) -> Iterator[Read]:
    kind = path.suffix.lower()
    if kind and kind not in KINDS:
        yield Problem(str(path), f"{kind} is no kind of article that can be read: {_kinds()} are.")
        return
    try:
        if path.stat().st_size > _LARGEST and kind not in RECORDS:
            yield Problem(str(path), "larger than 20 MB, which no article is: split it, one article a file.")
            return
        with path.open("rb") as file:
            yield from _from_stream(file, str(path), kind, given)
    except OSError as error:
        yield Problem(str(path), f"cannot be read: {error.strerror or error}.")


def _from_stdin(stdin: IO[bytes] | None, given: date | None) -> Iterator[Read]:
    if stdin is None:
        yield Problem(STDIN, "there is no standard input to read.")
        return
    yield from _from_stream(stdin, STDIN, "", given)


def _from_stream(file: IO[bytes], source: str, kind: str, given: date | None) -> Iterator[Read]:
    if kind in RECORDS:
        yield from _records(file, source, given)
        return
    content = file.read()
    if not kind and content.lstrip()[:1] == b"{":
        yield from _records(content.splitlines(), source, given)
        return
    try:
        text = _decoded(content)
        parse = PARSERS.get(kind) or (parse_markdown if text.lstrip().startswith("---") else parse_text)
        yield _article(parse(text), source, given)
    except BadArticleError as error:
        yield Problem(source, str(error), error.line)


def _records(lines: Iterable[bytes], source: str, given: date | None) -> Iterator[Read]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield _article(parse_record(_decoded(line, number), number), source, given)
        except BadArticleError as error:
            yield Problem(source, str(error), number)


def _decoded(content: bytes, line: int | None = None) -> str:
    """UTF-8, with or without a byte order mark; says which byte is none."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise BadArticleError("encoded as UTF-16: save it as UTF-8.", line)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        at, byte = error.start + 1, content[error.start]
        hint = "it looks like a binary file" if b"\x00" in content[:4096] else "save it as UTF-8"
        raise BadArticleError(f"byte {at} (0x{byte:02x}) is no UTF-8: {hint}.", line) from None
    if text.count("\x00") > len(text) // 100:
        raise BadArticleError(f"it looks like a binary file: byte {content.index(0) + 1} is NUL.", line)
    return text


def _article(draft: Draft, source: str, given: date | None) -> Article:
    published, dated_by = dated(draft, Path(source).name, given)
    return Article(
        text=draft.text,
        source=source if draft.line is None else f"{source}:{draft.line}",
        title=draft.title,
        outlet=draft.outlet,
        published=published,
        dated_by=dated_by,
        url=draft.url,
        language=draft.language or language_of(draft.text),
    )


def _kinds() -> str:
    return ", ".join(KINDS)
