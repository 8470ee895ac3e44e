"""Fits BERTopic as it comes, once for each line read; run by the Python of `.venv-bertopic/`, never by ours.

Its one argument is an npz file with `texts` (n_texts,) and `vectors` (n_texts, n_dims). Each line read is answered by a
line with the seconds of one fit, the number of topics found and the share of texts that are in none.
"""

import sys
import time


def main() -> None:
    """Answer each line read with the figures of one more fit."""
    import numpy as np
    from bertopic import BERTopic

    with np.load(sys.argv[1]) as given:
        texts, vectors = given["texts"].tolist(), given["vectors"]
    for _ in sys.stdin:
        began = time.perf_counter()
        topics, _ = BERTopic().fit_transform(texts, vectors)
        seconds = time.perf_counter() - began
        unassigned = topics.count(-1) / len(topics)
        sys.stdout.write(f"{seconds} {len(set(topics) - {-1})} {unassigned}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
