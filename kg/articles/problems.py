"""What is wrong with an input: a value where other inputs go on, an error inside the parsers."""

from __future__ import annotations

from dataclasses import dataclass

from kg.errors import InputError


class BadArticleError(InputError):
    """A text that is no article of the kind it should be; `line` counts from 1."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True, slots=True)
class Problem:
    """An input that yields no article, where, why, and what would mend it."""

    source: str
    message: str
    line: int | None = None

    def __str__(self) -> str:
        where = self.source if self.line is None else f"{self.source}, line {self.line}"
        return f"{where}: {self.message}"
