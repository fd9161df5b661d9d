"""A loaded spaCy pipeline, and what it finds in texts of any length."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from extractor import resources
from extractor.article.flatten import blank
from extractor.config import Config
from extractor.errors import DataError, ModelError
from extractor.nlp.lean import without_commands
from extractor.nlp.patterns import needs_syntax, read_patterns
from extractor.nlp.shipped import model_path
from extractor.types import Producer, Span
from extractor.version import __version__

if TYPE_CHECKING:
    from spacy.language import Language

CHUNK = 40_000  # characters that the model reads at once: bounds its memory
BATCH = 32


@dataclass(frozen=True, slots=True)
class Engine:
    """A loaded pipeline and its configuration."""

    nlp: Language
    config: Config
    model: str
    patterns: tuple[dict[str, Any], ...] = ()

    @property
    def producer(self) -> Producer:
        """What a record says of who made it."""
        return Producer(__version__, self.model, resources.digest())


def load(config: Config | None = None) -> Engine:
    """Load the model and the user's patterns. Raises ModelError or DataError, each with what to try."""
    config = config or Config()
    patterns = read_patterns(config.patterns) if config.patterns else ()
    try:
        with without_commands():
            import spacy

        from extractor.components.spans import decode_by_spans
        from extractor.nlp.ops import use_prediction_ops
    except ImportError as e:
        raise ModelError(f"spaCy can't be imported ({e}); reinstall extractor") from e
    syntax = needs_syntax(patterns)
    exclude = [] if syntax else ["tagger", "parser", "attribute_ruler", "lemmatizer", "senter"]
    path = model_path(config.model)
    if path != config.model:
        exclude.append("tokenizer")  # theirs is that of English, which is there already: reading it again takes as long as the weights
    try:
        nlp = spacy.load(path, exclude=exclude)
    except Exception as e:  # spaCy raises OSError, ValueError, ConfigValidationError and more for a broken package
        reason = str(e).strip().splitlines()[0] if str(e).strip() else type(e).__name__
        raise ModelError(f"model {config.model!r} can't be loaded ({reason[:160]}); pip install it, or give a path with --model") from e
    if "tok2vec" in nlp.pipe_names and not syntax and not _listens(nlp):
        nlp.disable_pipe("tok2vec")
    use_prediction_ops(nlp)
    decode_by_spans(nlp)
    nlp.max_length = 1_000_000_000
    if patterns:
        ruler = nlp.add_pipe("span_ruler", name="extractor_patterns", config={"spans_key": "extractor_patterns"})
        try:
            ruler.add_patterns([{"label": p["label"], "pattern": p["pattern"], "id": str(i)} for i, p in enumerate(patterns)])  # type: ignore[attr-defined]
        except Exception as e:
            raise DataError(f"{config.patterns}: {str(e).strip().splitlines()[0][:200]}; see spaCy's rule-based matching") from e
    return Engine(nlp, config, f"{nlp.meta.get('lang', '')}_{nlp.meta.get('name', '')} {nlp.meta.get('version', '')}", patterns)


def _listens(nlp: Language) -> bool:
    """Any component that reads the shared tok2vec."""
    return any(node.name == "tok2vec-listener" for _, p in nlp.pipeline if hasattr(p, "model") for node in p.model.walk())


@dataclass(frozen=True, slots=True)
class Found:
    """What the model and the user's patterns find in one text."""

    model: list[Span]
    own: list[Span]


def read(texts: list[str], engine: Engine) -> list[Found]:
    """What is found in each text, in its offsets; long ones are read in pieces."""
    chunks = [(i, a, piece) for i, text in enumerate(texts) for a, piece in _chunks(_UNBROKEN.sub(blank, text))]
    out = [Found([], []) for _ in texts]
    docs = engine.nlp.pipe((piece for _, _, piece in chunks), batch_size=BATCH)
    for (i, a, _), doc in zip(chunks, docs, strict=True):
        out[i].model.extend(part for e in doc.ents for part in _lines_of(e, a) if part.score is None or part.score >= engine.config.min_confidence)
        if engine.patterns:
            out[i].own.extend(_own(s, a, engine) for s in doc.spans["extractor_patterns"])
    return out


def _lines_of(ent: Any, offset: int) -> Iterator[Span]:
    """A model entity, cut at line ends: what flattening left of them ends every name."""
    score, start = _score(ent), offset + ent.start_char
    for line in ent.text.split("\n"):
        if name := line.rstrip():
            yield Span(start, start + len(name), ent.label_, "model", None, score)
        start += len(line) + 1


# spaCy's tokenizer looks at a word once more for each sign at its end, all of it: a megabyte of quotation marks would take hours
_UNBROKEN = re.compile(r"\S{1000,}")


def _score(ent: Any) -> float | None:
    scores = ent.doc.user_data.get("extractor_scores")
    return scores.get((ent.start, ent.end)) if scores else None


def _own(span: Any, offset: int, engine: Engine) -> Span:
    row = engine.patterns[int(span.id_)]
    value = {"name": row.get("name"), "country": row.get("country"), "kind": row.get("kind")}
    return Span(offset + span.start_char, offset + span.end_char, span.label_, "pattern-user", value)


def _chunks(text: str) -> Iterator[tuple[int, str]]:
    """Pieces of at most CHUNK characters, cut at line ends where there are any, else at spaces."""
    at = 0
    while len(text) - at > CHUNK:
        cut = text.rfind("\n", at + CHUNK // 2, at + CHUNK)
        if cut < 0:
            cut = text.rfind(" ", at + CHUNK // 2, at + CHUNK)
        cut = at + CHUNK if cut < 0 else cut + 1
        yield at, text[at:cut]
        at = cut
    if at < len(text):
        yield at, text[at:]
