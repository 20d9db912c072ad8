"""The page: one HTML file that needs nothing else, made by pyvis with our own template."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, Final

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from kg.errors import InputError
from kg.views import assets
from kg.views.data import PageData
from kg.views.drawing import network
from kg.views.payload import payload

LANGUAGES: Final = ("en", "fr")
LARGE: Final = 3_000_000  # bytes; larger pages open slowly on a phone


def page_html(picture: PageData, *, title: str, language: str = "en") -> str:
    """The page as text; the same picture, title and language give the same text. Raises InputError (language)."""
    if language not in LANGUAGES:
        raise InputError(f"The page has no strings in {language!r}: choose one of {', '.join(LANGUAGES)}.")
    net = network(picture)
    net.templateEnv = _environment({"data": payload(picture) | {"strings": assets.strings()}}, title, language)
    net.path = "page.html.jinja"
    html: str = net.generate_html("page.html")
    return html


def write_page(path: Path, picture: PageData, *, title: str, language: str = "en") -> int:
    """Write the page in UTF-8 and return its size in bytes."""
    content = page_html(picture, title=title, language=language).encode()
    path.write_bytes(content)
    return len(content)


def json_block(value: Any) -> Markup:  # noqa: ANN401 - anything that JSON holds
    """JSON that is inert inside a script element: no `<`, `>`, `&`, line separators or lone surrogates."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return Markup(_UNSAFE.sub(lambda m: f"\\u{ord(m[0]):04x}", text))  # noqa: S704 - escaped just here


_UNSAFE: Final = re.compile("[<>&\u2028\u2029\x7f\ud800-\udfff]")


def _environment(data: dict[str, Any], title: str, language: str) -> Environment:
    """Pyvis hands the template its nodes, edges and options; the rest reaches it as globals."""
    environment = Environment(
        loader=DictLoader({"page.html.jinja": assets.template()}),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    environment.filters["json_block"] = json_block
    environment.globals.update(
        data
        | {
            "title": _clean(title),
            "language": language,
            "text": assets.strings()[language],
            "style": Markup(assets.style()),  # noqa: S704 - our own file
            "scripts": [Markup(assets.vis_network()), Markup(assets.script())],  # noqa: S704 - pyvis's and our own
            "policy": policy(),
        }
    )
    return environment


def policy() -> str:
    """The Content-Security-Policy: these two scripts, this style, and nothing from anywhere."""
    scripts = " ".join(assets.csp_hash(s) for s in (assets.vis_network(), assets.script()))
    return (
        f"default-src 'none'; script-src {scripts}; style-src {assets.csp_hash(assets.style())}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _clean(text: str) -> str:
    """Text that UTF-8 can hold: lone surrogates become the replacement character."""
    return text.encode("utf-8", "replace").decode()
