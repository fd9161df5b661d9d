"""spaCy's transition NER decoded span by span in numpy: the same entities as `EntityRecognizer`, in a fraction of its time.

The greedy parser moves one token at a time, and its BLAS calls seem to take and drop the GIL for each (Cython 3 checks for exceptions after a call
through a function pointer): half of the time of a small CNN on Python 3.11. But outside of an entity the state is the token alone, so the moves of all
tokens can be scored at once; and inside of one it is the token and the entity's first token, so all possible entities can grow side by side.
The moves and their conditions are those of spacy/pipeline/_parser_internals/ner.pyx.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import IS_SPACE, SENT_START
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

from extractor.nlp.ops import largest

GROUP = 8_000  # tokens decoded together: bounds memory, fits a core's cache
TOGETHER = 12  # tokens that all possible entities grow side by side; the few longer ones then grow alone, only where they stand


@Language.factory("extractor_spans", assigns=["doc.ents"])
def make_spans(nlp: Language, name: str) -> SpanDecoder:
    """The factory; `decode_by_spans` gives it the recognizer."""
    return SpanDecoder()


def decode_by_spans(nlp: Language) -> None:
    """Decode the pipeline's "ner" so, when it is a greedy one with a tok2vec of its own."""
    ner: Any = nlp.get_pipe("ner") if "ner" in nlp.pipe_names else None
    if type(ner) is not EntityRecognizer or ner.cfg["beam_width"] != 1 or not ner.model.attrs["has_upper"] or ner.model.attrs["unseen_classes"]:
        return
    if ner.model.get_ref("lower").get_dim("nF") != 3 or any(node.name == "tok2vec-listener" for node in ner.model.walk()):
        return
    nlp.replace_pipe("ner", "extractor_spans")
    decoder = nlp.get_pipe("ner")
    assert isinstance(decoder, SpanDecoder)
    decoder.use(ner)


class SpanDecoder:
    """Fills `Doc.ents` as its recognizer would."""

    def use(self, ner: EntityRecognizer) -> None:
        """Take over a trained recognizer."""
        self.ner = ner
        self.model = ner.model
        moves = [ner.moves.get_class_name(i).partition("-") for i in range(ner.moves.n_moves)]
        self.labels = [label for _, _, label in moves]
        self.kind = np.array([move if label or move == "O" else "" for move, _, label in moves])
        inside = {label: i for i, (move, _, label) in enumerate(moves) if move == "I"}
        last = {label: i for i, (move, _, label) in enumerate(moves) if move == "L"}
        self.inside = np.array([inside.get(label, 0) for label in self.labels])
        self.last = np.array([last.get(label, 0) for label in self.labels])

    def __call__(self, doc: Doc) -> Doc:
        """Set the entities of one Doc."""
        return next(iter(self.pipe([doc])))

    def pipe(self, docs: Iterable[Doc], batch_size: int = 32) -> Iterator[Doc]:
        """Docs in order, some thousand tokens at a time."""
        stream = iter(docs)
        while batch := list(islice(stream, batch_size)):
            group: list[Doc] = []
            for doc in sorted(batch, key=len):
                if doc.has_annotation("ENT_IOB"):
                    self.ner(doc)  # entities that others have set bind the moves
                elif len(doc):
                    if group and sum(map(len, group)) + len(doc) > GROUP:
                        self._decode(group)
                        group = []
                    group.append(doc)
            if group:
                self._decode(group)
            yield from batch

    def _decode(self, docs: list[Doc]) -> None:
        """Set the entities of Docs, none of them empty."""
        attributes = np.concatenate([doc.to_array([IS_SPACE, SENT_START]).astype(np.int64) for doc in docs])
        ends = np.cumsum([len(doc) for doc in docs])
        state = _States(self.model, docs)
        barred = np.zeros(len(attributes), dtype=bool)  # no entity goes on from here to the next token
        barred[:-1] = attributes[1:, 1] == 1
        barred[ends - 1] = True
        scores = state.outside()
        space = attributes[:, 0] == 1
        scores[:, np.isin(self.kind, ("", "I", "L", "M"))] = -np.inf
        scores[np.ix_(barred | space, self.kind == "B")] = -np.inf
        scores[np.ix_(space, self.kind == "U")] = -np.inf
        moves = scores.argmax(1)
        chosen = self.kind[moves]
        starts = np.flatnonzero(chosen == "B")
        stops = dict(zip(starts.tolist(), self._grown(state, starts, moves[starts], barred, TOGETHER).tolist(), strict=True))
        found: list[list[tuple[int, int, str]]] = [[] for _ in docs]
        at = 0
        for start in np.flatnonzero((chosen == "B") | (chosen == "U")).tolist():
            if start < at:
                continue
            at = stops.get(start, start + 1)
            if at < 0:
                at = int(self._grown(state, np.array([start]), moves[[start]], barred, len(barred))[0])
            d = int(np.searchsorted(ends, start, side="right"))
            found[d].append((start, at, self.labels[moves[start]]))
        for doc, spans, end in zip(docs, found, ends.tolist(), strict=True):
            offset = end - len(doc)
            doc.set_ents([Span(doc, a - offset, b - offset, label=label) for a, b, label in spans])

    def _grown(self, state: _States, starts: NDArray[Any], moves: NDArray[Any], barred: NDArray[Any], steps: int) -> NDArray[Any]:
        """End of the entity that begins at each start; -1 where it is longer than `steps` tokens more."""
        out = np.full(len(starts), -1)
        open_, at = np.arange(len(starts)), starts + 1
        for _ in range(steps):
            if not len(open_):
                break
            stay, leave = self.inside[moves[open_]], self.last[moves[open_]]
            on, off = state.inside(starts[open_], at, stay, leave)
            closes = barred[at] | (off > on) | ((off == on) & (leave < stay))
            out[open_[closes]] = at[closes] + 1
            open_, at = open_[~closes], at[~closes] + 1
        return out


class _States:
    """Scores of the moves in every state of some Docs: what spaCy's parser_model.pyx computes state by state."""

    def __init__(self, model: Any, docs: list[Doc]) -> None:
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        self.features = lower.predict(model.get_ref("tok2vec").predict(docs))  # (1 + tokens, 3, hidden, pieces); row 0 stands for no token
        self.bias = lower.get_param("b")
        self.weights, self.offsets = upper.get_param("W"), upper.get_param("b")

    def outside(self) -> NDArray[Any]:
        """Scores (tokens, moves) where no entity is open."""
        f = self.features
        hidden = largest(f[1:, 0] + (f[0, 1] + f[0, 2] + self.bias))
        out: NDArray[Any] = hidden @ self.weights.T + self.offsets
        return out

    def inside(self, start: NDArray[Any], at: NDArray[Any], stay: NDArray[Any], leave: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
        """Scores of going on and of closing, in entities that began at `start` and have come to `at`."""
        f = self.features
        hidden = largest(f[at + 1, 0] + f[start + 1, 1] + f[at, 2] + self.bias)
        return (hidden * self.weights[stay]).sum(-1) + self.offsets[stay], (hidden * self.weights[leave]).sum(-1) + self.offsets[leave]
