"""Write docs/queries.md from the headers of the saved questions; `--check` only says whether it is fresh."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import NamedNode, QuerySolutions, Store

from kg.graph.namespaces import PREFIXES
from kg.queries.saved import TYPES, Parameter, Question, questions
from kg.queries.text import bound

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "queries.md"

HEAD = """# The saved questions

Written from the headers of `ontology/queries/*.rq` by `scripts/build_queries_doc.py`; do not edit.

`kg ask NAME --param value` asks one. Names of actors and places are found in any spelling that the store or the
curated data know, whatever the case and the accents; so are identifiers. Questions about a day take `--date`, and
without it the day of the newest article. What held on that day is **held** (a claim says so of the day), **presumed**
(nothing later says otherwise, and it is not long since) or **possible** (the claims leave it open); each row says why.
`claims` counts the claims that state it, `contested` says that a claim denies it. Rows end in the address of the phase,
relationship or claim that they rest on.

"""


def render() -> str:
    """The text of the page."""
    return HEAD + _contents() + _types() + "".join(_section(question) for question in questions().values())


def _contents() -> str:
    rows = "".join(f"| [`{q.name}`](#{q.name}) | {q.title} |\n" for q in questions().values())
    return f"| question | what it asks |\n| --- | --- |\n{rows}\n"


def _types() -> str:
    rows = "".join(f"| {name} | {what} |\n" for name, what in TYPES.items())
    return f"| parameter of type | is |\n| --- | --- |\n{rows}\n"


def _section(question: Question) -> str:
    example = f"kg ask {question.name} {question.example}".rstrip()
    return "\n".join(
        [
            f"## {question.name}",
            "",
            f"{question.title}. {question.description}",
            "",
            *_parameters(question),
            "```sh",
            example,
            "```",
            "",
            f"Columns: {', '.join(f'`{column}`' for column in columns(question))}.",
            "",
            "",
        ]
    )


def _parameters(question: Question) -> Iterator[str]:
    if question.parameters:
        yield "| parameter | type | default | |"
        yield "| --- | --- | --- | --- |"
        yield from (_parameter(p) for p in question.parameters)
        yield ""


def _parameter(parameter: Parameter) -> str:
    default = "must be given" if parameter.default is None else f"`{parameter.default}`"
    return f"| `--{parameter.name}` | {parameter.type} | {default} | {parameter.note} |"


def columns(question: Question) -> list[str]:
    """The columns of the answer."""
    anything = {p.name: NamedNode(PREFIXES["actor"] + "x") for p in question.parameters if p.type == "end"}
    answer = Store().query(bound(question.sparql, anything), prefixes=PREFIXES)
    return [variable.value for variable in answer.variables] if isinstance(answer, QuerySolutions) else []


def main(arguments: list[str]) -> int:
    """Write the page, or with --check compare it; 0 when all is well."""
    text = render()
    if arguments == ["--check"]:
        fresh = PAGE.exists() and PAGE.read_text(encoding="utf-8") == text
        print("queries.md is fresh." if fresh else "queries.md is stale: run scripts/build_queries_doc.py.")
        return 0 if fresh else 1
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(text, encoding="utf-8")
    print(f"{PAGE.relative_to(ROOT)} written.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
