"""Take the pictures of docs/: python -m tests.browser.pictures PAGE.html docs/."""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.conftest import FLAGS, chromium_path

SHOTS = {
    "page.png": ("#d=2025-07-01", (1440, 900)),
    "page-2013.png": ("#d=2013-02-01", (1440, 900)),
    "page-2018.png": ("#d=2018-06-01", (1440, 900)),
    "page-dark.png": ("#d=2024-08-15&theme=dark", (1440, 900)),
    "page-phone.png": ("#d=2025-07-01", (390, 844)),
}


def take(page: Path, folder: Path) -> None:
    """One picture for each line of SHOTS."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium_path(), args=list(FLAGS))
        for name, (fragment, (width, height)) in SHOTS.items():
            tab = browser.new_page(viewport={"width": width, "height": height})
            tab.goto(page.resolve().as_uri() + fragment)
            tab.wait_for_selector('html[data-ready="1"]', state="attached")
            tab.wait_for_timeout(300)
            tab.screenshot(path=folder / name)
            tab.close()
        browser.close()


if __name__ == "__main__":
    take(Path(sys.argv[1]), Path(sys.argv[2]))
