"""The models that ship: what their cards say of them, and what every pipeline owes the rest."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc, Span

from extractor.components import spans
from extractor.components.spans import SpanDecoder, decode_by_spans
from extractor.config import Config
from extractor.nlp.engine import load
from extractor.nlp.ops import PredictionOps
from extractor.nlp.shipped import model_path
from extractor.pipeline import extract
from extractor.types import Raw

MODELS = Path(__file__).parent.parent / "models"
SAMPLES = MODELS.parent / "samples"
CARD = (MODELS / "README.md").read_text(encoding="utf-8")
NAMES = ["en_news", "en_news_fast"]
TEXT = "OUAGADOUGOU (AP) - Foreign Minister Sergey Lavrov met President Ibrahim Traore of Burkina Faso and the African Union on 3 May 2023.\n"


def card(name: str) -> str:
    return CARD.split(f"\n## {name}\n")[1].split("\n## ")[0]


@pytest.mark.parametrize("name", NAMES)
def test_the_hashes_of_the_card_are_those_of_the_files(name: str) -> None:
    hashes = dict(re.findall(r"`([\w/.]+)` ([0-9a-f]{64})", card(name)))
    assert hashes
    files = {f.relative_to(MODELS / name).as_posix(): f for f in (MODELS / name).rglob("*") if f.is_file()}
    for said, digest in hashes.items():
        (file,) = [f for path, f in files.items() if path == said or (path.endswith("/" + said) and "/" not in said)]
        assert hashlib.sha256(file.read_bytes()).hexdigest() == digest


@pytest.mark.parametrize("name", NAMES)
def test_a_model_reads_a_sentence_by_spacy_alone_and_by_name(name: str) -> None:
    nlp = spacy.load(model_path(name))
    assert {(e.text, e.label_) for e in nlp(TEXT).ents} >= {("Sergey Lavrov", "PERSON"), ("Burkina Faso", "GPE"), ("African Union", "ORG")}
    record = extract(Raw("a", TEXT), load(Config(model=name)))
    assert [p.name for p in record.people] == ["Sergey Lavrov", "Ibrahim Traore"]
    assert record.producer.model.startswith(name + " ")


def test_the_fast_model_is_plain_spacy() -> None:
    assert spacy.load(MODELS / "en_news_fast").pipe_names == ["ner"]
    assert not (MODELS / "en_news_fast" / "vocab").exists()


def test_numpy_products_are_what_thinc_says() -> None:
    import numpy as np
    from thinc.api import NumpyOps

    rng = np.random.default_rng(0)
    x, y = rng.random((5, 7), dtype="float32"), rng.random((7, 3), dtype="float32")
    for trans1 in (False, True):
        for trans2 in (False, True):
            a, b = (np.ascontiguousarray(x.T) if trans1 else x), (np.ascontiguousarray(y.T) if trans2 else y)
            out = np.zeros((5, 3), dtype="float32")
            for ops in (PredictionOps(), NumpyOps()):
                np.testing.assert_allclose(ops.gemm(a, b, trans1=trans1, trans2=trans2), x @ y, rtol=1e-5)
            PredictionOps().gemm(a, b, out=out, trans1=trans1, trans2=trans2)
            np.testing.assert_allclose(out, x @ y, rtol=1e-5)


@pytest.mark.parametrize("pieces", [1, 2, 3, 5])
def test_maxima_over_pieces_are_what_thinc_says(pieces: int) -> None:
    import numpy as np
    from thinc.api import NumpyOps

    x = np.random.default_rng(0).normal(size=(4, 6, pieces)).astype("float32")
    np.testing.assert_array_equal(PredictionOps().maxout(x)[0], NumpyOps().maxout(x)[0])


def test_mentions_below_the_confidence_asked_for_are_left_out() -> None:
    text = "Wafula Achieng met Ngozi Balewa in Gombela. Moussa Traore spoke, Tiwonge stayed at home and Professor Malumbo Zeke left.\n"
    everything = [m for e in extract(Raw("a", text), load(Config())).people for m in e.mentions]
    scores = sorted(m.confidence for m in everything if m.confidence is not None)
    assert scores[0] < scores[-1]
    floor = scores[-1]
    kept = [m for e in extract(Raw("a", text), load(Config(min_confidence=floor))).people for m in e.mentions]
    assert 0 < len(kept) < len(everything) and all(m.confidence is None or m.confidence >= floor for m in kept)


@pytest.fixture(scope="module")
def pair() -> tuple[spacy.language.Language, spacy.language.Language]:
    own, theirs = spacy.load(MODELS / "en_news_fast"), spacy.load(MODELS / "en_news_fast")
    decode_by_spans(own)
    assert isinstance(own.get_pipe("ner"), SpanDecoder)
    return own, theirs


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return [f.read_text(encoding="utf-8", errors="replace") for f in sorted(SAMPLES.glob("*.txt"))] + ["", "Mali", "\n\n \n", "NATO\n\nNATO " * 40]


def found(docs: Iterable[Doc]) -> list[list[tuple[int, int, str]]]:
    return [[(e.start, e.end, e.label_) for e in doc.ents] for doc in docs]


def test_decoding_by_spans_finds_the_same_entities(pair, texts) -> None:
    own, theirs = pair
    expected = found(theirs.pipe(texts))
    assert found(own.pipe(texts)) == expected and sum(map(len, expected)) > 200
    assert own(texts[0]).has_annotation("ENT_IOB")


def test_decoding_by_spans_grows_long_entities_alone(pair, texts, monkeypatch) -> None:
    own, theirs = pair
    monkeypatch.setattr(spans, "TOGETHER", 1)
    assert found(own.pipe(texts)) == found(theirs.pipe(texts))


def test_decoding_by_spans_splits_big_batches(pair, texts, monkeypatch) -> None:
    own, theirs = pair
    monkeypatch.setattr(spans, "GROUP", 300)
    assert found(own.pipe(texts)) == found(theirs.pipe(texts))


def test_decoding_by_spans_keeps_to_sentences_and_to_entities_that_others_have_set(pair, texts) -> None:
    def prepared(nlp: spacy.language.Language) -> Iterator[Doc]:
        for text in texts:
            doc = nlp.make_doc(text)
            for token in list(doc)[3::4]:
                token.is_sent_start = True
            yield doc
            doc = nlp.make_doc(text)
            if len(doc) > 9:
                doc.set_ents([Span(doc, 4, 9, label="EVENT")], default="missing")
            yield doc

    own, theirs = pair
    expected = found(theirs.pipe(prepared(theirs)))
    assert found(own.pipe(prepared(own))) == expected != found(theirs.pipe(t for t in texts for _ in (0, 1)))


def test_decoding_by_spans_leaves_other_pipelines_as_they_are() -> None:
    blank = spacy.blank("en")
    decode_by_spans(blank)
    assert blank.pipe_names == []
    beam = spacy.blank("en")
    recognizer = beam.add_pipe("beam_ner", name="ner")
    decode_by_spans(beam)
    assert beam.get_pipe("ner") is recognizer


def test_the_command_line_of_spacy_is_imported_when_somebody_asks_for_it() -> None:
    import subprocess
    import sys

    code = """
import sys
from extractor.nlp import engine
engine.load()
import spacy
early = "requests" in sys.modules
print(early, spacy.info(silent=True)["spacy_version"] == spacy.__version__, callable(spacy.cli.download), "requests" in sys.modules)
try:
    spacy.nothing
except AttributeError as e:
    print(e)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["False True True True", "module 'spacy' has no attribute 'nothing'"]
