"""One headless Chromium for all tests here; each test gets pages that report what they load and complain about."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, field

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


def pytest_collection_modifyitems(items):
    for item in items:
        if "/browser/" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)


def chromium_path() -> str | None:
    """The browser that CHROMIUM names, or the first of the usual ones."""
    return os.environ.get("CHROMIUM") or next((p for p in map(shutil.which, NAMES) if p), None)


@pytest.fixture(scope="session")
def chromium():
    path = chromium_path()
    if path is None:
        pytest.skip("no Chromium here: scripts/test installs Debian's, or name one in CHROMIUM")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


@dataclass
class Opened:
    """A page in the browser, and all that it loaded, complained about or popped up."""

    page: object
    address: str
    loaded: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    @property
    def shown(self) -> set[str]:
        """Ids of the relationships that are drawn."""
        return set((self.page.locator("#stage").get_attribute("data-edges") or "").split())

    @property
    def day(self) -> str:
        return self.page.locator("#stage").get_attribute("data-day")

    def panel(self) -> str:
        return self.page.locator("#panel").inner_text()

    def points(self) -> dict[str, list[int]]:
        """Middles of the drawn lines and marks, in window pixels, once the picture rests."""
        self.page.wait_for_timeout(350)
        return self.page.evaluate("JSON.parse(document.getElementById('stage').dataset.points)")

    def go(self, fragment: str) -> None:
        self.page.evaluate("f => { location.hash = f; }", fragment)
        self.page.wait_for_timeout(250)


@pytest.fixture
def show(chromium, tmp_path):
    """Write a page's HTML to a file and open it: show(html, fragment="", size=(1280, 800))."""
    contexts = []

    def opened(html: str, fragment: str = "", size: tuple[int, int] = (1280, 800), **options) -> Opened:
        path = tmp_path / f"page{len(contexts)}.html"
        path.write_bytes(html.encode())
        context = chromium.new_context(viewport={"width": size[0], "height": size[1]}, **options)
        contexts.append(context)
        page = context.new_page()
        result = Opened(page, path.as_uri())
        context.on("request", lambda request: result.loaded.append(request.url))
        page.on("console", lambda m: result.complaints.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: result.complaints.append(str(error)))
        page.on("dialog", lambda dialog: (result.complaints.append("dialog " + dialog.message), dialog.dismiss()))
        page.goto(path.as_uri() + fragment)
        page.wait_for_selector('html[data-ready="1"]', state="attached", timeout=20_000)
        return result

    yield opened
    for context in contexts:
        context.close()
