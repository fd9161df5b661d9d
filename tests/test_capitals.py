"""Capital or its government? Measured on capitals in worldwide-train, labelled by hand in capitals.tsv; needs that corpus beside the project."""

from __future__ import annotations

import csv
from pathlib import Path

from extractor.pipeline import extract_many
from extractor.types import Raw

LABELS = Path(__file__).parent / "capitals.tsv"


def test_a_capital_is_told_from_its_government(engine, corpus) -> None:
    with LABELS.open(encoding="utf-8") as f:
        labels = list(csv.DictReader(f, delimiter="\t"))
    wanted = {r["article"] for r in labels}
    texts = {d["id"]: d["text"] for d in corpus("worldwide-train") if d["id"] in wanted}
    found = {r.id: [(m.start, m.end, m.how) for c in r.countries for m in c.mentions] for r in extract_many([Raw(i, t) for i, t in texts.items()], engine)}
    right = sum(any(a < int(r["end"]) and int(r["start"]) < b and how == r["how"] for a, b, how in found[r["article"]]) for r in labels)
    assert right / len(labels) >= 0.9, f"{right} of {len(labels)}"
