"""Build the pipeline once, then take articles through it: decode → repair → layout → recognize → resolve → Record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from extractor import parts
from extractor.article.flatten import flatten
from extractor.article.language import language
from extractor.article.layout import layout
from extractor.article.published import day_first, find_datelines, find_published, told_on
from extractor.article.repair import Cleaned, repair
from extractor.config import Config
from extractor.entities.article import Prepared, article_of, source_of, warnings_of
from extractor.entities.common import View, positions
from extractor.entities.countries import collect_countries, resolve_places, spoken_of
from extractor.entities.dates import collect_dates
from extractor.entities.namesakes import Hit
from extractor.entities.organizations import collect_organizations
from extractor.entities.people import collect_people
from extractor.entities.places import collect_places
from extractor.errors import InputError
from extractor.mentions import signatures
from extractor.mentions.mark import mark
from extractor.nlp.casing import cased
from extractor.nlp.engine import BATCH, Engine, Found, read
from extractor.temporal import find_times
from extractor.topics import periods_of_play
from extractor.types import Beaten, Raw, Record, Span


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
    ((p, found),) = _recognized([raw], engine)
    record = _record(p, found, engine, beaten)
    where = [(p.view.place(s.start, s.end), s, p.view.place(w.start, w.end)["start"]) for s, w in beaten]
    return record, [Beaten(at["start"], at["end"], at["text"], s.label, s.rule, winner) for at, s, winner in where]


def _recognized(raws: list[Raw], engine: Engine) -> Iterator[tuple[Prepared, Found]]:
    """Each article with what the model and the user's patterns find in it."""
    cleaned = cased([repair(raw.text, plain_tags=not raw.html) for raw in raws], engine)
    batch = [_prepare(raw, c, engine.config) for raw, c in zip(raws, cleaned, strict=True)]
    yield from zip(batch, read([p.view.flat for p in batch], engine), strict=True)


def _prepare(raw: Raw, cleaned: Cleaned, config: Config) -> Prepared:
    sections = layout(cleaned.text)
    flat = flatten(cleaned.text, sections, config.include_boilerplate)
    heads = find_datelines(flat, sections)
    published = find_published(cleaned.text, sections, heads, config.published, raw.published, raw.url)
    return Prepared(raw, View(raw.text, cleaned, flat, sections), published, heads)


def _record(p: Prepared, found: Found, engine: Engine, beaten: list[tuple[Span, Span]] | None = None) -> Record:
    view, config = p.view, engine.config
    signed = [Span(a, b, "PERSON", "byline-name") for a, b in signatures.signatures(view.flat, view.sections)]
    signed_at = positions((s.start, s.end) for s in signed)
    named = [s for s in found.model if view.section(s.start) != "header" and signed_at.isdisjoint(range(s.start, s.end))]
    marked = mark(view.flat, [*signed, *named], p.heads, [_as_mark(s) for s in found.own], beaten)
    anchor = told_on(p.published, p.heads)
    blocked = [(s.start, s.end) for s in (*marked.people, *marked.orgs)]
    named_at = positions(blocked)
    playing = periods_of_play(view.flat, (view.name(s) for s in marked.orgs))
    times, problems = find_times(view.flat, anchor, [*blocked, *playing], day_first(p.heads, view.flat))
    dates, open_dates = collect_dates(view, times, problems)
    credit_ranges = signatures.photo_credits(view.flat, view.sections)
    people, open_people = collect_people(view, marked.people, credit_ranges, named_at)
    hits, open_countries = resolve_places(view, marked.listed, marked.places, p.heads, marked.orgs)
    codes = spoken_of(view.flat, hits)
    orgs = collect_organizations(view, marked.orgs, p.heads, codes, named_at, credit_ranges)
    hits += [Hit(s, s.value.get("country"), "name", s.rule) for s in found.own if s.label == "COUNTRY"]
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
