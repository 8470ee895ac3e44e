"""What can go wrong in a way a user can mend: one base, named children, each message says what to do."""

from collections.abc import Sequence
from typing import Final

_SHOWN_CHARACTERS: Final = 60  # taste: as much of a text as fits on a line beside what is said of it


class KumppaniError(Exception):
    """A known problem; its text is one sentence for people."""


class UnknownIdeaError(KumppaniError):
    """Raised when an idea is asked for that does not exist."""

    def __init__(self, idea_id: int) -> None:
        """Name the idea that was asked for."""
        self.idea_id = idea_id
        super().__init__(f"There is no idea {idea_id}.")


class UnknownOrganisationError(KumppaniError):
    """Raised when an organisation is asked for that does not exist."""

    def __init__(self, organisation_id: str) -> None:
        """Name the organisation that was asked for."""
        self.organisation_id = organisation_id
        super().__init__(f"There is no organisation {organisation_id!r}.")


class UnresolvedNameError(KumppaniError):
    """Raised when a name does not say which organisation is meant."""

    def __init__(self, written: str, did_you_mean: Sequence[str] = ()) -> None:
        """Name what was written and what it may mean."""
        self.written = written
        self.did_you_mean = tuple(did_you_mean)
        hint = f" It may mean {' or '.join(did_you_mean)}." if did_you_mean else ""
        super().__init__(f"Expected the name or id of an organisation, but {written!r} is not one that is known.{hint}")


class UnknownProjectError(KumppaniError):
    """Raised when a project is asked for that the register does not have."""

    def __init__(self, project_id: str) -> None:
        """Name the project that was asked for."""
        self.project_id = project_id
        super().__init__(f"The register has no project {project_id!r}.")


class UnknownCallError(KumppaniError):
    """Raised when a call is asked for that does not exist."""

    def __init__(self, call_id: str) -> None:
        """Name the call that was asked for."""
        self.call_id = call_id
        super().__init__(f"There is no call {call_id!r}.")


class NoCalendarError(KumppaniError):
    """Raised when a calendar file is asked for of a call of which no day is known."""

    def __init__(self, call_id: str) -> None:
        """Name the call that was asked for."""
        self.call_id = call_id
        super().__init__(f"There is no calendar of call {call_id!r}: neither its opening nor its closing day is known.")


class UnknownThemeError(KumppaniError):
    """Raised when a theme is asked for that the newest theme map does not have."""

    def __init__(self, theme_id: int) -> None:
        """Name the theme that was asked for."""
        self.theme_id = theme_id
        super().__init__(f"There is no theme {theme_id}.")


class ThemeEditError(KumppaniError):
    """Raised when an edit of the themes can't be made, or no longer applies; the message says why."""


class UnknownThemeEditError(KumppaniError):
    """Raised when an edit of the themes is asked for that was never made."""

    def __init__(self, edit_id: int) -> None:
        """Name the edit that was asked for."""
        self.edit_id = edit_id
        super().__init__(f"There is no edit {edit_id}; `kumppani themes edits` lists them.")


class ThemeLockedError(ThemeEditError):
    """Raised when an edit would change what a lock holds."""

    def __init__(self, theme_id: int) -> None:
        """Name the theme that is locked."""
        self.theme_id = theme_id
        super().__init__(f"Theme {theme_id} is locked; unlock it first.")


class ThemeGoneError(ThemeEditError):
    """Raised when an edit concerns a theme that has no ideas any more."""

    def __init__(self, theme_id: int) -> None:
        """Name the theme that is gone."""
        self.theme_id = theme_id
        super().__init__(f"Theme {theme_id} is no longer there.")


class IdeasGoneError(ThemeEditError):
    """Raised when an edit concerns ideas of which none is on the map."""

    def __init__(self) -> None:
        """Say what is gone."""
        super().__init__("None of its ideas is on the map any more.")


class ThemeLeftEmptyError(ThemeEditError):
    """Raised when an edit would leave a theme without ideas."""

    def __init__(self, theme_id: int) -> None:
        """Name the theme that would be empty."""
        self.theme_id = theme_id
        super().__init__(f"That would leave theme {theme_id} without ideas; merge it into another theme instead.")


class UnplacedIdeaError(ThemeEditError):
    """Raised when an idea is in another theme than was said, or in none yet."""

    def __init__(self, idea_id: int, *, theme_id: int | None, expected_id: int | None = None) -> None:
        """Name the idea, the theme it is in and the one it was expected in."""
        self.idea_id, self.theme_id, self.expected_id = idea_id, theme_id, expected_id
        if theme_id is None:
            message = f"Idea {idea_id} has no theme yet; run `kumppani match` first."
        elif expected_id is None:
            message = f"Idea {idea_id} is in theme {theme_id} already."
        else:
            message = f"Expected ideas of theme {expected_id}, but idea {idea_id} is in theme {theme_id}."
        super().__init__(message)


class ThemeNameError(ThemeEditError):
    """Raised when a theme can't be called so."""


class UnknownRunError(KumppaniError):
    """Raised when a run is asked for that was not recorded."""

    def __init__(self, run_id: int) -> None:
        """Name the run that was asked for."""
        self.run_id = run_id
        super().__init__(f"There is no run {run_id}.")


class UnknownEvaluationError(KumppaniError):
    """Raised when an evaluation is asked for that was neither recorded here nor shipped."""

    def __init__(self, evaluation_id: str) -> None:
        """Name the evaluation that was asked for."""
        self.evaluation_id = evaluation_id
        super().__init__(f"There is no evaluation {evaluation_id!r}.")


class NotReplayableError(KumppaniError):
    """Raised when a run can't be computed again because something it depends on is no longer there."""

    def __init__(self, run_id: int, reason: str) -> None:
        """Name the run and what is missing."""
        self.run_id = run_id
        super().__init__(f"Run {run_id} can't be computed again: {reason}.")


class EmptyQueryError(KumppaniError):
    """Raised when a text that something is sought for has no word."""

    def __init__(self, text: str) -> None:
        """Say what is needed and what came, as much of it as helps to recognise it."""
        self.text = text
        shown = text if len(text) <= _SHOWN_CHARACTERS else f"{text[:_SHOWN_CHARACTERS]}…"
        super().__init__(f"Expected a text with at least one word, but {shown!r} has none.")


class NothingToMeasureError(KumppaniError):
    """Raised when no project can be measured on."""

    def __init__(self) -> None:
        """Say what a measurement needs."""
        super().__init__(
            "Expected at least one test project with two members that the history knows, but there is none."
        )


class UnreadableFileError(KumppaniError):
    """Raised when a file as a whole can't be read; the message says where and what was expected."""


class ColumnMapError(UnreadableFileError):
    """Raised when the columns of a file can't be told apart; the message lists them and says how to name them."""


class UnwritableFileError(KumppaniError):
    """Raised when something can't be put into a file of the format asked for."""


class ModelMissingError(KumppaniError):
    """Raised when the language model can't be found or made."""


class DatabaseMissingError(KumppaniError):
    """Raised when the database has not been set up, or is of another version."""
