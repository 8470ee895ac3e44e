"""Where the header and the footer lead."""

from dataclasses import dataclass
from typing import Final

from web.translations import N_


@dataclass(frozen=True, slots=True)
class NavigationLink:
    """One entry of a menu; `label` is a message to be translated."""

    address: str
    label: str


MAIN_LINKS: Final = (
    NavigationLink("/search", N_("Find ideas")),
    NavigationLink("/partners", N_("Find partners")),
    NavigationLink("/themes", N_("Themes")),
    NavigationLink("/organisations", N_("Municipalities")),
    NavigationLink("/projects", N_("Project register")),
    NavigationLink("/calls", N_("Calls")),
)
"""The main navigation, in order; a page names its own with `{% set section = "/calls" %}`."""

FOOTER_LINKS: Final = (
    NavigationLink("/method", N_("How it works")),
    NavigationLink("/how-suggestions-are-made", N_("How suggestions are made")),
    NavigationLink("/evaluation", N_("Evaluation")),
    NavigationLink("/about-the-data", N_("About the data")),
    NavigationLink("/runs", N_("Runs")),
    NavigationLink("/accessibility", N_("Accessibility statement")),
    NavigationLink("/api", N_("Interface for programs (API)")),
)
"""The links at the foot of every page, in order."""
