"""Takes the pictures of the README from a running demo: `python -m scripts.take_pictures http://127.0.0.1:8000`."""

import sys
from pathlib import Path
from typing import Final

from playwright.sync_api import sync_playwright

PICTURES: Final = Path(__file__).parents[1] / "docs" / "pictures"
PAGES: Final = {
    "front": "/?lang=fi",
    "search": "/search?q=koulukyydit+naapurikunnan+kanssa&lang=fi",
    "idea": "/ideas/2?lang=sv",
    "map": "/map?lang=fi",
    "partners": "/partners?text=koulukyytien+reitit+naapurikunnan+kanssa&lead=Kuhmo&lang=fi",
}
SIZE: Final = {"width": 1280, "height": 1000}
FLAGS: Final = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]


def main() -> None:
    """Save one picture a page."""
    address = sys.argv[1].rstrip("/")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        page = browser.new_page(viewport=SIZE)  # type: ignore[arg-type]
        for name, path in PAGES.items():
            page.goto(address + path, wait_until="networkidle")
            page.screenshot(path=PICTURES / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
