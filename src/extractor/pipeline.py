"""Build the pipeline once, then take articles through it: decode → repair → layout → recognize → resolve → Record."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Any

from extractor import mentions, parts, resources, signatures
from extractor.article.flatten import blank, flatten
from extractor.article.language import language
from extractor.article.layout import layout
from extractor.article.published import find_datelines, find_published
from extractor.article.repair import repair
from extractor.config import Config
from extractor.entities.article import Prepared, article_of, day_first, source_of, warnings_of
from extractor.entities.common import View, positions
from extractor.entities.countries import collect_countries, resolve_places
from extractor.entities.dates import collect_dates
from extractor.entities.namesakes import Hit
from extractor.entities.organizations import collect_organizations
from extractor.entities.people import collect_people
from extractor.entities.places import collect_places
from extractor.errors import DataError, InputError, ModelError
from extractor.lean import without_commands
from extractor.patterns import needs_syntax, read_patterns
from extractor.shipped import model_path
from extractor.temporal import find_times
from extractor.types import Beaten, Producer, Raw, Record, Span
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
        from extractor.ops import use_prediction_ops
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


def extract(raw: Raw, engine: Engine) -> Record:
    """One article to its record."""
    return next(iter(extract_many([raw], engine)))


def extract_many(raws: Iterable[Raw], engine: Engine) -> Iterator[Record]:
    """Records in the order of the articles. InputError for an article that can't be extracted."""
    for outcome in outcomes(raws, engine):
        if isinstance(outcome, InputError):
            raise outcome
        yield outcome


def outcomes(raws: Iterable[Raw], engine: Engine) -> Iterator[Record | InputError]:
    """Records in the order of the articles, or the error that stands in the place of one.

    Batches start at one article and grow, so the first record comes at once.
    """
    source, size = iter(raws), 1
    while batch := list(islice(source, size)):
        yield from attempt(batch, engine)
        size = min(size * 2, BATCH)


def attempt(batch: list[Raw], engine: Engine) -> list[Record | InputError]:
    """The records of a batch; when it fails, each article alone, so that a bad one stops no other."""
    try:
        if not any(parts.is_long(raw) for raw in batch):
            return [*_records(batch, engine)]
        if len(batch) == 1:
            return [parts.extract_in_parts(batch[0], lambda part: _records([part], engine)[0])]
    except Exception as e:  # whatever a hostile text can provoke
        if len(batch) == 1:
            what = " ".join(f"{type(e).__name__}: {e}".split())[:200]
            return [InputError(f"{batch[0].path or batch[0].id}: can't be extracted ({what}); please report it with what extractor info says")]
    return [o for raw in batch for o in attempt([raw], engine)]


def _records(batch: list[Raw], engine: Engine) -> list[Record]:
    return [_record(*recognized, engine) for recognized in _recognized(batch, engine)]


def extract_explained(raw: Raw, engine: Engine) -> tuple[Record, list[Beaten]]:
    """The record of one article, and what its mentions were chosen over. InputError for a text of more than parts.LONGEST characters."""
    if parts.is_long(raw):
        raise InputError(f"{raw.path or raw.id}: {len(raw.text):,} characters; explain looks at {parts.LONGEST:,} at most: cut out the passage")
    beaten: list[tuple[Span, Span]] = []
    ((p, model, own),) = _recognized([raw], engine)
    record = _record(p, model, own, engine, beaten)
    where = [(p.view.place(s.start, s.end), s, p.view.place(w.start, w.end)["start"]) for s, w in beaten]
    return record, [Beaten(at["start"], at["end"], at["text"], s.label, s.rule, winner) for at, s, winner in where]


def _recognized(raws: list[Raw], engine: Engine) -> Iterator[tuple[Prepared, list[Span], list[Span]]]:
    """Each article with what the model and the user's patterns find in it."""
    batch = [_prepare(r, engine.config) for r in raws]
    chunks = [(i, a, text) for i, p in enumerate(batch) for a, text in _chunks(_UNBROKEN.sub(blank, p.view.flat))]
    found: dict[int, list[Span]] = {}
    own: dict[int, list[Span]] = {}
    docs = engine.nlp.pipe((text for _, _, text in chunks), batch_size=BATCH)
    for (i, a, _), doc in zip(chunks, docs, strict=True):
        found.setdefault(i, []).extend(part for e in doc.ents for part in _lines_of(e, a) if part.score is None or part.score >= engine.config.min_confidence)
        if engine.patterns:
            own.setdefault(i, []).extend(_own(s, a, engine) for s in doc.spans["extractor_patterns"])
    for i, p in enumerate(batch):
        yield p, found.get(i, []), own.get(i, [])


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


def _prepare(raw: Raw, config: Config) -> Prepared:
    cleaned = repair(raw.text, plain_tags=not raw.html)
    sections = layout(cleaned.text)
    flat = flatten(cleaned.text, sections, config.include_boilerplate)
    heads = find_datelines(flat, sections)
    published = find_published(cleaned.text, sections, heads, config.published, raw.published, raw.url)
    return Prepared(raw, View(raw.text, cleaned, flat, sections), published, heads)


def _record(p: Prepared, model: list[Span], own: list[Span], engine: Engine, beaten: list[tuple[Span, Span]] | None = None) -> Record:
    view, config = p.view, engine.config
    signed = [Span(a, b, "PERSON", "byline-name") for a, b in signatures.signatures(view.flat, view.sections)]
    signed_at = positions((s.start, s.end) for s in signed)
    named = [s for s in model if view.section(s.start) != "header" and signed_at.isdisjoint(range(s.start, s.end))]
    marked = mentions.mark(view.flat, [*signed, *named], p.heads, [_as_mark(s) for s in own], beaten)
    anchor = date.fromisoformat(p.published.value) if p.published.value else None
    blocked = [(s.start, s.end) for s in (*marked.people, *marked.orgs)]
    named_at = positions(blocked)
    times, problems = find_times(view.flat, anchor, blocked, day_first(p))
    dates, open_dates = collect_dates(view, times, problems)
    credit_ranges = signatures.photo_credits(view.flat, view.sections)
    people, open_people = collect_people(view, marked.people, credit_ranges, named_at)
    hits, open_countries = resolve_places(view, marked.listed, marked.places, p.heads)
    codes = [code for code, _ in Counter(h.code for h in hits if h.code).most_common()]
    orgs = collect_organizations(view, marked.orgs, p.heads, codes, named_at, credit_ranges)
    hits += [Hit(s, s.value.get("country"), "name", s.rule) for s in own if s.label == "COUNTRY"]
    countries = collect_countries(view, sorted(hits, key=lambda h: h.span.start))
    kinds = config.only or ("people", "countries", "organizations", "dates", "places")
    open_all = [*(open_people if "people" in kinds else []), *(open_countries if "countries" in kinds else []), *(open_dates if "dates" in kinds else [])]
    lang = language(view.cleaned.text)
    return Record(
        id=p.raw.id,
        source=source_of(p.raw, view.cleaned),
        article=article_of(p, people, orgs, lang),
        people=people if "people" in kinds else [],
        countries=countries if "countries" in kinds else [],
        organizations=orgs if "organizations" in kinds else [],
        dates=dates if "dates" in kinds else [],
        places=collect_places(view, hits) if "places" in kinds else [],
        unresolved=sorted(open_all, key=lambda u: (u.start, u.end)),
        warnings=warnings_of(p, lang, [t.value for t in times]),
        producer=engine.producer,
        text=p.raw.text if config.include_text or p.raw.html else None,
    )


def _as_mark(s: Span) -> Span:
    label = {"GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE"}.get(s.label, s.label)
    return replace(s, label=label, value=s.value if label == "ORG" else None)
