"""Where each idea lies on the map: two dimensions in which neighbours in meaning stay neighbours."""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import orthogonal_procrustes
from scipy.spatial import cKDTree
from threadpoolctl import threadpool_limits

from matcher.closeness import compare_others
from matcher.components import find_components
from models.embeddings import Vectors
from models.idea import IdeaId

Positions = NDArray[np.float64]
"""Points of the map, shape (n_ideas, 2), each coordinate in [-1, 1]."""

PERPLEXITY: Final = 20.0
N_DIMS: Final = 50
EXAGGERATION: Final = 2.0
N_GATHERING: Final = 50
N_STEPS: Final = 100
"""Settings of t-SNE: steps in which a first map gathers, its attraction exaggerated, and steps of every map; measured
on the illustrative ideas, SIB-200 and real titles, docs/adr.
"""
_LEARNING_SHARE: Final = 3.0
_MOMENTUM: Final = 0.8
"""Steps are n / 3 long, which Belkina et al. (2019) find for large maps; n / 12 and n are as good, docs/adr."""
_FEWEST: Final = 8  # fewer have no neighbourhoods to keep: they are laid out by their principal components
_WIDTH: Final = 8.0
"""Standard deviation from which an earlier map starts again; measured: from 4 or 12 more moves, docs/adr."""
_WIDEST_SPACING: Final = 0.11
_FILLED: Final = 0.9
"""At most 0.11 apart, and 0.9 / √n: markers of n ideas then fill a sixth of the map at most; taste."""
_N_PUSHES: Final = 100  # measured: 2,307 titles have found room after 60
_N_NEAREST: Final = 3
_N_TRIES: Final = 400
_GOLDEN_ANGLE: Final = np.pi * (3 - np.sqrt(5))


def project_ideas(
    profiles: Vectors,
    *,
    idea_ids: Sequence[IdeaId],
    previous: Mapping[IdeaId, tuple[float, float]] | None,
    random_state: int,
) -> Positions:
    """Return where all ideas lie, like the previous map as far as the ideas are the same.

    t-SNE on the first 50 principal components. The first map starts from the first two; a later one starts from the
    map before, with new ideas beside those most like them, and is then turned and mirrored as lies nearest to it.
    Last, ideas that would cover each other are pushed apart.

    Parameters
    ----------
    profiles : shape (n_ideas, n_dims), unit length, calibrated
    idea_ids : one a row
    previous : positions of the map before; ideas may be gone and new ones come. None, or no common idea: a first map
    random_state : handed to t-SNE; as the start is given, no chance is left

    Returns
    -------
    shape (n_ideas, 2), in [-1, 1], in the order of the rows; one idea lies in the middle

    Notes
    -----
    The same profiles, order and previous map give the same positions: the work is done by one thread. Cost grows as
    n² for the neighbours and n log n for each step; measured 0.7 s for 2,307 titles, docs/adr.

    References
    ----------
    van der Maaten & Hinton (2008), Visualizing Data using t-SNE. Kobak & Berens (2019), The art of using t-SNE for
    single-cell transcriptomics, https://doi.org/10.1038/s41467-019-13056-x, for the start. Belkina et al. (2019),
    Automated optimized parameters for t-distributed stochastic neighbor embedding improve visualization and analysis
    of large datasets, https://doi.org/10.1038/s41467-019-13055-y, for the learning rate.

    Examples
    --------
    >>> profiles = np.eye(3, 4, dtype=np.float32)
    >>> project_ideas(profiles[:1], idea_ids=[IdeaId(7)], previous=None, random_state=0).tolist()
    [[0.0, 0.0]]
    >>> project_ideas(profiles, idea_ids=[IdeaId(1), IdeaId(2), IdeaId(3)], previous=None, random_state=0).shape
    (3, 2)
    """
    known = _find_known(idea_ids, previous or {})
    has_previous = bool(np.isfinite(known).any())
    with threadpool_limits(limits=1):  # more threads would add up in another order, and leave pages waiting
        components = find_components(profiles)[:, :N_DIMS]
        components = np.pad(components, ((0, 0), (0, max(0, 2 - components.shape[1]))))
        if len(profiles) < _FEWEST:
            laid_out = components[:, :2]
        elif has_previous:
            start = place_new(profiles, idea_ids=idea_ids, previous=previous or {})
            laid_out = _run_tsne(components, _scale(start, _WIDTH), n_gathering=0, random_state=random_state)
        else:
            start = _scale(components[:, :2], 1e-4)
            laid_out = _run_tsne(components, start, n_gathering=N_GATHERING, random_state=random_state)
    if has_previous:
        laid_out = _turn_towards(laid_out, known)
    return _push_apart(_fit(laid_out), find_spacing(len(profiles)))


def place_new(
    profiles: Vectors, *, idea_ids: Sequence[IdeaId], previous: Mapping[IdeaId, tuple[float, float]]
) -> Positions:
    """Return the previous positions, and new ideas beside those most like them; nothing else moves.

    Parameters
    ----------
    profiles : shape (n_ideas, n_dims), unit length, calibrated
    idea_ids : one a row
    previous : positions of the map before; where it has none of the ideas, the first is put in the middle

    Returns
    -------
    shape (n_ideas, 2), in [-1, 1], in the order of the rows

    Notes
    -----
    A new idea goes to the mean of its three most similar ideas, weighted by similarity, and from there along a spiral
    to where nobody is. Our own choice: t-SNE would move everything for one idea. Linear in new ideas times all ideas.

    Examples
    --------
    >>> profiles = np.float32([[1, 0], [0.8, 0.6]])
    >>> place_new(profiles, idea_ids=[IdeaId(1), IdeaId(2)], previous={IdeaId(1): (0.5, 0.5)}).round(2).tolist()
    [[0.5, 0.5], [0.61, 0.5]]
    """
    positions = _find_known(idea_ids, previous)
    spacing = find_spacing(len(profiles))
    for row in np.flatnonzero(np.isnan(positions[:, 0])):
        placed = np.flatnonzero(np.isfinite(positions[:, 0]))
        similarity = profiles[placed] @ profiles[row]
        nearest = np.argsort(-similarity, kind="stable")[:_N_NEAREST]
        weights = np.maximum(similarity[nearest], 1e-3)
        wanted = weights @ positions[placed[nearest]] / weights.sum() if len(placed) else np.zeros(2)
        positions[row] = _find_free_place(wanted, positions[placed], spacing)
    return positions


def find_spacing(n_ideas: int) -> float:
    """Return how far apart ideas lie at least, in units of the map, where there is room for it.

    Examples
    --------
    >>> find_spacing(5), round(find_spacing(2307), 3)
    (0.11, 0.019)
    """
    return float(min(_WIDEST_SPACING, _FILLED / np.sqrt(max(n_ideas, 1))))


def measure_trustworthiness(profiles: Vectors, positions: Positions, *, n_neighbors: int = 5) -> float:
    """Return how truly neighbours on the map are neighbours in meaning, in [0, 1].

    1 where the nearest on the map are the nearest in meaning; each intruder costs as many ranks as it lies further.

    Parameters
    ----------
    profiles : shape (n_ideas, n_dims), unit length
    positions : shape (n_ideas, 2)
    n_neighbors : how many neighbours of each idea are looked at; fewer where that is not less than half of all

    Returns
    -------
    in [0, 1]; 1 for fewer than three ideas

    References
    ----------
    Venna & Kaski (2001), Neighborhood Preservation in Nonlinear Projection Methods: An Experimental Study.

    Examples
    --------
    >>> profiles = np.float32([[1, 0], [0.8, 0.6], [0, 1]])
    >>> measure_trustworthiness(profiles, np.array([[0.0, 0.0], [0.1, 0.0], [1.0, 0.0]]))
    1.0
    """
    n_ideas = len(profiles)
    n_neighbors = min(n_neighbors, (n_ideas - 1) // 2)
    if n_neighbors < 1:
        return 1.0
    _, near = cKDTree(positions).query(positions, k=n_neighbors + 1)
    cost = 0
    for rows, similarity in compare_others(profiles):
        for column in near[rows].T:  # the idea itself is among them: it has no similarity and costs nothing
            likeness = similarity[np.arange(len(rows)), column]
            ranks = (similarity > likeness[:, None]).sum(axis=1) + 1
            cost += np.maximum(ranks - n_neighbors, 0)[np.isfinite(likeness)].sum()
    return float(1 - 2 * cost / (n_ideas * n_neighbors * (2 * n_ideas - 3 * n_neighbors - 1)))


def _find_known(idea_ids: Sequence[IdeaId], previous: Mapping[IdeaId, tuple[float, float]]) -> Positions:
    """Return the previous position of each idea, not a number where it had none."""
    nowhere = (np.nan, np.nan)
    return np.array([previous.get(idea_id, nowhere) for idea_id in idea_ids], dtype=np.float64).reshape(-1, 2)


def _run_tsne(components: Positions, start: Positions, *, n_gathering: int, random_state: int) -> Positions:
    """Return the layout that t-SNE makes out of `start`."""
    from openTSNE import TSNEEmbedding
    from openTSNE.affinity import PerplexityBasedNN

    n_ideas = len(components)
    perplexity = min(PERPLEXITY, (n_ideas - 1) / 3)
    affinities = PerplexityBasedNN(
        components, perplexity=perplexity, method="exact", n_jobs=1, random_state=random_state
    )
    layout = TSNEEmbedding(
        start,
        affinities,
        negative_gradient_method="bh",
        theta=1.0,  # measured: as good as 0.8 and shorter
        learning_rate=n_ideas / _LEARNING_SHARE,
        momentum=_MOMENTUM,
        n_jobs=1,
        random_state=random_state,
    )
    layout.optimize(n_gathering, exaggeration=EXAGGERATION, inplace=True)
    layout.optimize(N_STEPS, inplace=True)
    return np.array(layout, dtype=np.float64)


def _scale(positions: Positions, deviation: float) -> Positions:
    """Return positions with a standard deviation of `deviation` along the first axis."""
    own = positions[:, 0].std()
    return positions * (deviation / own) if own > 0 else positions


def _turn_towards(positions: Positions, known: Positions) -> Positions:
    """Return positions rotated and mirrored as lies nearest to the known ones (orthogonal Procrustes)."""
    rows = np.isfinite(known[:, 0])
    centre = positions[rows].mean(axis=0)
    wanted = known[rows] - known[rows].mean(axis=0)
    rotation, _ = orthogonal_procrustes(positions[rows] - centre, wanted)
    turned: Positions = (positions - centre) @ rotation
    return turned


def _fit(positions: Positions) -> Positions:
    """Return positions in the middle of the map, scaled so that they just fill it."""
    if not len(positions):
        return positions
    centred: Positions = positions - (positions.max(axis=0) + positions.min(axis=0)) / 2
    extent = np.abs(centred).max()
    return centred / extent if extent > 0 else centred


def _push_apart(positions: Positions, spacing: float) -> Positions:
    """Return positions with each pair at least about `spacing` apart, moved as little as that takes."""
    positions = positions.copy()
    angles = np.arange(len(positions)) * _GOLDEN_ANGLE
    directions = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    for _ in range(_N_PUSHES):
        pairs = cKDTree(positions).query_pairs(spacing, output_type="ndarray") if len(positions) > 1 else np.empty(0)
        if not len(pairs):
            break
        pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
        one, other = pairs.T
        apart = positions[one] - positions[other]
        distance = np.linalg.norm(apart, axis=1, keepdims=True)
        # Ideas in the same place, as equal texts are, leave it each in a direction of its own.
        unit = np.where(distance > 0, apart / np.maximum(distance, 1e-12), directions[one])
        push = unit * (spacing - distance) / 2
        np.add.at(positions, one, push)
        np.add.at(positions, other, -push)
        np.clip(positions, -1, 1, out=positions)
    return positions


def _find_free_place(wanted: Positions, taken: Positions, spacing: float) -> Positions:
    """Return the place nearest to the wanted one, along a spiral, that is on the map and free."""
    turns = np.arange(_N_TRIES)
    radius, angle = spacing * np.sqrt(turns), (turns - 1) * _GOLDEN_ANGLE
    spiral = np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)
    places = np.clip(wanted + spiral, -1, 1)
    chosen = 0
    if len(taken):
        distance, _ = cKDTree(taken).query(places)
        chosen = int((distance >= spacing * (1 - 1e-9)).argmax())
    place: Positions = places[chosen]
    return place
