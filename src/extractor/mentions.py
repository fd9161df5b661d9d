"""The model's entities, the listed names and the rules, weighed against each other: which stretch of the text is what."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractor import gazetteer, names
from extractor.agreement import agree
from extractor.article.published import Head
from extractor.bodies import find_bodies
from extractor.overlap import best_spans
from extractor.resources import any_of, cues, geonames, words
from extractor.types import Span

PLACE_LABELS = frozenset({"GPE", "LOC"})


@dataclass(frozen=True, slots=True)
class Marked:
    """Everything recognized in one text, non-overlapping within a kind. Labels: PERSON, ORG, PLACE, and gazetteer kinds."""

    people: list[Span]
    orgs: list[Span]
    places: list[Span]
    listed: list[Span]


def mark(text: str, model: Sequence[Span], heads: Sequence[Head], patterns: Sequence[Span] = (), beaten: list[tuple[Span, Span]] | None = None) -> Marked:
    """Weigh all spans of `text` (flattened article). `model` spans carry the model's labels; `beaten` collects what lost to what."""
    listed = _listed(text)
    people, orgs, places, other = _by_label(text, model)
    named = bytearray(len(text) + 1)
    for s in (*orgs, *other):
        named[s.start : s.end] = b"\x01" * (s.end - s.start)
    for a, b in names.title_led(text):
        if not all(named[a:b]) and not _is_org_name(text[a:b]) and not any(e.kind in ("country", "org") and not e.weak for e in gazetteer.lookup(text[a:b])):
            people.append(Span(a, b, "PERSON", "title-name"))
    bodies = find_bodies(text)
    people, orgs, places = agree(text, people, orgs, places, other)
    candidates: list[tuple[str, Span]] = [("pattern", s) for s in patterns]
    candidates += [("dateline", Span(h.start, h.end, "PLACE", "dateline", h)) for h in heads]
    candidates += [("body", s) for s in bodies]
    known = _surnames(people, text)
    org_cover = bytearray(len(text) + 1)
    for s in orgs:
        org_cover[s.start : s.end] = b"\x01" * (s.end - s.start)
    tagged = {(s.start, s.end) for s in people}
    starts = [s.start for s in listed]
    listed_by_span = {(s.start, s.end): s for s in listed}
    said = {text[s.start : s.end] for s in listed if _is_weak(s) and (all(org_cover[s.start : s.end]) or _org_cue(text, s))}
    for s in listed:
        candidates.append((_rank_listed(text, s, known, said, tagged), s))
    for s in people:
        hit = listed_by_span.get((s.start, s.end))
        many = " " in text[s.start : s.end].strip()
        sure = s.rule == "title-name" or (many and not (hit and hit.label in ("country", "org", "drop", "region", "capital", "place")))
        candidates.append(("person-sure" if sure else "person", s))
    for s in orgs:
        inner = [x for x in _inside(listed, starts, s) if x.end <= s.end and x.end - x.start < s.end - s.start]
        surface = text[s.start : s.end].strip()
        long = " " in surface and bool(inner or _is_org_name(surface))
        bodies_in = [x for x in inner if x.label == "org"] if long else []
        grown = bool(bodies_in) and surface.split()[-1].lower() in words("org_heads")
        grown |= (s.score or 0) > 0.8 and any(x.start == s.start for x in bodies_in)  # Renmin University of China
        within = all(x.label in ("country", "demonym", "capital", "region", "state") for x in inner)
        sure_body = long and len(inner) > 0 and within and (s.score or 0) > 0.8
        candidates.append(("listed-long" if grown or sure_body else "org-long" if long else "model", s))
    for s in places:
        inner = [x for x in _inside(listed, starts, s) if x.start >= s.start and x.end <= s.end and x.end - x.start < s.end - s.start]
        quarter = len(inner) == 1 and inner[0].label == "country" and inner[0].end == s.end and _QUARTER.fullmatch(text, s.start, inner[0].start)
        regional = inner if quarter else [x for x in inner if x.label in ("capital", "region", "state", "place")]
        codes = {e.code for x in regional for e in x.value if e.code}
        whole = regional and len(regional) == len(inner) and len(codes) < 2 and "," not in text[s.start : s.end]
        candidates.append(("listed-long", replace(s, value=next(iter(codes), None))) if whole else ("model", s))
    candidates += [("model", s) for s in other]
    chosen = best_spans(candidates, beaten)
    owners = _owners(text, chosen, listed, starts)
    kept = [s for s in chosen if s.label not in ("drop", "OTHER")]
    return Marked(
        [s for s in kept if s.label == "PERSON"],
        [s for s in kept if s.label in ("ORG", "org", "BODY")],
        [s for s in kept if s.label in ("PLACE", "GPE", "LOC", "place")],
        sorted([s for s in kept if s.label in ("country", "demonym", "capital", "seat", "region", "state")] + owners, key=lambda s: s.start),
    )


_QUARTER = re.compile(r"(?:(?:North|South|East|West)(?:-?[Ee]ast|-?[Ww]est)?ern|Central|Upper|Lower|Inner|Outer) ")  # Northern Uganda, Upper Egypt


def _inside(listed: Sequence[Span], starts: Sequence[int], outer: Span) -> Sequence[Span]:
    """The listed names that begin within a span; both are in order and do not overlap."""
    return listed[bisect_left(starts, outer.start) : bisect_left(starts, outer.end)]


def _listed(text: str) -> list[Span]:
    out = []
    for s in gazetteer.scan(text):
        surface = text[s.start : s.end]
        if (text.startswith(("$", " $"), s.end) and surface.isupper()) or (s.label == "country" and _CURRENCY.match(text, s.end)):
            continue  # US$ 371 million, the Hong Kong dollar
        if surface in ("US", "UK", "EU", "UN", "WHO", "AU", "IS") and _in_capitals(text, s.start, s.end):
            continue  # "TELL US WHAT YOU SAW"
        if surface.isupper() and len(surface) > 4 and s.label == "demonym" and not _in_capitals(text, s.start, s.end):
            continue
        out.append(s)
    return out


_CURRENCY = re.compile(rf" (?:{any_of(words('currencies'))})\b")


def _in_capitals(text: str, start: int, end: int) -> bool:
    """The words around are in capitals too: a headline or a shout, where an acronym says nothing."""
    left = re.findall(r"[A-Za-z]{2,}", text[max(0, start - 30) : start].split("\n")[-1])[-2:]
    right = re.findall(r"[A-Za-z]{2,}", text[end : end + 30].split("\n")[0])[:2]
    near = left + right
    return len(near) >= 2 and all(w.isupper() for w in near) and any(len(w) > 3 for w in near)


def _by_label(text: str, model: Sequence[Span]) -> tuple[list[Span], list[Span], list[Span], list[Span]]:
    people: list[Span] = []
    orgs: list[Span] = []
    places: list[Span] = []
    other: list[Span] = []
    surnames = _surnames([s for s in model if s.label == "PERSON"], text)
    given, taken = bytearray(len(text) + 1), bytearray(len(text) + 1)
    for s in model:
        taken[s.start : s.end] = b"\x01" * (s.end - s.start)
        if s.label not in ("GPE", "PERSON"):
            given[s.start : s.end] = b"\x01" * (s.end - s.start)
    for s in _abbreviated(text, model):
        if s.label == "PERSON":
            for m in _ONE_OF_TWO.finditer(text, s.start, s.end):
                clean = names.clean_name(text, *m.span(), trusted=(s.score or 0) > 0.8 or m.group() in surnames)
                if clean:
                    start, end = names.widen(text, *clean, given, taken)
                    people.append(replace(s, start=start, end=end))
        elif s.label == "ORG":
            trimmed = _trim(text, s)
            if trimmed:
                orgs.append(trimmed)
        elif s.label in PLACE_LABELS and text[s.start : s.end].split()[0] in words("company_prefixes"):
            orgs.append(replace(s, label="ORG"))  # OAO Avtovaz
        elif s.label in PLACE_LABELS:
            parts = (replace(s, start=m.start(), end=m.end()) for m in _BETWEEN_COMMAS.finditer(text, s.start, s.end))
            places += [trimmed for part in parts for one in _possessed(text, part) if (trimmed := _trim(text, one))]
        elif s.label not in ("DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "NORP", "LANGUAGE"):
            other.append(Span(s.start, s.end, "OTHER", s.rule, None, s.score))
    return people, orgs, places, other


_SHORT_NAME = re.compile(rf"\b(?:{'|'.join(names.INITIALS)})\Z")
_FULL_STOP = re.compile(r"\. ?")
_OPENING_LETTER = re.compile(r" ['‘’ʻ]")  # Crown Prince Tupouto'a 'Ulukalala


def _abbreviated(text: str, model: Sequence[Span]) -> list[Span]:
    """The model's entities, those joined that it ended within a name: "Guðni Th" and "Jóhannesson", "Kedibone Diale" and "Tlabela"."""
    out: list[Span] = []
    doubles: set[str] = set()
    for s in model:
        before = out[-1] if out else None
        if before and s.label == before.label == "PERSON" and _goes_on(text, before, s, doubles):
            out[-1] = replace(before, end=s.end)
            doubles.add(text[before.start : s.end].split()[-1])
        elif before and s.label == "PERSON" and _is_first_half(text, before, s):
            out[-1] = replace(s, start=before.start)
        else:
            out.append(s)
    return out


def _is_first_half(text: str, before: Span, s: Span) -> bool:
    """What the model read as a body or place right before a lone surname is the first name: "Nabih" and "Berri"."""
    first, last = text[before.start : before.end], text[s.start : s.end]
    if before.label not in ("ORG", *PLACE_LABELS) or text[before.end : s.start] != " " or " " in last or not first.replace(" ", "").isalpha():
        return False
    words_of = first.lower().split()
    ordinary = any(w in words("org_heads") or w in words("bare_places") or w in words("common_words") for w in words_of)
    return not ordinary and not any(w.isupper() for w in first.split()) and not gazetteer.lookup(first) and not geonames(first)


def _goes_on(text: str, before: Span, s: Span, doubles: set[str]) -> bool:
    """Two people that the model read are one name: the first ends at an initial, at the hyphen of a double name, or at a letter like an opening quote."""
    if text[before.end : s.start] == "-":
        first, second = text[before.start : before.end], text[s.start : s.end]
        return (" " in first and " " not in second) or f"{first}-{second}" in doubles  # not in "the Trump-Putin summit"
    if _FULL_STOP.fullmatch(text, before.end, s.start):
        return bool(_SHORT_NAME.search(text, before.start, before.end))
    return bool(_OPENING_LETTER.fullmatch(text, before.end, s.start)) and text[s.end : s.end + 1] not in ("'", "’")


_BETWEEN_COMMAS = re.compile(r"(?:(?!, ).)+", re.S)
_ONE_OF_TWO = re.compile(r"(?:(?! & | née? | [bc] | st (?=[A-Z]\w+ b )| lbw ).)+", re.S)  # Blair & Brown, Gwen née Pugh, Ijaz Ahmad c Spearman b Vaughan


def _possessed(text: str, s: Span) -> list[Span]:
    """A place and the one within it, where the owner is listed: "Nakhon Pathom's Bang Len", not "Hawke's Bay"."""
    m = _POSSESSED.fullmatch(text, s.start, s.end)
    if not m or gazetteer.lookup(m.group()) or not (gazetteer.lookup(m[1]) or geonames(m[1])):
        return [s]
    return [replace(s, end=m.end(1)), replace(s, start=m.start(2))]


_POSSESSED = re.compile(r"([A-Z][\w.-]+(?: [A-Z][\w.-]+){0,3})'s ([A-Z].*)")


_PERIOD = re.compile(r"(?:[QH][1-4])?[ /-]?(?:FY ?\d{2,4})?")  # of a fiscal year
_PARTY_WING = re.compile(r"(?:\([A-Z]{1,4}\)|-[A-Z]{1,2})(?![\w-])")  # JD(S), CPI(M), PML-N
_ARTICLE_BEFORE = re.compile(r"\b(?:Al|El|Ul|As|An|Ad|Ash|Ar|At|Az)-\Z")  # the model stopped within Al-Iman


def _trim(text: str, s: Span) -> Span | None:
    """Drop quotes, a leading article, a trailing possessive; None for what can't be a name."""
    a, b = s.start, s.end
    while a < b and text[a] in " \n\t\"“”'‘(<-—–*,.:;/":
        a += 1
    while b > a and text[b - 1] in " \n\t\"“”'‘’>-—–*,:;/":
        b -= 1
    if text.startswith("'s ", max(0, a - 1), b):
        a += 2  # what the model took of its owner: "Emery's Villa"
    if text[a:b].endswith("'s") and not any(e.kind == "org" for e in gazetteer.lookup(text[a:b])):
        b -= 2
    if text[a:b].lower().startswith("the ") and not any(e.kind == "org" and e.name.startswith("The ") for e in gazetteer.lookup(text[a:b])):
        a += 4
    if text[a:b].startswith(("of ", "in ")):
        a += 3
    if text[a:b].endswith((" and", " of", " the", " in", " for")):
        b = a + text[a:b].rindex(" ")
    for mark in (" / ", " – "):
        if mark in text[a:b]:
            b = a + text[a:b].index(mark)
    if "(" in text[a:b] and ")" not in text[a:b]:
        b = a + text[a:b].index("(")
    while b > a and text[b - 1] in " (":
        b -= 1
    if s.label == "ORG" and (m := _PARTY_WING.match(text, b)) and text[a:b].split()[-1].isupper():
        b = m.end()
    if m := _ARTICLE_BEFORE.search(text, max(0, a - 5), a):
        a = m.start()
    surface = text[a:b]
    if len(surface) < 2 or "\n\n" in surface or not any(c.isupper() for c in surface) or surface.lower() in words("pronouns"):
        return None
    if surface.lower() in words("determiners"):
        return None
    if surface.lower() in words("common_words") - words("bare_bodies") and s.label == "ORG":
        return None
    if surface in words("time_zones") or _PERIOD.fullmatch(surface):
        return None
    if surface.lower() in words("bare_places") or surface.lower() in words("calendar_words"):
        return None
    return replace(s, start=a, end=b)


def _is_org_name(surface: str) -> bool:
    tokens = surface.lower().split()
    return (
        any(t in words("org_heads") for t in tokens[-1:])
        or any(t in words("org_heads") for t in tokens[:1])
        or (" of " in surface and any(t in words("org_heads") for t in tokens))
    )


def _surnames(people: Sequence[Span], text: str) -> set[str]:
    return {w[-1] for s in people if len(w := text[s.start : s.end].split()) > 1}


def _is_weak(s: Span) -> bool:
    return s.label == "org" and all(e.weak for e in s.value if e.kind == "org")


def _rank_listed(text: str, s: Span, surnames: set[str], said: set[str], tagged: set[tuple[int, int]]) -> str:
    """`said` are the weak names that stand for their body somewhere in the article: there they do everywhere."""
    surface = text[s.start : s.end]
    if s.label in ("drop", "place"):
        return "drop" if s.label == "drop" else "listed-long"
    if s.label == "org" and surface in surnames:
        return "weak"  # John Hess, then Hess: whoever bears the name
    if _is_weak(s):
        return "listed" if surface in said else "weak"
    if " " in surface or len(surface) > 12:
        return "listed-long"
    if surface in surnames:
        possessive_title = re.match(
            r"'s (?:[a-z]+ )?(?:[Kk]ing|[Pp]rime|[Pp]resident|[Gg]overnment|[Ff]oreign|[Ff]inance|[Aa]rmy|[Cc]apital|[Bb]order)", text[s.end : s.end + 20]
        )
        return "listed" if possessive_title or (s.start, s.end) not in tagged else "weak"
    return "listed"


def _org_cue(text: str, s: Span) -> bool:
    """A weak name stands for the body here: what follows or precedes says so."""
    after, before = text[s.end : s.end + 24], text[max(0, s.start - 24) : s.start]
    return bool(_BODY_AFTER.match(after) or (_BODY_BEFORE.search(before) and re.match(r"[\s,.]", after)))


_BODY_AFTER = re.compile(rf"(?:'s)? {cues('body_after')}\b")
_BODY_BEFORE = re.compile(rf"\b{cues('body_before')} \Z")


def _owners(text: str, chosen: Sequence[Span], listed: Sequence[Span], starts: Sequence[int]) -> list[Span]:
    """The country that owns a government body is a mention too ("Ukraine's foreign ministry" gives both)."""
    out = []
    at: dict[int, Span] = {s.start: s for s in listed if s.label in ("country", "demonym")}
    for s in chosen:
        if s.label not in ("BODY", "ORG", "org"):
            continue
        surface = text[s.start : s.end]
        inner = at.get(s.start)
        if inner and inner.end < s.end:
            rest = text[inner.end : s.end]
            government = s.label == "BODY" or any(t in words("government_words") for t in rest.lower().replace("'s", " ").split())
            if government or rest.startswith("'s "):
                out.append(inner)
        elif s.label == "BODY" and " of " in surface:
            out += [x for x in _inside(listed, starts, s) if x.label == "country" and s.start < x.start][-1:]
    return out
