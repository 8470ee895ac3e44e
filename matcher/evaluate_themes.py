"""Measures themes on texts whose topics are known."""

from collections.abc import Sequence

import numpy as np
from sklearn.metrics import adjusted_rand_score, v_measure_score

from matcher.clustering import cluster_profiles
from matcher.nearest_ideas import find_nearest_ideas
from matcher.pipeline import Background, calibrate_texts
from matcher.ports import Encoder, ReportProgress
from matcher.theme_map import RANDOM_STATE
from models.evaluation import LabelledText, ThemeEvaluation


def evaluate_themes(
    texts: Sequence[LabelledText],
    *,
    encoder: Encoder,
    background: Background,
    n_themes: int | None = None,
    report: ReportProgress | None = None,
) -> ThemeEvaluation:
    """Return how well the themes that the product would find agree with known topics.

    V-measure is the harmonic mean of homogeneity and completeness, ARI the adjusted Rand index.

    Parameters
    ----------
    texts : at least one; each is read as an idea of one sentence
    encoder : the model
    background : the shipped sentences
    n_themes : how many themes, None to choose as the product does
    report : called with how many texts are encoded, and of how many

    Returns
    -------
    ThemeEvaluation; themes are numbered from 1, the largest first

    Notes
    -----
    Nobody is left out, so the share of unassigned texts is 0; it is measured all the same. The same texts in the same
    order give the same labels.

    References
    ----------
    Rosenberg and Hirschberg (2007), V-Measure, https://aclanthology.org/D07-1043. Hubert and Arabie (1985), Comparing
    partitions, https://doi.org/10.1007/BF01908075.
    """
    languages = [each.language for each in texts]
    shipped = [text for own in background.values() for text in own]
    raw = encoder.encode([*(each.text for each in texts), *shipped], report)
    vectors, _ = calibrate_texts([each.text for each in texts], languages, raw=raw, background=background)
    clustering = cluster_profiles(
        vectors,
        nearest=find_nearest_ideas(vectors),
        languages=languages,
        n_clusters=n_themes,
        random_state=RANDOM_STATE,
    )
    topics = [each.topic for each in texts]
    labels = clustering.labels + 1
    return ThemeEvaluation(
        n_texts=len(texts),
        model=encoder.model,
        n_themes=int(labels.max()),
        v_measure=float(v_measure_score(topics, labels)),
        adjusted_rand=float(adjusted_rand_score(topics, labels)),
        share_unassigned=float(np.mean(labels < 1)),
        stability=float(np.average(clustering.stability, weights=np.bincount(clustering.labels))),
        labels=labels.tolist(),
    )
