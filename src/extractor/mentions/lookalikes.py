"""What looks like a name and is none: ships, books and films, treaties, offices in short, abbreviations of things, common nouns."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from functools import cache, lru_cache

from extractor import gazetteer
from extractor.mentions import names
from extractor.resources import any_of, compiled, geonames, toml, words
from extractor.titles.offices import kinds
from extractor.types import Span

_COMMISSIONED = compiled(rf"{any_of(words('navies'))} (?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)")  # MV can be initials
_VESSEL = re.compile(rf"\b(?:{any_of(words('vessels') | words('navies'))}|[Ss]inking of the|{any_of(words('ships'))}) [\"“'‘]?\Z")
_IS_A = r",[”\"’']? (?:an?|the|its|his|her|their) (?:(?!(?:and|or|of|in|on|at|for|with) )[\w$,.-]+ ){0,4}?"
_SAID = r"(?=[,.;]| (?:that|which|about|by|of|on|in|from|was|is|has|owned|carrying|belonging|released|published|set|based|directed|starring|written)\b)"
_IS_VESSEL = re.compile(rf"{_IS_A}{any_of(words('ships'))}{_SAID}")
_IS_WORK = re.compile(rf"{_IS_A}{any_of(words('works'))}{_SAID}")
_WORK = re.compile(
    rf"\b(?:{any_of(words('works'))}|authors? of|cast of|stars? (?:of|in)|starred in|starring in) (?:[\"“'‘](?:The |A )?|(?P<plain>(?:The |A )?))\Z"
)
_TREATY = compiled(
    rf"(?<![\w-])(?!The )(?P<place>{names.PROPER}(?: {names.PROPER})??) (?:(?:(?:Climate|Peace|Nuclear|Framework|Arms Control|climate|peace) )?"
    r"(?:Accords?|Agreements?|Protocols?|Conventions?|Pact|Treaty|Statute|Declaration|Communiqué"
    r"|accords|agreements|protocols)|climate (?:accord|agreement|deal|pact))\b(?! [A-Z])"
)


_FLIGHT = re.compile(r"\b[Ff]lights? (?P<flight>(?:[A-Z]{2,3}|[A-Z]\d|\d[A-Z])[ -]?\d{1,4})\b")  # flight CX 907
_RETWEET = re.compile(r"\bRT(?= @)")  # what somebody passed on, not Russia Today


def no_names(text: str, named: Sequence[Span]) -> Iterator[Span]:
    """Stretches of text that look like names by their form and are none; `named` are people and bodies."""
    yield from _treaties(text)
    yield from _ratings(text)
    yield from _indices(text)
    yield from _operations(text)
    yield from _laws(text)
    yield from _peerages(text, named)
    yield from (Span(*m.span("flight"), "drop", "flight") for m in _FLIGHT.finditer(text))
    yield from (Span(*m.span(), "drop", "retweet") for m in _RETWEET.finditer(text))


def _treaties(text: str) -> Iterator[Span]:
    """What bears the name of the place where it was signed and is no word of its country: the Oslo Accords, the Paris climate agreement."""
    for m in _TREATY.finditer(text):
        if geonames(m["place"]) or any(e.kind == "capital" for e in gazetteer.lookup(m["place"])):
            yield Span(*m.span(), "drop", "treaty")


def _ratings(text: str) -> Iterator[Span]:
    """What an agency thinks of a debtor: cut to Ba1, affirmed at BBB-minus."""
    if _RATER.search(text):
        for m in _RATING.finditer(text):
            yield Span(*m.span(), "drop", "rating")


_RATER = compiled(r"\b(?:Moody['’]s|Standard & Poor['’]s|Standard and Poor['’]s|S&P|Fitch|DBRS|IBCA|CRISIL|Crisil|ICRA|KBRA|Scope Ratings)")
_RATING = compiled(r"(?<![\w-])(?:Aaa|Aa[1-3]?|Baa[1-3]?|Ba[1-3]|B[1-3]|Caa[1-3]?|A[1-3]|AAA|AA|BBB|BB|CCC|CC)(?:-(?:plus|minus)\b|[+-](?!\w))?(?![\w'’])")


def _indices(text: str) -> Iterator[Span]:
    """What is traded and called like who publishes or issues it: the Dow, the 10-year Treasury."""
    for m in _INDEX.finditer(text):
        yield Span(*m.span(m.lastgroup or 0), "drop", "index")


_INDEX = compiled(
    rf"(?<![\w-])(?:(?i:the) (?P<dow>Dow)\b(?! [A-Z])|(?P<dows>Dow) (?=(?:futures|sheds|up|down|{any_of(words('market_verbs'))})\b)"
    r"|(?P<index>Standard (?:&|and) Poor['’]s \d{3})"
    r"|(?:\d+|two|three|five|seven|ten|thirty)-year (?P<debt>Treasury)\b(?! (?:Department|Secretary)))"
)


def _operations(text: str) -> Iterator[Span]:
    """What soldiers and police call what they do, nobody and no body: under Operation Linda Nchi."""
    for m in _OPERATION.finditer(text):
        if not gazetteer.lookup(m[m.lastgroup or 0]):
            yield Span(*m.span(m.lastgroup or 0), "drop", "operation")


def _laws(text: str) -> Iterator[Span]:
    """What is called after somebody and is neither that nor a country: Jordan's Principle, Parkinson's Disease."""
    for m in _LAW.finditer(text):
        if names.is_given(m["name"]) or not gazetteer.lookup(m["name"]):
            yield Span(*m.span(), "drop", "law")


_LAW = compiled(r"(?<![\w-])(?P<name>[A-Z][a-z]+)['’]s (?:Law|Principle|Rule|Syndrome|Disease)\b(?! (?:[A-Z]|on |of ))")
_OPERATION = compiled(
    r"\b(?:[Uu]nder|launche[ds]|launching|[Dd]uring|dubbed|code-?named|called|began|begun|[Ss]ince) (?P<name>Operation [A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})"
    r"|\b(?P<subject>Operation [A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})(?= (?:began|begins|ended|was launched|continues|is under way))"
)


def _peerages(text: str, named: Sequence[Span]) -> Iterator[Span]:
    """The lands of noble titles, unless they are in a name: the Duke of Sussex, not the Duke of Cornwall's Light Infantry."""
    at = {i for s in named for i in (s.start, s.end)}
    for m in _PEERAGE.finditer(text):
        if at.isdisjoint(range(m.start(), m.end() + 1)):
            yield Span(*m.span("land"), "drop", "peerage")


_PEERAGE = compiled(r"\b(?:Duke|Duchess|Earl|Countess|Marquess|Marchioness|Viscount|Viscountess|Baroness) of (?P<land>[A-Z]\w+(?: and [A-Z]\w+)?)")
_SPONSORED = compiled(
    r" (?:(?:[A-Z][\w'’-]+ )?(?:Ladies|Women['’]s|Men['’]s|World|Classic|Match ?Play|Masters) )?"
    r"(?:Open|Championships?|Cup|Classic|Masters|Invitational|Marathon|Grand Prix|Stakes|Trophy|Shield|Match ?Play|Challenge|Handicap|Derby"
    r"|Field|Stadium|Park|Arena|Center|Centre|Dome|Towers?|Building|Plaza|Gardens?|Coliseum|Speedway|Ballpark|Raceway)"
    r"(?![\w'’-]| for| [A-Z][a-z]+ (?:Co|Inc|Ltd))"
)


def is_sponsor(text: str, s: Span) -> bool:
    """A company that an event or a building is called by: the BMW Championship, Wells Fargo Center."""
    return bool(_SPONSORED.match(text, s.end)) and any(b.kind == "company" for b in gazetteer.listed_bodies(text[s.start : s.end]))


_CLOSED = re.compile(r"[,.]?[\"”'’]")
_NEAR = 60  # characters after a name that say what it is


def is_vessel(text: str, start: int, end: int) -> bool:
    """A ship: "the ferry Sewol", "Queen Miri, the $70 million yacht"."""
    named = _COMMISSIONED.match(text, start, end)  # INS Jatayu
    later = text[max(0, start - 4) : start] in ("The ", "the ") and text[start:end] in _commissioned(text)  # HMNZS Canterbury, later the Canterbury
    return bool(named or later or _VESSEL.search(text, max(0, start - 24), start) or _IS_VESSEL.match(text, end, end + _NEAR))


@lru_cache(maxsize=2)
def _commissioned(text: str) -> frozenset[str]:
    """The ships of navies that a text names with what stands before it."""
    return frozenset(m["name"] for m in _COMMISSIONED.finditer(text))


_SHUTTLE = compiled(r"\bspace shuttle [\"“'‘]?(?P<name>[A-Z][a-z]+)")


def spacecraft(text: str) -> set[str]:
    """Names of a spacecraft that are, wherever the article says them, no town and nobody: the space shuttle Columbia, later Columbia's tiles."""
    return {m["name"] for m in _SHUTTLE.finditer(text)}


def is_work(text: str, s: Span) -> bool:
    """A book, film or song: "My Brilliant Friend, a novel", 'the cast of "Hamilton"'; after a bare "the film" only what is neither somebody nor
    listed, as who made it may be."""
    work = _WORK.search(text, max(0, s.start - 24), s.start)
    quoted = work and work["plain"] is None and _CLOSED.match(text, s.end)
    plain = work and work["plain"] is not None and s.label == "ORG" and not gazetteer.lookup(text[s.start : s.end])
    return bool(quoted or plain or _IS_WORK.match(text, s.end, s.end + _NEAR))


_ABBREVIATED = re.compile(r"\((?P<short>[A-Z]{2,6})s?\)")
_LONG_FORM = compiled(r"(?P<within>[A-Z][\w'-]* (?:of|for|in|on|to|against|and) (?:the )?)?(?:[A-Z][\w'.-]* ){0,8}(?P<head>[A-Za-z]+) \Z")
_WORD = re.compile(r"[^\W\d_]+")
_LEADS = frozenset({"of", "for", "in", "on", "to", "against"})
_SMALL = _LEADS | {"the", "and"}


@cache
def _offices_in_short() -> dict[str, list[str]]:
    out: dict[str, list[str]] = defaultdict(list)
    for title in kinds():
        if 1 < len(said := title.split()) < 4 and title.replace(" ", "").isalpha():
            out["".join(w[0] for w in said).upper()].append(title)
    return out


_SHORT = compiled(r"\b[A-Z]{2,3}\b")


def _officials(text: str, codes: Set[str | None]) -> Iterator[str]:
    """Offices that the article gives in full, too: the attorney general, later "the AG's office". No party of a country in `codes`."""
    shorts = {*_SHORT.findall(text)} & _offices_in_short().keys()
    low = text.lower() if shorts else ""
    for short in shorts:
        listed = [e for e in gazetteer.lookup(short) if not e.weak or e.code in codes or e.name in text]
        if not listed and any(title in low for title in _offices_in_short()[short]):
            yield short


_LOWER = compiled(r"(?<![\w@#/.-])[a-z]{1,30}(?![\w@/-]|\.\w)")  # no part of an address


def common(text: str, model: Sequence[Span]) -> set[str]:
    """Single words that the model read as bodies or people where the article has them as common nouns, too: "Diabetes is", among many of "diabetes"."""
    found = {text[s.start : s.end] for s in model if s.label == "ORG" or (s.label == "PERSON" and not names.is_given(text[s.start : s.end]))}
    capitals = {w for s in model if s.label in ("GPE", "LOC") and (w := text[s.start : s.end]).isupper() and w.isalpha() and len(w) > 3}
    capitals = {w for w in capitals if not gazetteer.lookup(w) and not geonames(w.title())}  # a STANDSTILL in a headline
    heads = words("org_heads") | words("government_words") | toml("words")["bare_bodies"].keys()
    able = {w for w in found if w.istitle() and w.isalpha() and w.lower() not in heads and not gazetteer.lookup(w)}
    parts = {w for name in found if " " in name for w in name.split()}
    said = {*_LOWER.findall(text)} if able or capitals else set()
    return {w for w in (able - parts) | capitals if w.lower() in said}


def _is_short_for_thing(text: str, start: int) -> bool:
    """The long form before an acronym ends in a thing, in whatever language the acronym is: the Special Development Zone (ZEDM)."""
    long = _LONG_FORM.search(text, max(0, start - 100), start)
    head = long["head"].lower() if long and not long["within"] else ""
    return head in words("thing_heads") and head not in words("body_like")


def things(text: str, codes: Set[str | None] = frozenset()) -> frozenset[str]:
    """Abbreviations whose long form is no body, and those long forms: liquefied natural gas (LNG), the attorney general, later "the AG"."""
    out = {*_officials(text, codes)}
    for m in _ABBREVIATED.finditer(text):
        short = m["short"]
        if _is_short_for_thing(text, m.start()) and not gazetteer.lookup(short):
            out |= {short, f"{short}s"}
        said = [w for w in _WORD.finditer(text, max(0, m.start() - 100), m.start()) if w.group().lower() not in _SMALL][-len(short) :]
        if "".join(w.group()[0] for w in said).upper() != short:
            continue
        phrase = text[said[0].start() : said[-1].end()].split()
        led = next((i for i, w in enumerate(phrase) if i and w in _LEADS), len(phrase))  # the Institute of Technology is an institute
        head = phrase[led - 1].lower()
        if head in words("thing_heads") or (all(w.group().islower() for w in said) and head not in words("org_heads") and head[:-1] not in words("org_heads")):
            out |= {short, f"{short}s", " ".join(phrase)}
    return frozenset(out)
