"""The components in a pipeline of somebody else's."""

from __future__ import annotations

import pytest
import spacy

from extractor.article.repair import repair
from extractor.components.encoder import _decode, shape


def test_timex_fills_its_span_group_with_values_and_rules() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("extractor_timex", config={"published": "2023-02-09"})
    doc = nlp("They met on Monday and every Tuesday in 2019.")
    assert [(s.text, s.label_, s.kb_id_, s.id_) for s in doc.spans["timex"]] == [
        ("Monday", "DATE", "2023-02-06", "weekday"),
        ("every Tuesday", "SET", "XXXX-WXX-2", "set-weekday"),
        ("2019", "DATE", "2019", "year-after-preposition"),
    ]


def test_gazetteer_fills_its_span_group_with_kinds_and_codes() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("extractor_gazetteer")
    doc = nlp("Malian troops left Burkina Faso with a guinea pig; the Congolese stayed.")
    assert [(s.text, s.label_, s.kb_id_) for s in doc.spans["gazetteer"]] == [
        ("Malian", "demonym", "ML"),
        ("Burkina Faso", "country", "BF"),
        ("Congolese", "demonym", ""),
    ]


def test_both_keep_what_other_components_found() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "GPE", "pattern": "Mali"}])
    nlp.add_pipe("extractor_timex")
    nlp.add_pipe("extractor_gazetteer")
    doc = nlp("Mali voted on Monday.")
    assert [e.text for e in doc.ents] == ["Mali"] and set(doc.spans) == {"timex", "gazetteer"}


@pytest.mark.parametrize(("word", "number"), [("said", 1), ("NATO", 2), ("Mali", 3), ("A", 4), ("2019", 5), ("G20", 6), ("McDonald", 7), ("“", 0), ("中国", 1)])
def test_case_shapes(word: str, number: int) -> None:
    assert shape(word) == number


def test_bio_labels_become_spans_with_their_lowest_probability() -> None:
    labels = ["O", "B-PERSON", "I-PERSON", "B-PERSON", "I-ORG", "I-ORG", "O"]
    scores = [1.0, 0.9, 0.7, 0.8, 0.6, 0.9, 1.0]
    assert list(_decode(labels, scores)) == [(1, 3, "PERSON", 0.7), (3, 4, "PERSON", 0.8), (4, 6, "ORG", 0.6)]


def test_the_shipped_model_reads_long_documents_whole_and_scores_its_mentions(engine) -> None:
    text = "Prime Minister Narendra Modi met Olaf Scholz in Berlin. " + "Nothing else was said there that day. " * 400 + "Then Emmanuel Macron left Paris."
    doc = engine.nlp(repair(text).text)
    assert {"Narendra Modi", "Olaf Scholz", "Emmanuel Macron"} <= {e.text for e in doc.ents if e.label_ == "PERSON"}
    scores = doc.user_data["extractor_scores"]
    assert set(scores) == {(e.start, e.end) for e in doc.ents} and all(0 < p <= 1 for p in scores.values())


def test_one_word_of_very_many_pieces_does_not_stop_the_model(engine) -> None:
    doc = engine.nlp("x" * 50_000 + " Olaf Scholz spoke. " + "ab-" * 3_000 + " and Emmanuel Macron left.")
    assert "Olaf Scholz" in {e.text for e in doc.ents}


def test_the_card_names_the_hashes_of_the_shipped_files() -> None:
    import hashlib
    from pathlib import Path

    models = Path(__file__).parent.parent / "models"
    card = (models / "README.md").read_text(encoding="utf-8")
    for f in sorted((models / "en_news" / "extractor_encoder").iterdir()):
        assert hashlib.sha256(f.read_bytes()).hexdigest() in card, f.name
