"""Encodes the texts that ship with the bundled model; to be run after the background or the vocabulary was edited.

`python -m scripts.encode_shipped` writes the files next to them; a test compares these with what the model says.
"""

from pathlib import Path
from typing import Final

from data.background import list_background_texts
from data.model_build import BUNDLED_MODEL, build_bundled_model
from data.shipped_vectors import BACKGROUND_VECTORS, VOCABULARY_VECTORS, save_vectors
from data.vocabulary import load_vocabulary
from matcher.encoders import SentenceEncoder
from web.cli.console import OUT, report_step, show_progress

_MODELS: Final = Path(__file__).parents[1] / "var" / "models"


def main() -> None:
    """Encode and write."""
    encoder = SentenceEncoder(build_bundled_model(_MODELS, report=report_step), model=BUNDLED_MODEL)
    shipped = {BACKGROUND_VECTORS: list_background_texts(), VOCABULARY_VECTORS: load_vocabulary().describe_concepts()}
    for path, texts in shipped.items():
        with show_progress("Encoding") as report:
            save_vectors(path, texts, encoder.encode(texts, report))
        OUT.print(f"{len(texts)} vectors written to {path.parent.name}/{path.name}.", highlight=False)


if __name__ == "__main__":
    main()
