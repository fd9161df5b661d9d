"""Titles in apposition after a name, and the country that "of" leads in: "Lavrov, Russia's foreign minister,", "President Azali of the Comoros"."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor import gazetteer
from extractor.resources import any_of, compiled, words
from extractor.titles.offices import (
    ASIDE,
    BELOW,
    WORD,
    Tokens,
    held_of,
    is_of_an_office,
    owner_of,
    qualifiers_of,
    ranks_of,
    status_of,
    status_over,
    title_at,
)
from extractor.types import Title

_REACH = 110  # characters after a name in which its titles stand


_OF = compiled(r" (?:of|for) (?:the )?([A-Z][\w.' -]{2,40})")


def country_after(text: str, end: int) -> list[str]:
    """The country that a title or a titled name belongs to: "president of the Comoros", "President Azali Assoumani of the Comoros"."""
    return land_after(text, end)[0]


def land_after(text: str, end: int) -> tuple[list[str], int]:
    """The country after "of" or "for", and where its name ends."""
    of = _OF.match(text, end)
    parts = of[1].split() if of else []
    for k in range(len(parts), 0, -1):
        name = " ".join(parts[:k]).rstrip(".")
        found = [e for e in gazetteer.lookup(name) if e.kind not in ("demonym", "org")]  # not of the Finnish Police Union
        if of and found:  # Georgia can be a state
            return ([found[0].code] if found[0].code and all(e.kind == "country" for e in found) else []), of.start(1) + len(name)
    return [], end


_STYLED_NEXT = compiled(  # Deputy Minister of the Amiri Diwan Affairs Sheikh Ali Rua
    r" (?:Sheikh|Court Justice|Drs?\.?|Mrs?\.?|Ms\.?|Eng\.|Prof\.?|H\. ?E\.|HE|HH|Hon\.|Capt\.|Col\.) [A-Z][a-z]"
)
_PARTED_NEXT = compiled(
    rf" of [\w' -]{{1,50}} {any_of(words('parts_of_bodies'))} [A-Z][\w'-]+ [A-Z]"
)  # general secretary of the party's Dhaka unit Tanbir Hasan
_NEXT_OFFICE = compiled(r" and (?P<office>[A-Z]\w+(?: (?:of|for|and|the|[A-Z][\w'-]+))*)")


_AND = re.compile(r" and (?:(?:a |the )?(?=(?P<former>former )))?(?P<rest>.+)")  # First Deputy Prime Minister and Interior Minister


def _is_next_ones(rest: str) -> bool:
    """A second office follows, and a name after it: "the king, Deputy Prime Minister and Minister of Foreign Affairs Ayman Safadi"."""
    m = _NEXT_OFFICE.match(rest)
    tokens = [(x.start(), x.end(), x.group()) for x in WORD.finditer(m["office"])] if m else []
    n, _ = title_at(tokens, 0) if tokens else (0, "")
    left = [t for t in tokens[n + held_of(tokens[n:]) :] if not is_of_an_office(t[2])]
    if m and n and left and left[0][2] == "of":  # "and Prime Minister of the UAE and Ruler of Dubai" goes on with offices
        joined = next((t[0] for t in left if t[2] == "and"), None)
        return joined is not None and _is_next_ones(f" {m['office'][joined:]}")
    return bool(n) and sum(t[2][0].isupper() for t in left) > 1


def _leads(text: str, tokens: Tokens, i: int) -> bool:
    """The words before the i-th, a title, only lead another one in: "Chief" Public Health Inspector."""
    n = next((n for n in range(i, min(i + 4, len(tokens))) if title_at(tokens, n)[0]), -1)
    return n >= i and qualifiers_of(text, tokens, n) > n - i


def _only_say_which(tokens: Tokens) -> bool:
    """The words before a title can only say which: "commercial" manager, "middle-aged" businessman; no verb, and none that leads a clause in."""
    lower = [t[2] for t in tokens if t[2][0].islower() and t[2] not in ("of", "the") and not t[2].endswith("'s")]
    said = [w for w in lower if status_of([(0, 0, w)], "current")[0] == "current"]
    return len(said) < 4 and all(w not in words("no_modifiers") and ("-" in w or not w.endswith("ed")) for w in said)


_ARRIVED = re.compile(
    r" (?!(?:named|called|based|accused|charged|convicted|employed|hired|affiliated|associated|turned|involved|elected|appointed|retired)\b)[a-z]+ed\b"
)
_AND_OTHERS = re.compile(r" and (?:others|all|some|several|many|dozens|hundreds|at least|two|three|four|five|six|seven|eight|nine|ten|\d+)\b")
_LOWER_NEXT = re.compile(r" ([a-z]+)\b")
_ALSO_SURNAMES = frozenset({"monarch", "prince", "noble", "clergy", "knight", "judge", "officer", "colonel", "major", "general", "marshal", "chief", "leader"})
_AFTER = compiled(
    r"\A(?:, \d{1,3})?(?:, [DRI]-[A-Z][\w.]{1,8}(?=,))?,? (?:who (?:(?:is|was) (?:also|now)|(?:also )?(?:is|was|serve[sd] as)) )?"
    r"(?:the |a |an |his |her |their |its )?"
    r"(?P<rest>(?!\d+-[a-z]{2}-\d)\w[^,.;:()\n\"“”]{2,80})"  # not of the docket 22-cr-00673
)


_AND_ALSO = compiled(r"(?!who\b|when\b|while\b|after\b|before\b)[a-z-]+(?: [a-z-]+)? and (?P<rest>.+)")  # politician and former governor of
_SEAT = re.compile(r" (MP|MEP|MLA|MSP|MNA|MPP|TD)\b(?! for| [A-Z])")  # Ana Rua MP
_LETTERS = compiled(rf"(?:,? {any_of(w for w in words('post_nominals') if w.isupper())}\b)*(?=,)")  # Ana Rua CBE, director of


def seat_after(text: str, end: int) -> list[Title]:
    """The seat in a parliament that stands after a name as letters: Ana Rua MP."""
    m = _SEAT.match(text, end)
    return [Title(m[1], "legislator", "current")] if m else []


def titles_after(text: str, start: int, end: int) -> tuple[list[Title], list[str]]:
    """Titles in apposition after a name: "Lavrov, Russia's foreign minister,"."""
    if m := _BRACKETED.match(text, end):
        return title_in(m["rest"], ", the ")
    end = m.end() if (m := _SEAT.match(text, end) or _LETTERS.match(text, end)) else end
    if text[end : end + 1] != ",":
        return [], []
    if (row := _in_a_row(text, end))[0]:
        return row
    after = ASIDE.sub("", text[end : end + _REACH])
    m = _AFTER.match(after)
    if not m or (_ACTS.search(m["rest"]) and text.endswith(("According to ", "according to "), 0, start)):
        return [], []  # according to Al-Fayez, the Public Prosecutor has opened a case
    led = m.group()[: m.start("rest")]
    found, countries = title_in(m["rest"], led)
    if not found and (also := _AND_ALSO.match(m["rest"])):
        found, countries = title_in(also["rest"], led)
    if (_WAS.search(led) and _DATED.search(m["rest"])) or _SPANNED.search(m["rest"]):
        found = [replace(t, status="former") for t in found]
    return ([], []) if found and found[0].text == m["rest"] and _is_list(after[m.end() :]) else (found, countries)


_ROW = compiled(r"(?:, (?:[A-Z]|member of|permanent member of|head of)[^,;.\n()\"“”]{3,90}){2,8}(?=;|\.(?:\s|\Z)|\n|\Z)")
_MEMBER = re.compile(r"(?:[A-Z][a-z]+ |[Pp]ermanent |[Aa]lternate ){0,2}[Mm]ember(?: of .*)?")


def _in_a_row(text: str, end: int) -> tuple[list[Title], list[str]]:
    """The titles of offices in a row to the end of an item or sentence, members of bodies among them: Do Van, Politburo member, Minister of Works;"""
    m = _ROW.match(text, end)
    parts = m.group().split(", ")[1:] if m else []
    found = [([], []) if _MEMBER.fullmatch(part) else _office(part) for part in parts]
    if any(not titles and not _MEMBER.fullmatch(part) for part, (titles, _) in zip(parts, found, strict=True)):
        return [], []
    return [t for titles, _ in found for t in titles], [c for _, codes in found for c in codes]


def _office(part: str) -> tuple[list[Title], list[str]]:
    """The title of an office that is all of a part, with whatever body it is of: President of the Vietnam Fatherland Front."""
    if (found := title_in(part, ", "))[0]:
        return found
    tokens = [(x.start(), x.end(), x.group()) for x in WORD.finditer(part)]
    n, kind = title_at(tokens, 0) if tokens else (0, "")
    return ([Title(part[: tokens[n - 1][1]], kind, "current")], []) if n and tokens[n : n + 1] and tokens[n][2] in ("of", "for") else ([], [])


_BRACKETED = compiled(r" [(\[](?:the )?(?P<rest>[A-Za-z][^()\[\]\d\n,;]{2,70})[)\]]")  # Ana Rua (President of the Harbour Bank)
_WAS = re.compile(r"\b(?:was|serve[sd]) ")
_SPANNED = re.compile(r" from \d{4} (?:to|until) \d{4}")  # First Minister of Wales from 2000 to 2009
_DATED = re.compile(r" (?:from|until|till|between|in) \d{4}")  # who was a legislator from 1987 to 1990
_ACTS = re.compile(r"\b(?:has|have|had|is|are|was|were|will|would|said|says|did|does|can|could|may|might|must|should)\b")
_NEXT_ITEM = re.compile(r", (?P<rest>[A-Z][^,.;:()\n\"“”]{1,60}), ")


def _is_list(rest: str) -> bool:
    """Another office comes next in a list of those present: Information Minister Amir Mir, "Chief Secretary", IG police, and others."""
    m = _NEXT_ITEM.match(rest)
    tokens = [(x.start(), x.end(), x.group()) for x in WORD.finditer(m["rest"])] if m else []
    n, _ = title_at(tokens, 0) if tokens else (0, "")
    return bool(n) and all(t[2].islower() for t in tokens[n:])


_NAME_NEXT = compiled(r" [A-Z][a-z][\w'’-]*(?: (?:of the |of |and )?[A-Z][\w'’-]*)*")


def _is_named_next(rest: str) -> bool:
    """A name comes after a land, and no more of a body: the president of Kenya William Ruto; not of the Guangdong Department of Public Security."""
    m = _NAME_NEXT.match(rest)
    return m is not None and words("org_heads").isdisjoint(m.group().lower().split())


def title_in(rest: str, led: str) -> tuple[list[Title], list[str]]:
    """The title that a phrase after a name is, and its country: "Russia's foreign minister"; `led` is what stands between the name and the phrase."""
    tokens = [(x.start(), x.end(), x.group()) for x in WORD.finditer(rest)]
    for i in range(min(len(tokens), 7)):
        n, kind = title_at(tokens, i)
        if not n:
            continue
        if len(tokens) == 1 and kind in _ALSO_SURNAMES and rest.istitle() and led == ", ":
            return [], []  # "Zimmer, King, Bishop and Page" are four
        before = tokens[: i - qualifiers_of(rest, tokens, i)]
        ranks = ranks_of(before, tokens[len(before)][2])
        before = before[: len(before) - ranks]
        first = tokens[len(before)]
        last = tokens[i + n - 1][1]
        land, stop = land_after(rest, last)
        if _leads(rest, tokens, i + n):
            continue
        if (
            re.match(r"\.? ?[A-Z]", rest[last:])
            or _is_next_ones(rest[last:])
            or (stop > last and _is_named_next(rest[stop:]))
            or _PARTED_NEXT.match(rest, last)
        ):
            return [], []  # the next name's title, not this one's
        if _STYLED_NEXT.search(rest, last) or _AND_OTHERS.match(rest, last):
            return [], []  # Raisi, the country's foreign minister and others were found dead
        if _ARRIVED.match(rest, last) and led.endswith((" a ", " an ")):
            return [], []  # according to Martinez, a British barrister arrived
        if (verb := _LOWER_NEXT.match(rest, last)) and not words("headline_verbs").isdisjoint((f"{verb[1]}s", f"{verb[1]}es")):
            return [], []  # Naqvi, Saudi deputy minister discuss cricket
        status, left = status_of(before, "current")
        codes, left = owner_of(rest, left)
        status, left = status_of(left, status)
        status = status_over(rest, left, status)
        if any(t[2] in ("of", "to") for t in left):
            return [], []  # Bullrich, the rival of the Argentine president, Milei
        if left and kind in ("courtesy", "honorific", "knight", "noble", "sheikh"):
            return [], []  # Abiy, Somalia's Hassan Sheikh
        if not _only_say_which(left):
            return [], []
        stop = i + n + held_of(tokens[i + n :], kind)
        if i + n < stop < len(tokens) and tokens[stop - 1][2][0].isupper() and tokens[stop][2][0].isupper():
            stop = i + n  # commander of Narcotics Suppression Division
        end = tokens[stop - 1][1]
        title = Title(rest[first[0] : end], BELOW.get(kind, kind) if ranks else kind, status)
        more = _AND.match(rest, end)
        others, theirs = title_in(more["rest"], led) if more and (more["former"] or is_of_an_office(more["rest"].split()[0])) else ([], [])
        if more and more["former"]:
            others = [replace(t, status="former") for t in others]  # and former coca farmer
            title = next((t for t in others if t.kind == title.kind), title)  # Africa's first female president and former president of Liberia
        return [title, *(t for t in others if t.kind != kind or t.text != title.text)], codes or land or theirs
    return [], []
