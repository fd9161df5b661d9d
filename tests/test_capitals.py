"""Capital or its government? Measured on capitals in worldwide-train, labelled by hand in capitals.tsv; needs that corpus beside the project."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from extractor.pipeline import extract_many
from extractor.types import Raw

CORPUS = Path(__file__).parents[2] / "shared" / "corpora" / "worldwide-train.jsonl"
LABELS = Path(__file__).parent / "capitals.tsv"


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus isn't here")
def test_a_capital_is_told_from_its_government(engine) -> None:
    with LABELS.open(encoding="utf-8") as f:
        labels = list(csv.DictReader(f, delimiter="\t"))
    wanted = {r["article"] for r in labels}
    with CORPUS.open(encoding="utf-8") as f:
        texts = {d["id"]: d["text"] for line in f if (d := json.loads(line))["id"] in wanted}
    found = {r.id: [(m.start, m.end, m.how) for c in r.countries for m in c.mentions] for r in extract_many([Raw(i, t) for i, t in texts.items()], engine)}
    right = sum(any(a < int(r["end"]) and int(r["start"]) < b and how == r["how"] for a, b, how in found[r["article"]]) for r in labels)
    assert right / len(labels) >= 0.9, f"{right} of {len(labels)}"
