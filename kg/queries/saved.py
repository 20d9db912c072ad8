"""The saved questions: one .rq file each, with a header that says what it asks and what it needs.

    # title: Who is allied with an actor on a day
    # description: One or more lines; a line that begins with three spaces goes on with the one before.
    # param date: date = latest — The day asked about.
    # example: --actor JNIM --date 2024-08-01

A parameter has a type (see TYPES), a default where it may be left out, and a note. The default "any" leaves the
variable free; "latest" is the day of the newest article. An "end" may be two nodes, the state and the country of
one name, and stands in VALUES.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from kg.errors import DataError, UnknownNameError

TYPES: Final = MappingProxyType(
    {
        "actor": "an actor's name or identifier",
        "place": "a place's name or identifier",
        "end": "the name or identifier of an actor or a place",
        "source": "an outlet's name",
        "date": "a day, as in 2024-06-10; latest is the day of the newest article",
        "relation": "one of the twelve relations",
        "text": "any text",
        "integer": "a whole number",
    }
)
FIELDS = {"title", "description", "param", "example"}
_FIELD = re.compile(r"# (\w+)(?: ([\w-]+))?:[ ]?(.*)")
_PARAMETER = re.compile(r"(\w+)(?: = (.+?))? — (.+)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question needs to know. `default` is None where it must be given."""

    name: str
    type: str
    default: str | None
    note: str


@dataclass(frozen=True, slots=True)
class Question:
    """A saved question."""

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    example: str  # arguments, as one would type them after the name
    sparql: str

    def parameter(self, name: str) -> Parameter:
        """The parameter of that name; raises UnknownNameError."""
        for parameter in self.parameters:
            if parameter.name == name:
                return parameter
        raise UnknownNameError(f"parameter of the question {self.name}:", name, (p.name for p in self.parameters))


@cache
def questions() -> Mapping[str, Question]:
    """All saved questions by name, sorted."""
    folder = files("kg.data").joinpath("queries")
    found = sorted((f for f in folder.iterdir() if f.name.endswith(".rq")), key=lambda file: file.name)
    texts = {file.name.removesuffix(".rq"): file.read_text(encoding="utf-8") for file in found}
    return MappingProxyType({name: parse_question(name, text) for name, text in texts.items()})


def question(name: str) -> Question:
    """The saved question of that name; raises UnknownNameError."""
    if name not in questions():
        raise UnknownNameError("question", name, questions())
    return questions()[name]


def parse_question(name: str, text: str) -> Question:
    """A question from the text of its file; raises DataError, with the line, for a wrong header."""
    fields: dict[str, str] = {}
    parameters: list[Parameter] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith("#"):
            break
        match = _FIELD.fullmatch(line.rstrip())
        if line.startswith("#    ") and fields:
            last = next(reversed(fields))
            fields[last] += " " + line[1:].strip()
        elif match is None or match[1] not in FIELDS:
            raise DataError(f"{name}.rq:{number}: no field of the header: {', '.join(sorted(FIELDS))}.")
        elif match[1] == "param":
            parameters.append(_parameter(f"{name}.rq:{number}", match[2] or "", match[3]))
        else:
            fields[match[1]] = match[3].strip()
    missing = sorted(FIELDS - {"param"} - fields.keys())
    if missing:
        raise DataError(f"{name}.rq: the header lacks its {missing[0]}.")
    return Question(name, fields["title"], fields["description"], tuple(parameters), fields["example"], text)


def _parameter(where: str, name: str, text: str) -> Parameter:
    match = _PARAMETER.fullmatch(text.strip())
    if not name or match is None or match[1] not in TYPES:
        known = ", ".join(TYPES)
        raise DataError(f"{where}: write '# param NAME: TYPE = DEFAULT — note', where TYPE is one of {known}.")
    return Parameter(name, match[1], match[2], match[3])
