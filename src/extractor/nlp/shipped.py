"""Where the models that ship with the package are."""

from __future__ import annotations

from pathlib import Path

DEFAULT = "en_news"


def model_path(name: str) -> str:
    """Path of a shipped model, in an installed package or a checkout; any other name is a spaCy package or path as it is."""
    here = Path(__file__).parent.parent
    for folder in (here / "models", here.parent.parent / "models"):
        if name.isidentifier() and (folder / name / "config.cfg").is_file():
            return str(folder / name)
    return name
