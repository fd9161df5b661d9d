"""When and where an article was published: header lines, dateline, address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from extractor import gazetteer
from extractor.article.flatten import without_addresses
from extractor.resources import cells, compiled, geonames, table
from extractor.temporal import find_times
from extractor.temporal.builders import WEEKDAYS
from extractor.temporal.calendar import safe_date
from extractor.temporal.quantity import MONTHS, full_year, month_number
from extractor.types import Published, Section, Timex

_URL_DATE = re.compile(
    rf"/(20\d\d|19\d\d)(?:[/-](0?[1-9]|1[0-2]|{'|'.join(MONTHS)})[/-](0?[1-9]|[12]\d|3[01])|(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01]))(?:/|\b)", re.I
)
_SIGNED_OFF = compiled(  # a date under a long story is no other story's: "Published on …", "AFP 3 May 2023", "(Example Review, 3 May 2023)"
    rf"\s*(?:(?i:first |originally )?(?i:published|posted|issued|released)\b|\(?(?!(?i:{'|'.join((*MONTHS, *WEEKDAYS))}))"
    r"[A-Z][\w&/ ]{1,40}(?:, |(?<=[A-Z]{2}) )\w)"
)
_OPENING = re.compile(r"\s*(?:first |originally )?(?:published|posted)(?: on)?:? (?=\w)", re.I)
_FULL = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2},|\d{1,2} [A-Z][a-z]{2,8}\.?,?) \d{4}"
_DAY = rf"(?P<date>(?:[A-Z][a-z]+day,? )?{_FULL})"
_LEADING = compiled(rf"\s*{_DAY}(?: ?[–—:;]| ?--| -) ?(?=[\"“A-Z])")
_STAMPED_WITHIN = compiled(rf"\b{_DAY} ?[|,-]? ?(?:Posted|Published|Updated)\b")  # run together with the story: May 3, 2023 Posted: 4:51 PM
_CLOCKED = compiled(r"\s*\d{1,2}:\d\d (?:[AP]M )?[A-Z]{2,4}, (?P<date>\d\d/\d\d/\d{4}) \(")  # 12:38 PM EDT, 05/01/2024 (MT Newswires) --
_IN_BRACKETS = compiled(rf"^\({_DAY}, [A-Z][a-z]+", re.M)  # (November 16, 2018, Colombo, Sri Lanka Guardian)
_TOP = 400  # characters in which a page's stamps stand
_LIVED = compiled(r"\s*\d{1,2} [A-Z][a-z]+ (?:1[89]|20)\d\d ?[-–—]? ?\d{1,2} [A-Z][a-z]+ (?:1[89]|20)\d\d\s*")  # under a name: 25 July 1930 – 2 May 2015
_SOURCED = re.compile(r"\s*source: ?[^|\n]{2,60}\| ?date:", re.I)  # Source: GNA | Date: Nov 19, 2022
_UPDATED = re.compile(r"\b(?:updated|modified|last (?:updated|modified|edited)|corrected|accessed)\b[^|\n\d]{0,20}\Z", re.I)
_HEAD = compiled(
    r"(?:\[[A-Za-z][^\]\n]{1,40}\] )?(?P<head>[A-Z][^\n—–:()]{1,70}?)"
    r"(?:,? ?\((?!(?:[A-Z][a-z]{2,8}\.? )?\d{1,2}(?: [A-Z][a-z]+)?\))(?P<agency>[A-Z][\w .&/-]{1,30}?)(?: photo)?\)"
    r"| \((?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+\.? \d{1,2},?)(?: \d{4})?\))?"
    r"\.?\s*(?P<dash>—|–|--|―|[-_:](?=\s))\s?(?=[\"“'(A-Z0-9])"
)
_SLASHED = compiled(  # MOSCOW, July 3. /TASS/. YEREVAN, JULY 11, ARMENPRESS.
    r"(?P<head>[A-Z][A-Z '’-]{2,30}(?:, [A-Z\d][\w ]{2,30}){0,3})[.,]?\s(?P<slash>/)?(?P<agency>(?(slash)[A-Z][\w. -]{1,25}|[A-Z]{5,20}))"
    r"(?(slash)/[.:]?|(?:\.|(?=\s[–—-]\s)))"
    r"(?P<dash>)\s(?:[–—-]\s)?(?=[\"“'A-Z0-9])"
)
_RELEASED = compiled(  # press releases: SAN JOSE, Calif.--(BUSINESS WIRE)--; MCLEAN, VA / ACCESSWIRE / March 2, 2023 /; /CNW/ -
    r"(?P<head>[A-Z][\w.'’ -]{2,30}(?:, [A-Z\d][\w. ]{1,24}){0,4}?)(?: ?-- ?\((?P<agency>[A-Z][\w. ]{2,25}?)(?: ?[-–] ?[A-Z]\w+ \d{1,2}, \d{4})?\) ?--?"
    r"| / (?P<wire>[A-Z][\w. ]{2,25}) / [A-Z]\w+ \d{1,2}, \d{4} /| /(?P<carrier>[A-Z][\w.]{2,25}(?: [A-Z]\w+)?)/ ?--?)(?P<dash>) ?(?=[\"“A-Z0-9])"
)
_STAMPED = compiled(r"(?P<head>[A-Z][^\n—–:()\d]{1,60} \d{4}-\d\d-\d\d)(?P<agency>(?!))?(?P<dash>)[ \t]*(?=\n|\Z)")
_BARE = compiled(  # LONDON The bank raised its rates; the dash is lost
    r"(?P<head>[A-Z]{4,20}(?: [A-Z]{3,20}){0,2})(?P<agency>(?!))?(?P<dash>) "
    r"(?=(?:The|A|An|At|In|On|For|After|As|When|While|With|It|He|She|They|This|U\.S\.|Some|More|Most|Two|Three|Four|Five|Police|Officials|Prime|President)\b"
    r"[^\n]{0,60}[a-z]{3} [a-z]{2,})"
)
_METROPOLIS = 500_000  # people of a place that is a dateline without a dash
_SPEAKER = compiled(r"^[A-Z][A-Z.' -]{2,40}(?:, [^:\n]{2,60})?: ", re.M)
_HEADED = 20_000  # characters in which speakers are counted
# of American wires: AP-NY-03-05-98 1822EST, nytimes-03-05-98 1822EST
_STAMP = compiled(r"\s*(?:[A-Z]{2,5}(?:-[A-Z]{2})?-|[a-z]{2,12}-)?(?P<m>\d\d)-(?P<d>\d\d)-(?P<y>\d\d(?:\d\d)?) \d{4}")
_HOURS = ("clock", "clock-24", "clock-gmt", "clock-word")  # whose day is another expression's
_DATE_AFTER = re.compile(r"\s?(?P<date>[\w., ]{6,30}?)\s?(?:—|–|--|:|-(?=\s))")
_DATED_AFTER = compiled(rf"\s?{_FULL}\s?[:—–-]")
_DATE_IN_HEAD = compiled(rf"[A-Z][\w'’ -]{{1,40}}, {_FULL}")
_MONTH_DAY = compiled(r"\A(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?: \d{4})?\Z")
_MONTH_DAY_YEAR = re.compile(r"\b(?:19|20)\d\d(?:-\d\d-\d\d)?\Z")


@dataclass(frozen=True, slots=True)
class Head:
    """A dateline: "NAIROBI, Kenya, March 3 (Xinhua) --", or one without a place ("Aug 20 (Reuters) -"). Offsets in the cleaned text."""

    start: int
    end: int
    place: str
    country: str | None
    agency: tuple[int, int] | None
    date: tuple[str, int, int] | None = None  # "XXXX-03-03" without a year


_AMERICAN = compiled(r"\b\d\d ?(?:[ap]\.?m\.?|AM|PM) (?:[ECP][DS]?T)\b")


def day_first(heads: list[Head], text: str) -> bool | None:
    """The order of day and month where the dateline is, or the hour at the top is told: month first in the United States and few other countries."""
    country = heads[0].country if heads else "US" if _AMERICAN.search(text, 0, _TOP) else None
    return None if country is None else country not in ("US", "PH", "FM", "PW")


def told_on(published: Published, heads: list[Head]) -> date | None:
    """The day that an article's days are told from: that of its publication, or the next where its dateline says so, under a stamp of a zone farther west."""
    day = date.fromisoformat(published.value) if published.value else None
    said = heads[0].date[0] if heads and heads[0].date else ""
    after = day + timedelta(1) if day and day < date.max else None
    return after if after and said[4:] == str(after)[4:] else day


def find_published(text: str, sections: tuple[Section, ...], heads: list[Head], option: str | None, given: str | None, url: str | None) -> Published:
    """Publication date with its basis, best first: option, field, header line, dateline, address. Offsets are in the cleaned text."""
    if option:
        return Published(option, "option")
    if given:
        return Published(given, "field")
    if stated := _stated(text, sections):
        return stated
    order = day_first(heads, text)
    updated: Published | None = None
    body_seen = 0
    for s in sections:
        if s.kind == "body":
            body_seen += s.end - s.start
        sourced = s.kind == "credit" and not body_seen and _SOURCED.match(text, s.start, s.end)
        if (s.kind not in ("header", "byline") and not sourced) or (body_seen > 2000 and not _SIGNED_OFF.match(text, s.start, s.end)):
            continue
        if (stamp := _STAMP.match(text, s.start, s.end)) and (stamped := safe_date(full_year(stamp["y"]), int(stamp["m"]), int(stamp["d"]))):
            return Published(str(stamped), "header", stamp.start("m"), stamp.end("y"))
        for said, t in [] if _LIVED.fullmatch(text, s.start, s.end) else _days_of(without_addresses(text[s.start : s.end]), order):
            if not _MASTHEAD.match(text, s.start + t.end, s.end):
                found = Published(said, "header", s.start + t.start, s.start + t.end)
                if not _UPDATED.search(text[s.start : s.start + t.start]):
                    return found
                updated = updated or found
    if updated:
        return updated
    if opening := _OPENING.match(text):  # run together with the story: "Published 12 September 2024. The minister said"
        for t in find_times(text[opening.end() : opening.end() + 40])[0]:
            if t.start == 0 and (day := _day_of(t)):
                return Published(day, "header", opening.end(), opening.end() + t.end)
    story = next((s for s in sections if s.kind == "body"), None)
    led = _LEADING.match(text, story.start, story.end) if story else None  # "Friday, November 11, 2022 – The governor met"
    stamps: tuple[tuple[re.Match[str] | None, Literal["dateline", "header"]], ...]
    clocked = _CLOCKED.match(text, story.start, story.end) if story else None
    stamps = (led, "dateline"), (clocked, "dateline"), (_IN_BRACKETS.search(text, 0, _TOP), "dateline"), (_STAMPED_WITHIN.search(text, 0, _TOP), "header")
    for m, basis in stamps:
        if m and (day := next((d for t in find_times(m["date"], day_first=order)[0] if t.end - t.start == len(m["date"]) and (d := _day_of(t))), None)):
            return Published(day, basis, *m.span("date"))
    for s in sections:
        if s.kind == "title" and (m := _AT_END.search(text, s.start, s.end)) and (day := next((d for d, _ in _days_of(m["date"])), None)):
            return Published(day, "header", *m.span("date"))
    if heads and heads[0].date and heads[0].date[0][0] != "X":
        return Published(heads[0].date[0], "dateline", heads[0].date[1], heads[0].date[2])
    for address in (url or "", next((text[s.start : s.end] for s in sections if s.kind == "header" and "http" in text[s.start : s.end]), "")):
        if m := _URL_DATE.search(address):
            try:
                month, day = m[2] or m[4], m[3] or m[5]
                number = int(month) if month.isdigit() else month_number(month)
                return Published(str(date(int(m[1]), number, int(day))), "url")
            except ValueError:
                continue
    return Published(None, "none")


_AT_END = re.compile(r" [-–|] (?P<date>(?:19|20)\d\d-\d\d-\d\d)\s*\Z")  # Rebels agree to a truce - 2003-11-28
_STATED = re.compile(r"\s*publish(?:ed)? date ?: ?", re.I)


def _stated(text: str, sections: tuple[Section, ...]) -> Published | None:
    """The day that a line of its own calls the date of publication, where the page begins with that of whoever reads."""
    for s in sections:
        if m := _STATED.match(text, s.start, s.end):
            for day, t in _days_of(text[m.end() : s.end]):
                return Published(day, "header", m.end() + t.start, m.end() + t.end)
    return None


_MASTHEAD = compiled(r"[ ,|]{0,3}(?:Today['’]s Paper|E-?Paper)\b", re.I)  # the day of whoever reads: Wed, 24 Apr 2024 Today's Paper


def _days_of(line: str, order: bool | None = None) -> Iterator[tuple[str, Timex]]:
    """The days that a line says, no hours; `order`: day before month, where only the rest of the page says it."""
    return ((day, t) for t in find_times(line, day_first=order)[0] if t.rule not in _HOURS and (day := _day_of(t)))


def _day_of(t: Timex) -> str | None:
    """The one day that an expression is, or is on."""
    return t.start_date if t.type in ("DATE", "TIME") and t.start_date == t.end_date else None


def find_datelines(text: str, sections: tuple[Section, ...]) -> list[Head]:
    """Datelines at the start of body paragraphs."""
    out: list[Head] = []
    story = next((s for s in sections if s.kind == "body"), None)
    spoke = _SPEAKER.findall(text[:_HEADED])
    transcript = len(spoke) > 2 and len({*spoke}) > 1  # KARACHI: thrice is three stories of one place
    for s in sections:
        if s.kind not in ("body", "standfirst", "caption"):
            continue
        at, opens = s.start, s is story and not out
        for line in text[s.start : s.end].splitlines(keepends=True):
            indent = len(line) - len(line.lstrip(" \t>"))  # quoted in a mail
            end = min(at + len(line) + 1, at + indent + 130)  # the story can begin on the next line
            matches = (m for pattern in (_RELEASED, _HEAD, _SLASHED, _STAMPED, _BARE) if (m := pattern.match(text, at + indent, end)))
            found = ((m, head) for m in matches if (head := _dateline(m, opens and _GOES_ON.match(text, m.end()) is not None)))
            if (one := next(found, None)) and not (transcript and one[0]["dash"] == ":"):
                out.append(one[1])
            opens &= len(line.strip()) < _HEADING
            at += len(line)
    listed = {h.place for h in out if _is_entry(h)}
    return [h for h in out if not (len(listed) > 1 and _is_entry(h))]


def _is_entry(h: Head) -> bool:
    """What can be an entry in a list of countries: "NIGER - In July", with no agency and no date."""
    return h.agency is None and h.date is None and gazetteer.is_country(h.place) and not any(e.kind == "capital" for e in gazetteer.lookup(h.place))


def _dateline(m: re.Match[str], opens: bool) -> Head | None:
    """The dateline in a match; `opens`: at the start of the story, where a place in small letters can be one."""
    both = gazetteer.written(f"{m['head']} {m['agency']}") if m.re is _SLASHED and not m["slash"] else ""
    if both and (country := place_country(both)):  # LOS ANGELES. The mayor spoke.
        return Head(m.start("head"), m.end("agency"), both, country, None)
    parts = _PARTS.split(m["head"].strip())
    name = parts[0].strip()
    letters = [c for c in name if c.isalpha()]
    capitals = bool(letters) and all(c.isupper() for c in letters) and len(letters) > 2
    dated = bool(_DATED_AFTER.match(m.string, m.end("dash"))) and place_country(name) is not None  # Accra – Jan. 7, 2025: President Mahama
    dated |= opens and m.re is _HEAD and bool(_DATE_IN_HEAD.fullmatch(m["head"].strip()))  # Nhamatanda, 20 February 2021—Survivors
    recased = not capitals and m.re is _STAMPED and place_country(name) is not None  # a wire in capitals
    if recased or (opens and not capitals and m.re is _HEAD and (_is_city(name) or _is_placed(parts))):
        dated = True
    elif not (capitals or dated or ((m["agency"] or m.re is _RELEASED) and len(name.split()) < 4)) or (m["dash"] == ":" and not capitals):
        return None
    wire = capitals and place_country(name) is None and gazetteer.agency(name) is not None  # TASS, July 5
    place = "" if wire or any(t.end - t.start == len(name) for t in find_times(name)[0]) else name if not capitals else gazetteer.written(name)
    if (
        m.re is _BARE
        and not any(e.kind == "capital" for e in gazetteer.lookup(place))
        and max((g.population for g in geonames(place)), default=0) < _METROPOLIS
    ):
        return None
    country = place_country(place)
    rest = " ".join(parts[1:])
    own = len(_PARTS.split(m["head"].strip().split("/")[0]))  # ANTAKYA, Turkey/JANDARIS, Syria: Turkey speaks for the first
    for hint in (" ".join(parts[1:own]), *parts[1:own]):
        codes = [e.code for e in gazetteer.lookup(hint.strip()) if e.kind in ("country", "state", "region") and e.code]
        country = codes[-1] if codes and country not in codes else country  # Tbilisi, Georgia, and Athens, Georgia
    if any(re.sub(r"\W", "", p) in _state_abbreviations() for p in parts[1:]):
        country = "US"
    known = (
        country is not None
        or bool(_MONTH_DAY_YEAR.search(rest))
        or any(e.kind == "region" for e in gazetteer.lookup(place))
        or bool((m["agency"] and (m.re is not _SLASHED or m["slash"])) or dated or m.re is _RELEASED)
        or any(_MONTH_DAY.match(p.strip()) for p in parts[1:])
    )
    if not known:
        return None
    at = m.start("head")
    agency = (at, at + len(name)) if wire else next((m.span(g) for g in ("agency", "wire", "carrier") if m.groupdict().get(g)), None)
    after = _DATE_AFTER.match(m.string, m.end("dash"))
    for where in ((at, m.start("dash")), after.span("date") if after else None):
        day = next((t for t in find_times(m.string[slice(*where)])[0] if _DAY_SAID.fullmatch(t.value)), None) if where else None
        if where and day:
            return Head(at, at + len(name), place, country, agency, (day.value, where[0] + day.start, where[0] + day.end))
    return Head(at, at + len(name), place, country, agency)


_DAY_SAID = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d")
_PARTS = re.compile(r"[,/] ?| [&|] |(?<=[A-Z]{3})\. (?=[A-Z][a-z]+ \d|\d)| and (?=[A-Z]{3})| (?=\d{4}-)")
_GOES_ON = compiled(r"[^\n]{40,}")
_HEADING = 60  # characters of a line that can stand before the story
_KNOWN = 100_000  # people of a place in small letters that is a dateline


def _is_city(name: str) -> bool:
    """A capital or a big city, as it is said: Abuja, New Delhi."""
    return any(e.kind == "capital" for e in gazetteer.lookup(name)) or any(g.kind == "city" and g.population >= _KNOWN for g in geonames(name))


def _is_placed(parts: Sequence[str]) -> bool:
    """A town and the country that it lies in: Nadi, Fiji."""
    lands = {e.code for e in gazetteer.lookup(parts[1].strip()) if e.kind == "country"} if len(parts) == 2 else set()
    return any(g.country in lands for g in geonames(parts[0].strip()))


def _state_abbreviations() -> frozenset[str]:
    return frozenset(re.sub(r"\W", "", a) for r in table("us_states") for a in cells(r["abbreviations"]))


def place_country(name: str) -> str | None:
    """Country of a well-known city or region by its name alone: capitals, then the biggest namesake."""
    for kind in ("capital", "country", "region", "state"):
        for e in gazetteer.lookup(name):
            if e.kind == kind and e.code:
                return e.code
    rows = [g for g in geonames(name) if g.kind == "city"]
    return rows[0].country if rows else None
