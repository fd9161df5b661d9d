"""Build the pipeline once, then take articles through it: decode → repair → layout → recognize → resolve → Record."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractor import gazetteer, mentions, names, resources
from extractor.article.language import language
from extractor.article.layout import flatten, layout
from extractor.article.published import Head, find_datelines, find_published
from extractor.article.repair import Cleaned, repair
from extractor.config import Config
from extractor.entities.common import View
from extractor.entities.countries import Hit, collect_countries, collect_places, resolve_places
from extractor.entities.dates import collect_dates
from extractor.entities.organizations import collect_organizations
from extractor.entities.people import collect_people
from extractor.errors import DataError, ModelError
from extractor.temporal import find_times
from extractor.types import ArticleInfo, Dateline, Found, Notice, Organization, Person, Producer, Published, Raw, Record, Repair, Section, Source, Span
from extractor.version import __version__

if TYPE_CHECKING:
    from spacy.language import Language

CHUNK = 40_000  # characters that the model reads at once: bounds its memory
BATCH = 32
_SYNTAX = {"POS", "TAG", "DEP", "LEMMA", "MORPH"}


@dataclass(frozen=True, slots=True)
class Engine:
    """A loaded pipeline and its configuration."""

    nlp: Language
    config: Config
    model: str
    patterns: tuple[dict[str, Any], ...] = ()


def load(config: Config | None = None) -> Engine:
    """Load the model and the user's patterns. Raises ModelError or DataError, each with what to try."""
    config = config or Config()
    patterns = read_patterns(config.patterns) if config.patterns else ()
    try:
        import spacy
    except ImportError as e:
        raise ModelError(f"spaCy can't be imported ({e}); reinstall extractor") from e
    syntax = any(isinstance(t, dict) and _SYNTAX & set(t) for p in patterns if isinstance(p["pattern"], list) for t in p["pattern"])
    exclude = [] if syntax else ["tagger", "parser", "attribute_ruler", "lemmatizer", "senter"]
    try:
        nlp = spacy.load(config.model, exclude=exclude)
    except Exception as e:  # spaCy raises OSError, ValueError, ConfigValidationError and more for a broken package
        reason = str(e).strip().splitlines()[0] if str(e).strip() else type(e).__name__
        raise ModelError(f"model {config.model!r} can't be loaded ({reason[:160]}); pip install it, or give a path with --model") from e
    if "tok2vec" in nlp.pipe_names and not syntax and not _listens(nlp):
        nlp.disable_pipe("tok2vec")
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


def read_patterns(path: str) -> tuple[dict[str, Any], ...]:
    """The user's rules: JSONL in EntityRuler form, plus optional name, country, kind. DataError names file and row."""
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as e:
        raise DataError(f"{path}: can't be read ({e}); check the path") from e
    out = []
    for n, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as e:
            raise DataError(f"{path} row {n}: not JSON ({e.msg}); each line is one pattern") from e
        if not isinstance(row, dict) or not isinstance(row.get("label"), str) or not isinstance(row.get("pattern"), (str, list)) or not row["pattern"]:
            raise DataError(f'{path} row {n}: needs "label" and "pattern", as in {{"label": "ORG", "pattern": "Wagner"}}')
        if row.get("country") and row["country"] not in gazetteer.countries():
            raise DataError(f"{path} row {n}: country {row['country']!r} is not an ISO 3166 code; write RU, say")
        out.append(row)
    return tuple(out)


def extract(raw: Raw, engine: Engine) -> Record:
    """One article to its record."""
    return next(iter(extract_many([raw], engine)))


def extract_many(raws: Iterable[Raw], engine: Engine) -> Iterator[Record]:
    """Records in the order of the articles. Batches start at one article and grow, so the first record comes at once."""
    source, size = iter(raws), 1
    while batch := [_prepare(r, engine.config) for r in islice(source, size)]:
        chunks = [(i, a, text) for i, p in enumerate(batch) for a, text in _chunks(p.view.flat)]
        found: dict[int, list[Span]] = {}
        own: dict[int, list[Span]] = {}
        docs = engine.nlp.pipe((text for _, _, text in chunks), batch_size=BATCH)
        for (i, a, _), doc in zip(chunks, docs, strict=True):
            found.setdefault(i, []).extend(Span(a + e.start_char, a + e.end_char, e.label_, "model", None, _score(e)) for e in doc.ents)
            if engine.patterns:
                own.setdefault(i, []).extend(_own(s, a, engine) for s in doc.spans["extractor_patterns"])
        for i, p in enumerate(batch):
            yield _record(p, found.get(i, []), own.get(i, []), engine)
        size = min(size * 2, BATCH)


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


@dataclass(frozen=True, slots=True)
class _Prepared:
    raw: Raw
    view: View
    published: Published
    heads: list[Head]


def _prepare(raw: Raw, config: Config) -> _Prepared:
    cleaned = repair(raw.text, plain_tags=not raw.html)
    sections = layout(cleaned.text)
    flat = flatten(cleaned.text, sections, config.include_boilerplate)
    heads = find_datelines(flat, sections)
    published = find_published(cleaned.text, sections, heads, config.published, raw.published, raw.url)
    return _Prepared(raw, View(raw.text, cleaned, flat, sections), published, heads)


def _record(p: _Prepared, model: list[Span], own: list[Span], engine: Engine) -> Record:
    view, config = p.view, engine.config
    signed = [Span(a, b, "PERSON", "byline-name") for a, b in names.signatures(view.flat, view.sections)]
    signed_at = {i for s in signed for i in range(s.start, s.end)}
    named = [s for s in model if view.section(s.start) != "header" and signed_at.isdisjoint(range(s.start, s.end))]
    marked = mentions.mark(view.flat, [*signed, *named], p.heads, [_as_mark(s) for s in own])
    anchor = date.fromisoformat(p.published.value) if p.published.value else None
    blocked = [(s.start, s.end) for s in (*marked.people, *marked.orgs)]
    times, problems = find_times(view.flat, anchor, blocked, _day_first(p))
    dates, open_dates = collect_dates(view, times, problems)
    credit_ranges = names.photo_credits(view.flat, view.sections)
    people, open_people = collect_people(view, marked.people, credit_ranges)
    orgs = collect_organizations(view, marked.orgs, p.heads)
    hits, open_countries = resolve_places(view, marked.listed, marked.places, p.heads)
    hits += [Hit(s, s.value.get("country"), "name", s.rule) for s in own if s.label == "COUNTRY"]
    countries = collect_countries(view, sorted(hits, key=lambda h: h.span.start))
    kinds = config.only or ("people", "countries", "organizations", "dates", "places")
    open_all = [*(open_people if "people" in kinds else []), *(open_countries if "countries" in kinds else []), *(open_dates if "dates" in kinds else [])]
    lang = language(view.cleaned.text)
    return Record(
        id=p.raw.id,
        source=_source(p.raw, view.cleaned),
        article=_article(p, people, orgs, lang),
        people=people if "people" in kinds else [],
        countries=countries if "countries" in kinds else [],
        organizations=orgs if "organizations" in kinds else [],
        dates=dates if "dates" in kinds else [],
        places=collect_places(view, hits) if "places" in kinds else [],
        unresolved=sorted(open_all, key=lambda u: (u.start, u.end)),
        warnings=_warnings(p, lang, [t.value for t in times]),
        producer=Producer(__version__, engine.model, resources.digest()),
        text=p.raw.text if config.include_text or p.raw.html else None,
    )


def _as_mark(s: Span) -> Span:
    label = {"GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE"}.get(s.label, s.label)
    return replace(s, label=label, value=s.value if label == "ORG" else None)


def _source(raw: Raw, cleaned: Cleaned) -> Source:
    repairs = [*cleaned.repairs, *([Repair("invalid-bytes", raw.invalid_bytes)] if raw.invalid_bytes else [])]
    return Source(raw.path, raw.sha256, raw.encoding, len(raw.text), repairs, raw.url)


def _article(p: _Prepared, people: list[Person], orgs: list[Organization], lang: str) -> ArticleInfo:
    view, raw = p.view, p.raw.text
    title = next((s for s in view.sections if s.kind == "title"), None)
    head = p.heads[0] if p.heads else None
    published = p.published
    if published.start is not None and published.end is not None:
        a, b = view.cleaned.to_raw(published.start, published.end)
        published = replace(published, start=a, end=b)
    authors = [x.name for x in people if x.role == "credit" and any(_wrote(raw, m.start, m.section) for m in x.mentions)]
    return ArticleInfo(
        title=_found(view, title) if title else None,
        published=published,
        dateline=Dateline(head.place, head.country, *view.cleaned.to_raw(head.start, head.end)) if head else None,
        authors=authors,
        outlet=_outlet(p, orgs),
        language=lang,
        sections=_raw_sections(view),
    )


def _wrote(raw: str, at: int, section: str) -> bool:
    before = raw[max(0, at - 80) : at].lower()
    return section in ("byline", "credit") and "edit" not in before.rsplit(";", 1)[-1].rsplit("(", 1)[-1] and "photo" not in before


def _found(view: View, s: Section) -> Found:
    text = view.cleaned.text
    start, end = s.start, s.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    line_end = text.find("\n", start, end)
    a, b = view.cleaned.to_raw(start, line_end if line_end > 0 else end)
    return Found(view.raw[a:b], a, b)


def _raw_sections(view: View) -> list[Section]:
    out: list[Section] = []
    for s in view.sections:
        end = view.cleaned.to_raw(s.start, s.end)[1]
        out.append(Section(s.kind, out[-1].end if out else 0, end))
    if out:
        out[-1] = Section(out[-1].kind, out[-1].start, len(view.raw))
    return out


_ADDRESS = re.compile(r"https?://(?:www\.|en\.|news\.)?([\w.-]+)")


def _outlet(p: _Prepared, orgs: list[Organization]) -> str | None:
    outlets = {b.name for b in gazetteer.bodies().values() if b.kind in ("media", "agency")}
    for address in (p.raw.url or "", p.view.cleaned.text[:2000]):
        if m := _ADDRESS.search(address):
            host = re.sub(r"[^a-z]", "", m[1])
            stem = re.sub(r"[^a-z]", "", m[1].rsplit(".", 1)[0])
            for name in sorted(outlets):
                plain = re.sub(r"[^a-z]", "", gazetteer.fold(name).removeprefix("the "))
                if len(plain) > 3 and plain in (host, stem):
                    return name
    for o in orgs:
        if o.name in outlets and any(m.section == "credit" for m in o.mentions) and o.kind == "media":
            return o.name
    if m := re.search(r"(?i:a message from) ((?:The )?[A-Z][^\n:.]{2,40})", p.view.cleaned.text):
        return m[1].strip()
    if p.heads and p.heads[0].agency:
        surface = p.view.flat[slice(*p.heads[0].agency)]
        return next((e.name for e in gazetteer.lookup(surface) if e.kind == "org"), surface)
    return None


def _day_first(p: _Prepared) -> bool | None:
    """Day-month order of the dateline's country: month first in the United States alone."""
    country = p.heads[0].country if p.heads else None
    return None if country is None else country not in ("US", "PH", "FM", "PW")


def _warnings(p: _Prepared, lang: str, values: list[str]) -> list[Notice]:
    out = []
    if p.published.value is None and any("X" in v and not v.startswith("P") for v in values):
        out.append(Notice("no-publication-date", "no publication date was found, so relative dates stay open; give one with --published"))
    if lang != "en":
        out.append(Notice("language", f"the text looks like {lang!r}; names and dates are read by rules made for English"))
    if p.raw.invalid_bytes:
        out.append(Notice("invalid-bytes", f"{p.raw.invalid_bytes} bytes or characters were not valid and were replaced"))
    return out
