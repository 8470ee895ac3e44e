"""What axe-core finds wrong with a page."""

from pathlib import Path
from typing import Final

from playwright.sync_api import Page

_AXE: Final = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
_RULES: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


def find_violations(page: Page) -> list[str]:
    """Return one line for each element that breaks a rule of WCAG 2.2 A and AA or of good practice."""
    page.evaluate(f"{_AXE.read_text(encoding='utf-8')}; null")
    results = page.evaluate("tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})", list(_RULES))
    return [
        f"{violation['id']}: {node['html'][:160]} – {node['failureSummary']}"
        for violation in results["violations"]
        for node in violation["nodes"]
    ]


def measure_overflow(page: Page) -> int:
    """Return by how many pixels the page is wider than its window."""
    width: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return width
