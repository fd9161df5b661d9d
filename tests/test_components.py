"""The components in a pipeline of somebody else's."""

from __future__ import annotations

import numpy as np
import pytest
import spacy

from extractor.article.repair import repair
from extractor.components.encoder import _decode, best_path, follows, pooled, shape


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


LABELS = ["O", "B-PERSON", "I-PERSON", "B-ORG", "I-ORG"]


def logs(*rows: list[float]) -> np.ndarray:
    return np.log(np.array(rows))


def test_a_name_is_of_one_kind_from_its_first_word_on() -> None:
    known = logs([0.1, 0.4, 0.1, 0.3, 0.1], [0.1, 0.1, 0.25, 0.1, 0.45], [0.9996, 0.0001, 0.0001, 0.0001, 0.0001])
    assert [LABELS[i] for i in known.argmax(-1)] == ["B-PERSON", "I-ORG", "O"]
    assert [LABELS[i] for i in best_path(known, follows(LABELS))] == ["B-ORG", "I-ORG", "O"]


def test_the_best_path_over_stretches_between_sure_words_is_the_best_over_all() -> None:
    rng = np.random.default_rng(7)
    cost = follows(LABELS) + rng.normal(0, 0.5, (5, 5))
    for n in (1, 2, 9, 60):
        known = np.log(rng.dirichlet(np.full(5, 0.3), n))
        known[rng.random(n) < 0.4] = np.log([0.9999, 0.000025, 0.000025, 0.000025, 0.000025])
        total, back = known[0] + cost[0], []
        for row in known[1:]:
            back.append((total[:, None] + cost).argmax(0))
            total = (total[:, None] + cost).max(0) + row
        path = [int(total.argmax())]
        for best in reversed(back):
            path.append(int(best[path[-1]]))
        assert best_path(known, cost) == path[::-1]


def test_the_words_of_one_spelling_share_their_kind_and_others_keep_theirs() -> None:
    kinds = np.array([[a[2:] == b[2:] for b in LABELS[::2]] for a in LABELS], dtype=float)
    known = logs([0.02, 0.9, 0.03, 0.04, 0.01], [0.02, 0.9, 0.03, 0.04, 0.01], [0.05, 0.4, 0.05, 0.45, 0.05], [0.05, 0.4, 0.05, 0.45, 0.05])
    out = pooled(known, ["Okafor", "Okafor", "Okafor", "Lekki"], kinds)
    assert [LABELS[i] for i in out.argmax(-1)] == ["B-PERSON", "B-PERSON", "B-PERSON", "B-ORG"]
    assert np.allclose(np.exp(out).sum(-1), 1) and np.allclose(out[3], known[3])


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
