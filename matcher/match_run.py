"""Draws the theme map as a recorded run: from what, when, and what came out, so that it can be computed again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Final

from threadpoolctl import threadpool_limits

from matcher.calibration import PRIOR_WEIGHT
from matcher.catalogue import Catalogue
from matcher.clustering import LETTING_GO
from matcher.directions import N_DIRECTIONS
from matcher.mixture import SHRINKAGE
from matcher.ports import Database, Stores
from matcher.projection import EXAGGERATION, N_GATHERING, N_STEPS, PERPLEXITY
from matcher.search_index import SearchIndex
from matcher.theme_arrangement import arrange_ideas
from matcher.theme_edits import read_theme_of
from matcher.theme_map import RANDOM_STATE, draw_theme_map, extend_theme_map
from matcher.theme_words import Words
from matcher.togetherness import TOGETHER
from models.audit_event import MATCHED, AuditEvent
from models.errors import NotReplayableError
from models.run import Run, RunId, RunKind, RunRecord, Value
from models.theme import ThemeMap
from models.theme_edit import ThemeEdit
from models.version import SOFTWARE_VERSION

PARAMETERS: Final[Mapping[str, Value]] = {
    "prior_weight": PRIOR_WEIGHT,
    "n_directions": N_DIRECTIONS,
    "shrinkage": SHRINKAGE,
    "together": TOGETHER,
    "letting_go": LETTING_GO,
    "perplexity": PERPLEXITY,
    "exaggeration": EXAGGERATION,
    "gathering_steps": N_GATHERING,
    "steps": N_STEPS,
}
"""What a match can be told apart by, beside data, model, software and seed."""
_ONE_THREAD: Final = partial(threadpool_limits, limits=1)
"""Sums of several threads differ in their last digit by how many there are, and a near tie may fall the other way."""
_WENT_ON_FROM: Final = "went_on_from"
_DRAWN: Final = "drawn_as_a_whole"
_EDITS: Final = "theme_edits"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptMap:
    """A theme map with the run that drew it."""

    run: Run
    theme_map: ThemeMap


def read_newest_map(stores: Stores) -> KeptMap | None:
    """Return the newest theme map, None where none was drawn yet."""
    run_id = stores.theme_maps.find_newest()
    theme_map = None if run_id is None else stores.theme_maps.get(run_id)
    return None if run_id is None or theme_map is None else KeptMap(run=stores.runs.get(run_id), theme_map=theme_map)


def match_ideas(
    database: Database,
    catalogue: Catalogue,
    index: SearchIndex,
    *,
    model: str,
    words: Words,
    started_at: datetime,
    is_anew: bool = False,
) -> KeptMap:
    """Return the theme map of the catalogue's ideas, drawn and recorded unless there is one of the same inputs.

    Where another process has meanwhile recorded one of the same inputs, that is returned and nothing is stored: there
    is one map of a state of the data. Where somebody has meanwhile edited the themes, the map is made again: what is
    stored obeys all edits.

    Parameters
    ----------
    catalogue, index : of one moment; the index with profiles
    model : what encoded the ideas
    words : what themes are named from
    started_at : when the computation began, UTC
    is_anew : draw the map as a whole even where few ideas, or none, have changed
    """
    while True:
        with database.reading() as stores:
            kept = read_newest_map(stores)
            edits = stores.theme_edits.list_all()
        if kept is not None and _has_inputs(kept.run, catalogue, edits, model=model) and not is_anew:
            return kept
        previous, went_on_from = (None, None) if kept is None else (kept.theme_map, kept.run.id)
        with _ONE_THREAD():
            extended = (
                None
                if kept is None or is_anew
                else _extend(index, catalogue, kept, edits=edits, model=model, words=words)
            )
            theme_map = extended or draw_theme_map(index, words=words, previous=previous, edits=edits)
        record = _make_record(
            catalogue,
            index,
            edits,
            model=model,
            started_at=started_at,
            went_on_from=went_on_from,
            is_whole=extended is None,
            theme_map=theme_map,
        )
        with database.writing() as stores:
            newest = read_newest_map(stores)
            is_newer = newest is not None and newest.run.id != went_on_from
            if newest is not None and is_newer and _has_inputs(newest.run, catalogue, edits, model=model):
                return newest
            if stores.theme_edits.list_all() == edits:
                return _store(stores, record, theme_map)


def replay_match(
    database: Database, catalogue: Catalogue, index: SearchIndex, *, model: str, words: Words, run_id: RunId
) -> bool:
    """Compute a recorded match again and return whether the same map comes out; nothing is stored.

    Raises
    ------
    UnknownRunError : if there is no such run
    NotReplayableError : if it was no match, or its map, the map it went on from, the data, the model or the software
        is another now
    """
    with database.reading() as stores:
        run = stores.runs.get(run_id)
        recorded = stores.theme_maps.get(run_id)
        from_id = run.parameters.get(_WENT_ON_FROM)
        before = None if not isinstance(from_id, int) else _read_map(stores, RunId(from_id))
        edits = stores.theme_edits.list_all()
    if run.kind is not RunKind.MATCH or recorded is None:
        raise NotReplayableError(run_id, "it drew no theme map that is still kept")
    if not _has_inputs(run, catalogue, edits, model=model):
        raise NotReplayableError(run_id, "the data, the model or the software have changed since")
    if isinstance(from_id, int) and before is None:
        raise NotReplayableError(run_id, f"the map of run {from_id}, from which it went on, is no longer kept")
    with _ONE_THREAD():
        if run.parameters.get(_DRAWN) or before is None:
            previous = None if before is None else before.theme_map
            return draw_theme_map(index, words=words, previous=previous, edits=edits) == recorded
        return _extend(index, catalogue, before, edits=edits, model=model, words=words) == recorded


def _name_edits(edits: Sequence[ThemeEdit]) -> str:
    """Return what tells the edits that are obeyed from any others: their numbers."""
    return ", ".join(str(edit.id) for edit in edits if edit.is_obeyed)


def _has_inputs(run: Run, catalogue: Catalogue, edits: Sequence[ThemeEdit], *, model: str) -> bool:
    """Return whether a run of this software had these inputs."""
    return (
        run.data_version == str(catalogue.version)
        and run.software_version == SOFTWARE_VERSION
        and run.model == model
        and run.random_state == RANDOM_STATE
        and run.parameters.get(_EDITS) == _name_edits(edits)
        and all(run.parameters.get(name) == value for name, value in PARAMETERS.items())
    )


def _extend(
    index: SearchIndex,
    catalogue: Catalogue,
    kept: KeptMap,
    *,
    edits: Sequence[ThemeEdit],
    model: str,
    words: Words,
) -> ThemeMap | None:
    """Return the kept map with what came since, None where it has to be drawn as a whole."""
    if kept.run.model != model or kept.run.software_version != SOFTWARE_VERSION:
        return None
    changed = {idea.id for idea in catalogue.ideas.values() if idea.updated_at > kept.run.started_at}
    return extend_theme_map(index, words=words, previous=kept.theme_map, changed=changed, edits=edits)


def _make_record(
    catalogue: Catalogue,
    index: SearchIndex,
    edits: Sequence[ThemeEdit],
    *,
    model: str,
    started_at: datetime,
    went_on_from: RunId | None,
    is_whole: bool,
    theme_map: ThemeMap,
) -> RunRecord:
    """Return the record of a match that has ended now."""
    return RunRecord(
        kind=RunKind.MATCH,
        started_at=started_at,
        finished_at=datetime.now(UTC),
        data_version=str(catalogue.version),
        software_version=SOFTWARE_VERSION,
        model=model,
        random_state=RANDOM_STATE,
        parameters={**PARAMETERS, _WENT_ON_FROM: went_on_from, _DRAWN: is_whole, _EDITS: _name_edits(edits)},
        results={
            "ideas": len(index.ideas),
            "sentences": int(index.bounds[-1]),
            "themes": len(theme_map.themes),
            "alone": sum(placement.is_alone for placement in theme_map.placements),
            "trustworthiness": theme_map.trustworthiness,
            "edits_not_applicable": len(arrange_ideas(read_theme_of(theme_map.unedited), edits).refusals),
        },
    )


def _store(stores: Stores, record: RunRecord, theme_map: ThemeMap) -> KeptMap:
    """Store a map with its run, and tell of it."""
    run_id = stores.runs.add(record)
    stores.theme_maps.add(run_id, theme_map)
    stores.audit.add(
        AuditEvent(
            at=record.finished_at,
            actor="matcher",
            action=MATCHED,
            subject=f"data version {record.data_version}",
            details=record.results,
        )
    )
    return KeptMap(run=stores.runs.get(run_id), theme_map=theme_map)


def _read_map(stores: Stores, run_id: RunId) -> KeptMap | None:
    """Return the map of a run, None where it is no longer kept."""
    theme_map = stores.theme_maps.get(run_id)
    return None if theme_map is None else KeptMap(run=stores.runs.get(run_id), theme_map=theme_map)
