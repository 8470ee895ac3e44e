"""Encodes the background sentences with the bundled model; to be run after they have been edited.

`python -m scripts.encode_background` writes the file next to them; a test compares it with what the model says.
"""

from pathlib import Path
from typing import Final

from data.background import VECTORS_FILE, list_background_texts, save_background_vectors
from data.model_build import BUNDLED_MODEL, build_bundled_model
from matcher.encoders import SentenceEncoder
from web.cli.console import OUT, report_step, show_progress

_MODELS: Final = Path(__file__).parents[1] / "var" / "models"


def main() -> None:
    """Encode and write."""
    encoder = SentenceEncoder(build_bundled_model(_MODELS, report=report_step), model=BUNDLED_MODEL)
    with show_progress("Encoding") as report:
        vectors = encoder.encode(list_background_texts(), report)
    save_background_vectors(vectors)
    OUT.print(f"{len(vectors)} vectors written to {VECTORS_FILE.name}.", highlight=False)


if __name__ == "__main__":
    main()
