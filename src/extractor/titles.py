"""Titles before and after a name, what they are for, and whose: "former French Foreign Minister", "Lavrov, Russia's foreign minister,"."""

from __future__ import annotations

import re
from functools import cache

from extractor import gazetteer
from extractor.resources import compiled, table, words
from extractor.types import Status, Title

WORD = re.compile(r"[^\W\d_]+(?:['.-][^\W\d_]+)*\.?|\d+")
_REACH = 90  # characters on each side of a name in which its titles stand


@cache
def kinds() -> dict[str, str]:
    """Title phrases in lower case to their kind."""
    return {r["title"].lower(): r["kind"] for r in table("titles")}


def is_title(phrase: str) -> bool:
    """A title in lower case, or one without the full stop of its abbreviation, or of somebody elected to it."""
    bare = _ELECT.sub("", phrase)
    return bare in kinds() or f"{bare}." in kinds()


_ELECT = re.compile(r"[-–](?:elect|designate)\Z")


def is_demonym(phrase: str) -> bool:
    """The phrase can be the adjective or people of a country."""
    return any(e.kind == "demonym" for e in gazetteer.lookup(phrase))


_RETIRED = re.compile(r"\((?:[Rr]e?td?\.?|[Rr]etired)\)")  # General (Rtd) Dr Chiwenga


def _tokens_before(text: str, start: int) -> list[tuple[int, int, str]]:
    left = _RETIRED.sub(lambda m: " " * len(m.group()), text[max(0, start - _REACH) : start])
    base = start - len(left)
    cut = max(left.rfind("\n"), left.rfind(";"), left.rfind('"'), left.rfind("“"), left.rfind("("), left.rfind(")"), left.rfind(":"), left.rfind("—"))
    tokens: list[tuple[int, int, str]] = []
    for m in WORD.finditer(left, cut + 1):
        tokens.append((m.start() + base, m.end() + base, m.group()))
        w = m.group().lower()
        if w.endswith(".") and w not in kinds() and len(w) > 3 and "." not in w[:-1]:
            tokens = []  # a sentence ended here
    return tokens


def titles_before(text: str, start: int) -> tuple[list[Title], list[str], int]:
    """Titles right before a name ("former French Foreign Minister"), the countries they name, and where they begin."""
    tokens = _tokens_before(text, start)
    found: list[Title] = []
    countries: list[str] = []
    begin = start
    land, rest = _land(text, tokens)
    if rest and text[tokens[-1][1] : start] == " ":
        countries, begin, tokens = land, tokens[len(rest)][0], rest  # "President of Belarus Aleksandr Lukashenko"
    while tokens:
        gap = _RETIRED.sub("", text[tokens[-1][1] : begin])
        apposed = gap == ", " and tokens[-1][2].islower()  # "the Nigerian president, Bola Tinubu"
        if gap.strip(" ,.") or ("," in gap and not found and not apposed):
            break
        held = _portfolio(tokens)  # "Secretary for Roads and Transport"
        for n in range(max(held, min(5, len(tokens))), 0, -1):
            phrase = " ".join(t[2] for t in tokens[-n:])
            low = _ELECT.sub("", phrase.lower())
            kind = kinds().get(low) or kinds().get(low.rstrip(".")) or kinds().get(_PAST.sub("", low))
            if not kind and n == held:
                kind = kinds()[tokens[-n][2].lower()]
            if kind and apposed and not found and not _is_determined(text, tokens[: len(tokens) - n]):
                return found, countries, begin  # had come forward, Ailes's lawyer said
            if kind:
                n += _qualifiers(text, tokens, len(tokens) - n) if kind != "doctor" else 0
                n += (ranks := _ranks(tokens[:-n], tokens[-n][2]))
                past = _PAST.match(low) or _RETIRED.match(text, tokens[-1][1] + 1)
                status: Status = "elect" if low != phrase.lower() else "former" if past else "current"
                rest = tokens[:-n]
                status, rest = _status(rest, status)
                seated: list[tuple[int, int, str]] = []
                if rest and "," in text[rest[-1][1] : tokens[-n][0]] and not (kind in _STYLES and _portfolio(rest)):
                    seated = _seated(rest) if kind in _STYLES else []  # the former Governor of Kogi, Alhaji Yahaya Bello
                    rest = []  # "of India, Mayor Sadiq Khan", not "a former Minister of Aviation, Chief Femi Fani-Kayode"
                codes, rest = _owner(text, rest)
                if codes and rest and rest[-1][2] == "to":
                    codes = []  # French Ambassador to Qatar H.E. Jean Faivre
                if not countries:
                    countries += codes
                if codes and (more := _ranks(rest, "")):  # Deputy US Trade Representative
                    ranks, rest = more, rest[: len(rest) - more]
                    n = len(tokens) - len(rest)
                status, rest = _status(rest, status)
                if kind != "courtesy":
                    found.append(Title(text[tokens[-n][0] : tokens[-1][1]], _BELOW.get(kind, kind) if ranks else kind, status))
                begin = tokens[-n][0]
                if len(rest) > 1 and rest[-1][2] == "and" and kind.endswith("minister") and _minister_ends(rest[:-1]):
                    begin, rest = rest[-1][0], rest[:-1]  # "Deputy Prime Minister and Minister of Foreign Affairs Ayman Safadi"
                if seated:
                    begin, rest = seated[-1][1] + 1, seated
                tokens = rest
                break
        else:
            break
    if not found and tokens and (codes := _owner(text, tokens)[0]) and text[tokens[-1][1] : start] == " ":
        countries = codes if is_demonym(tokens[-1][2]) else []
    return found, countries, begin


_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "their", "our", "my", "its"})


def _is_determined(text: str, tokens: list[tuple[int, int, str]]) -> bool:
    """A title after the tokens is somebody's, or the one: "the former Nigerian" president."""
    near = tokens[-6:]
    return any(t[2].lower() in _DETERMINERS or t[2].endswith("'s") for t in near) or (bool(near) and bool(_owner(text, near)[0]))


def _title_at(tokens: list[tuple[int, int, str]], i: int) -> tuple[int, str]:
    """How many tokens from `i` on are a title in apposition, and its kind; 0 when none are, or when they only say the rank of one: deputy head of mission."""
    for n in range(min(5, len(tokens) - i), 0, -1):
        kind = kinds().get(" ".join(t[2] for t in tokens[i : i + n]).lower(), "courtesy")
        if kind not in ("courtesy", "honorific"):
            after = tokens[i + n][2] if len(tokens) > i + n else ""
            if n == 1 and tokens[i][2].lower() in words("title_ranks") and after.islower() and after not in words("title_followers"):
                return 0, ""
            return n, kind
    return 0, ""


_PAST = re.compile(r"\A(?:ex|then)-")
_STYLES = ("chief", "courtesy", "honorific", "leader", "doctor", "clergy", "knight", "noble")
_BELOW = {
    "president": "vice-president",
    "prime-minister": "deputy-prime-minister",
    **dict.fromkeys(("minister", "foreign-minister", "defence-minister", "finance-minister", "secretary-of-state"), "deputy-minister"),
}


def _ranks(tokens: list[tuple[int, int, str]], title: str) -> int:
    """How many words at the end of the tokens put the title after them, that begins with `title`, below another: "Assistant", "First Deputy"."""
    n = 0
    while n < len(tokens) and tokens[-1 - n][2].lower() in words("title_ranks"):
        n += 1
    ranked = n or title.lower() in words("title_ranks")
    return n + (ranked and n < len(tokens) and tokens[-1 - n][2].lower() in words("ranks_before"))


def _qualifiers(text: str, tokens: list[tuple[int, int, str]], i: int) -> int:
    """How many tokens before the i-th say what the title there is for: "foreign policy" chief, "Country" Director."""
    n = 0
    while n < min(4, i) and _qualifies(tokens[i - n - 1][2]) and "," not in text[tokens[i - n - 1][1] : tokens[i - n][0]]:
        word, before = tokens[i - n - 1][2], tokens[i - n - 2][2] if i - n > 1 else ""
        if word[0].isupper() and tokens[i][2][0].islower() and (before == "of" or (before[:1].isupper() and word.lower() in words("org_heads"))):
            break  # Fiji Rugby Union chief executive, Chamber of Commerce head
        n += 1
        if i > n + 1 and tokens[i - n - 1][2] == "and" and _qualifies(tokens[i - n - 2][2]):
            n += 1  # Health and Welfare Minister
    return n


def _qualifies(word: str) -> bool:
    return word.lower() in words("title_qualifiers") or word.lower() in words("portfolios")


def _seated(tokens: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The tokens up to a title before "of" and a place at their end: the former Governor of Kogi; none when there is no such title."""
    k = next((k for k in range(2, min(5, len(tokens))) if tokens[-k][2] == "of"), 0)
    titled = k and any(" ".join(t[2] for t in tokens[-k - n : -k]).lower() in kinds() for n in (1, 2, 3) if len(tokens) >= k + n)
    return tokens[:-k] if titled and all(t[2][0].isupper() for t in tokens[len(tokens) - k + 1 :]) else []


def _minister_ends(tokens: list[tuple[int, int, str]]) -> bool:
    """The tokens end with the office of a minister or vice-president, who can hold another besides."""
    ends = (kinds().get(" ".join(t[2] for t in tokens[-n:]).lower(), "") for n in range(min(4, len(tokens)), 0, -1))
    return bool(_portfolio(tokens)) or any(kind.endswith(("minister", "vice-president")) for kind in ends)


_OVER_MATTERS = frozenset({"head", "director", "chief", "professor", "scholar", "editor", "vice-president", "minister"})


def _held(tokens: list[tuple[int, int, str]], kind: str = "") -> int:
    """The tokens at the start that say what a title before them is for: "Minister" for Emergency Management, "director" of public prosecutions; 0 when
    none do, as where a body's name goes on: the National Lawyers Guild."""
    n = 1
    while n < len(tokens) and (_qualifies(tokens[n][2]) or tokens[n][2] in ("and", "the")):
        n += 1
    while n > 1 and tokens[n - 1][2] in ("and", "the"):
        n -= 1
    if not tokens or tokens[0][2] not in ("for", "of"):
        return 0
    if 2 < n < len(tokens) and tokens[1][2] == "the" and tokens[n - 1][2][0].isupper() and tokens[n][2][0].isupper():
        return 0
    while kind in _OVER_MATTERS and n < min(5, len(tokens)) and tokens[n][2].islower() and tokens[n][2] not in words("title_held_ends"):
        n += 1
    return n if n > 1 else 0


def _portfolio(tokens: list[tuple[int, int, str]]) -> int:
    """How many tokens at the end are a title with its portfolios: "Minister of Works and Housing"; 0 when there is none."""
    n = 0
    while n < min(9, len(tokens)) and (_qualifies(tokens[-1 - n][2]) or (n and tokens[-1 - n][2].lower() in ("and", "the"))):
        n += 1
    if 0 < n < len(tokens) - 1 and tokens[-1 - n][2].lower() in ("of", "for") and tokens[-2 - n][2].lower() in kinds():
        return n + 2
    n = next((n for n, t in enumerate(reversed(tokens[-5:])) if not t[2].islower() or t[2] in words("title_held_ends")), 0)
    if 0 < n < len(tokens) - 1 and tokens[-1 - n][2] == "of" and kinds().get(tokens[-2 - n][2].lower()) in ("head", "director"):
        return n + 2  # "Head of financial reporting"
    return 0


def _status(tokens: list[tuple[int, int, str]], status: Status) -> tuple[Status, list[tuple[int, int, str]]]:
    groups: tuple[tuple[str, Status], ...] = (("title_former", "former"), ("title_acting", "acting"), ("title_elect", "elect"), ("title_late", "late"))
    while tokens:
        low = tokens[-1][2].lower()
        new = next((s for g, s in groups if low in words(g)), None) if tokens[-1][2] != "Then" else None  # "Then President Biden left"
        if new is None and low not in words("title_before"):
            break
        status = new or status
        tokens = tokens[:-1]
    return status, tokens


def _owner(text: str, tokens: list[tuple[int, int, str]]) -> tuple[list[str], list[tuple[int, int, str]]]:
    """Country adjective or possessive at the end of the tokens."""
    codes, n = _codes_at_end(text, tokens, ("demonym", "country"))
    return codes, tokens[: len(tokens) - n]


def _codes_at_end(text: str, tokens: list[tuple[int, int, str]], wanted: tuple[str, ...]) -> tuple[list[str], int]:
    """The one country, if it is one, of the longest listed name or adjective at the end of the tokens, and how many tokens say it."""
    for n in range(min(4, len(tokens)), 0, -1):
        phrase = re.sub(r"'s?\Z", "", text[tokens[-n][0] : tokens[-1][1]])
        found = gazetteer.lookup(phrase)
        codes = [e.code for e in found if e.kind in wanted and e.code]
        if codes:
            return (codes if len(set(codes)) == 1 else []), n
        if n > 1 and found:
            return [], 0  # the governor of New Ireland is not of Ireland
    return [], 0


def _land(text: str, tokens: list[tuple[int, int, str]]) -> tuple[list[str], list[tuple[int, int, str]]]:
    """The country that "of" leads in at the end of the tokens, and the title that is left before it; no tokens when there is none."""
    codes, n = _codes_at_end(text, tokens, ("country",))
    rest = tokens[: len(tokens) - n]
    if n and rest and rest[-1][2].lower() == "the":
        rest = rest[:-1]
    if not n or not rest or rest[-1][2].lower() != "of" or tokens[-1][2].endswith("'s"):
        return [], []
    rest = rest[:-1]
    titled = any(" ".join(t[2] for t in rest[-k:]).lower() in kinds() for k in range(1, min(5, len(rest)) + 1))
    return (codes, rest) if titled else ([], [])


_OF = compiled(r" (?:of|for) (?:the )?([A-Z][\w.' -]{2,40})")


def country_after(text: str, end: int) -> list[str]:
    """The country that a title or a titled name belongs to: "president of the Comoros", "President Azali Assoumani of the Comoros"."""
    return _land_after(text, end)[0]


def _land_after(text: str, end: int) -> tuple[list[str], int]:
    """The country after "of" or "for", and where its name ends."""
    of = _OF.match(text, end)
    parts = of[1].split() if of else []
    for k in range(len(parts), 0, -1):
        name = " ".join(parts[:k]).rstrip(".")
        found = gazetteer.lookup(name)
        if of and found:  # Georgia can be a state
            return ([found[0].code] if found[0].code and all(e.kind == "country" for e in found) else []), of.start(1) + len(name)
    return [], end


_NEXT_OFFICE = compiled(r" and (?P<office>[A-Z]\w+(?: (?:of|for|and|the|[A-Z][\w'-]+))*)")


def _is_next_ones(rest: str) -> bool:
    """A second office follows, and a name after it: "the king, Deputy Prime Minister and Minister of Foreign Affairs Ayman Safadi"."""
    m = _NEXT_OFFICE.match(rest)
    tokens = [(x.start(), x.end(), x.group()) for x in WORD.finditer(m["office"])] if m else []
    n, _ = _title_at(tokens, 0) if tokens else (0, "")
    return bool(n) and sum(t[2][0].isupper() for t in tokens[n + _held(tokens[n:]) :]) > 1


_ALSO_SURNAMES = frozenset({"monarch", "prince", "noble", "clergy", "knight", "judge", "officer", "colonel", "major", "general", "marshal", "chief", "leader"})
_AFTER = compiled(r"\A(?:, \d{1,3})?,? (?:who (?:is|was|served as) )?(?:the |a |an |his |her |their )?(?P<rest>[A-Za-z][^,.;:()\n\"“”]{2,80})")


def titles_after(text: str, end: int) -> tuple[list[Title], list[str]]:
    """Titles in apposition after a name: "Lavrov, Russia's foreign minister,"."""
    if text[end : end + 1] != ",":
        return [], []
    m = _AFTER.match(text[end : end + _REACH + 20])
    if not m:
        return [], []
    tokens = [(x.start(), x.end(), x.group()) for x in WORD.finditer(m["rest"])]
    rest = m["rest"]
    for i in range(min(len(tokens), 7)):
        n, kind = _title_at(tokens, i)
        if not n:
            continue
        if len(tokens) == 1 and kind in _ALSO_SURNAMES and rest.istitle() and m.group()[: m.start("rest")] == ", ":
            return [], []  # "Zimmer, King, Bishop and Page" are four
        before = tokens[: i - _qualifiers(rest, tokens, i)]
        ranks = _ranks(before, tokens[len(before)][2])
        before = before[: len(before) - ranks]
        first = tokens[len(before)]
        last = tokens[i + n - 1][1]
        land, stop = _land_after(rest, last)
        if re.match(r"\.? ?[A-Z]", rest[last:]) or _is_next_ones(rest[last:]) or (stop > last and re.match(" [A-Z]", rest[stop:])):
            return [], []  # the next name's title, not this one's
        status, left = _status(before, "current")
        codes, left = _owner(rest, left)
        status, left = _status(left, status)
        if left and any(t[2][0].islower() and t[2] not in ("of", "the") and not t[2].endswith("'s") for t in left):
            return [], []
        end = tokens[i + n + _held(tokens[i + n :], kind) - 1][1]
        return [Title(rest[first[0] : end], _BELOW.get(kind, kind) if ranks else kind, status)], codes or land
    return [], []
