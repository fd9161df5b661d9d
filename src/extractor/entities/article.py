"""What the record says of the article itself: title, date, dateline, authors, outlet, sections, warnings."""

from __future__ import annotations

from dataclasses import dataclass, replace

from extractor import gazetteer
from extractor.article.published import Head
from extractor.article.repair import Cleaned
from extractor.entities.common import View
from extractor.entities.outlet import outlet
from extractor.types import ArticleInfo, Dateline, Found, Notice, Organization, Person, Published, Raw, Repair, Section, Source


@dataclass(frozen=True, slots=True)
class Prepared:
    raw: Raw
    view: View
    published: Published
    heads: list[Head]


def source_of(raw: Raw, cleaned: Cleaned) -> Source:
    repairs = [*cleaned.repairs, *([Repair("invalid-bytes", raw.invalid_bytes)] if raw.invalid_bytes else [])]
    return Source(raw.path, raw.sha256, raw.encoding, len(raw.text), repairs, raw.url)


def article_of(p: Prepared, people: list[Person], orgs: list[Organization], lang: str) -> ArticleInfo:
    view, raw = p.view, p.raw.text
    heading = next((s for s in view.sections if s.kind == "title"), None)
    title = _found(view, heading) if heading else None
    head = p.heads[0] if p.heads else None
    published = p.published
    if published.start is not None and published.end is not None:
        a, b = view.cleaned.to_raw(published.start, published.end)
        published = replace(published, start=a, end=b)
    wrote = [x.name for x in people if x.role == "credit" and any(_wrote(raw, m.start, m.section) for m in x.mentions)]
    given = (a for a in p.raw.authors if not any(e.kind == "org" for e in gazetteer.lookup(a)))
    wrote = wrote or [*given]
    authors = [*{name.casefold(): name for name in reversed(wrote)}.values()][::-1]
    return ArticleInfo(
        title=title,
        published=published,
        dateline=Dateline(head.place, head.country, *view.cleaned.to_raw(head.start, head.end)) if head and head.place else None,
        authors=authors,
        outlet=outlet(p.raw, view, title.text if title else "", p.heads, orgs),
        language=lang,
        sections=_raw_sections(view),
    )


def _wrote(raw: str, at: int, section: str) -> bool:
    before = raw[max(0, at - 80) : at].lower().rpartition("\n\n")[2]  # of the same lines, not of a picture above them
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
    if not view.sections and view.raw:  # nothing but invisible characters
        return [Section("body", 0, len(view.raw))]
    out: list[Section] = []
    for s in view.sections:
        end = view.cleaned.to_raw(s.start, s.end)[1]
        out.append(Section(s.kind, out[-1].end if out else 0, end))
    if out:
        out[-1] = Section(out[-1].kind, out[-1].start, len(view.raw))
    return out


def warnings_of(p: Prepared, lang: str, values: list[str]) -> list[Notice]:
    out = []
    if p.published.value is None and any("X" in v and not v.startswith("P") for v in values):
        out.append(Notice("no-publication-date", "no publication date was found, so relative dates stay open; give one with --published"))
    if lang != "en":
        out.append(Notice("language", f"the text looks like {lang!r}; names and dates are read by rules made for English"))
    if p.raw.invalid_bytes:
        out.append(Notice("invalid-bytes", f"{p.raw.invalid_bytes} bytes or characters were not valid and were replaced"))
    return out
