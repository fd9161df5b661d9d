"""Titles before a name, what they are for, and whose: "former French Foreign Minister", "the Home Minister, Dr Ravi Menon, said"."""

from __future__ import annotations

import re
from functools import lru_cache

from extractor import gazetteer
from extractor.resources import any_of, compiled, words
from extractor.titles.offices import (
    ASIDE,
    BELOW,
    ELECT,
    EX,
    WORD,
    Tokens,
    capital_titles,
    is_demonym,
    is_determined,
    kinds,
    longest,
    minister_ends,
    owner_of,
    portfolio_of,
    qualifiers_of,
    ranks_of,
    status_of,
    status_over,
)
from extractor.titles.seated import ABROAD, is_over, land_of, over_of, seated_of, staff_of
from extractor.types import Status, Title

_REACH = 90  # characters before a name in which its titles stand
_RETIRED = re.compile(r"\((?:[Rr]e?td?\.?|[Rr]etired)\)")  # General (Rtd) Dr Chiwenga


def _tokens_before(text: str, start: int) -> Tokens:
    left = ASIDE.sub(lambda m: " " * len(m.group()), text[max(0, start - _REACH) : start])
    base = start - len(left)
    cut = max(left.rfind("\n"), left.rfind(";"), left.rfind('"'), left.rfind("“"), left.rfind("("), left.rfind(")"), left.rfind(":"), left.rfind("—"))
    tokens: Tokens = []
    for m in WORD.finditer(left, cut + 1):
        tokens.append((m.start() + base, m.end() + base, m.group()))
        w = EX.sub("", m.group().lower())
        ended = len(w) > 3 or m.group()[:-1] in words("short_titles")  # Angela Rua deputy PM. Wes Opa
        if w.endswith(".") and w not in kinds() and ended and "." not in w[:-1]:
            tokens = []  # a sentence ended here
    return tokens


_APPOSED = compiled(  # the Minister of Works, Dave Umahi, said
    rf"[A-Z][\w'’.-]*(?: (?:[a-z]{{2,4}}[ -])?[A-Z][\w'’-]*){{1,5}}(?=[,;)]| \(|\.(?: [A-Z]|\n|\Z)| (?:has|had|{any_of(words('speech'))})\b)"
)
_ANOTHERS = compiled(  # what a title stands in apposition to, unless it is a place or day: In New York, the minister
    r"(?:(?P<in>\b(?:[Ii]n|[Oo]n|[Aa]t|[Ff]rom|[Nn]ear|[Oo]f) (?:[\w-]+ ){0,3})|[A-Z][\w'’.-]+ )[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,3}, "
    r"(?!(?:and|or|with|while|but) )(?:(?:the|an?|his|her|their) )?(?:[\w-]+ ){0,2}\Z"
)
_SOURCE = re.compile(r"\b[Aa]ccording to an? [^,.;]*, \Z")  # according to a Kremlin spokesman, Putin's schedule is full
_OWNER = compiled(r"[A-Z][\w.-]*(?: [A-Z][\w-]*){0,3}['’]s ")
_CROWNED = ("monarch", "pope", "prince", "princess", "crown-prince")  # the King, Keir Starmer, and others: a list
RANKS = frozenset({"general", "colonel", "admiral", "marshal", "major", "captain", "lieutenant", "sergeant", "officer"})
_TOPPLED = ("ousted", "deposed", "toppled", "jailed")
_UNQUALIFIED = ("doctor", "honorific", "courtesy", "knight", "noble", "sheikh")
STYLES = (
    *("chief", "courtesy", "honorific", "leader", "doctor", "clergy", "knight", "noble"),
    *("sheikh", "professor", "general", "colonel", "admiral", "marshal", "officer"),
)


def titles_before(text: str, start: int) -> tuple[list[Title], list[str], int]:
    """Titles right before a name ("former French Foreign Minister"), the countries they name, and where they begin."""
    tokens = _tokens_before(text, start)
    found: list[Title] = []
    countries: list[str] = []
    begin = start
    land, rest = land_of(text, tokens)
    gap = ASIDE.sub("", text[tokens[-1][1] : start]) if tokens else ""
    after_comma = gap == ", " and bool(_APPOSED.match(text, start))
    if rest and (gap == " " or after_comma):
        countries, begin, tokens = land, tokens[len(rest)][0], rest  # "President of Belarus Aleksandr Lukashenko"
        if gap == " " and (staff := staff_of(text, rest, start)):
            begin, tokens = staff[-1][1] + 1, staff
    elif after_comma and not _title_at_end(text, tokens)[0] and (office := seated_of(tokens)):
        tokens, begin = office, office[-1][1] + 1  # the Speaker of the House, Tajudeen Abbas, said
    if len(tokens) > 1 and gap in (" ", ", ") and is_over(tokens[-2][2], tokens[-1][2]) and not _is_parted(text, tokens, 1):
        begin, tokens = tokens[-1][0], tokens[:-1]
    seated: Tokens = []
    crossed: tuple[int, int] | None = None  # how many titles there were, and where they began, before an office beside a style
    led = False  # by styles alone so far: the Oil Minister, Sheikh Ali Rua, said
    while tokens:
        between = ASIDE.sub("", text[tokens[-1][1] : begin])
        in_apposition = after_comma or (led and bool(_APPOSED.match(text, begin)))
        apposed = between == ", " and (tokens[-1][2].islower() or in_apposition)  # the Nigerian president, Bola Tinubu
        if between.strip(" ,.") or ("," in between and (led or not found) and not apposed):
            break
        n, kind = _title_at_end(text, tokens)
        if not n and (between == " " or in_apposition) and (led or not found) and (over := over_of(text, tokens))[1]:
            countries, tokens = countries or over[0], over[1]
            begin = tokens[-1][1] + 1  # head of the State Security Service Anri Okhanashvili
            continue
        if not n:
            break
        phrase = " ".join(t[2] for t in tokens[-n:])
        low = ELECT.sub("", phrase.lower())
        if found and kind not in STYLES and ((phrase.isupper() and 1 < len(phrase) < 5) or kind == "journalist"):
            return found, countries, begin  # the boss of the CIO; Herald Reporter President Rua
        if apposed and (led or not found):
            capital = in_apposition and tokens[-n][2][0].isupper()
            owned = in_apposition and len(tokens) > n and tokens[-n - 1][2][0].isupper() and text[tokens[-n - 1][1] : tokens[-n][0]] == " "
            source = _SOURCE.search(text, max(0, begin - _REACH), begin) and _OWNER.match(text, start)
            if source or (capital and kind in _CROWNED) or not (capital or owned or is_determined(text, tokens[: len(tokens) - n])):
                return found, countries, begin  # had come forward, Ailes's lawyer said
        n += qualifiers_of(text, tokens, len(tokens) - n) if kind not in _UNQUALIFIED else 0
        n += (ranks := 0 if _is_parted(text, tokens, n) else ranks_of(tokens[:-n], tokens[-n][2]))
        past = EX.match(low) or _RETIRED.match(text, tokens[-1][1] + 1)
        status: Status = "elect" if low != phrase.lower() else "former" if past else "current"
        rest, seated = tokens[:-n], []
        if _is_parted(text, tokens, n):
            codes, rest, seated = _office_beside(text, tokens, n) if kind in STYLES else ([], [], [])  # not "of India, Mayor Sadiq Khan"
        else:
            status, rest = status_of(rest, status)
            if kind in RANKS and any(t[2] in _TOPPLED for t in tokens[len(rest) : -n]):
                status = "current"  # who ousted Colonel Damiba took no rank from him
            of_state = rest and kind in ("governor", "senator") and any(e.kind == "state" for e in gazetteer.lookup(rest[-1][2]))
            whole, (codes, rest) = rest, owner_of(text, rest)
            abroad = (
                len(rest) > 1
                and rest[-1][2] == "to"
                and (kinds().get(rest[-2][2].lower()) in ABROAD or rest[-2][2] == "accredited" or bool(over_of(text, whole)[1]))
            )
            if codes and (of_state or abroad):
                codes, rest = [], whole if abroad else rest  # Georgia Gov. Brian Kemp, French Ambassador to Qatar H.E. Jean Faivre
            if codes and (more := ranks_of(rest, "")):  # Deputy US Trade Representative
                ranks, rest = more, rest[: len(rest) - more]
                n = len(tokens) - len(rest)
            status, rest = status_of(rest, status)
            status = status_over(text, rest, status)
        countries = countries or codes
        led = kind in STYLES and (led or not found)
        if kind != "courtesy":
            found.append(Title(ASIDE.sub("", text[tokens[-n][0] : tokens[-1][1]]), BELOW.get(kind, kind) if ranks else kind, status))
        begin = tokens[-n][0]
        if (rest or seated) and _is_parted(text, tokens, n):
            crossed = len(found), begin
        if len(rest) > 1 and rest[-1][2] == "and" and _is_both(text, rest[:-1], kind):
            begin, rest = rest[-1][0], rest[:-1]  # "Deputy Prime Minister and Minister of Foreign Affairs Ayman Safadi"
        if seated:
            begin, rest = seated[-1][1] + 1, seated
        tokens = rest
    if found and (gap == ", " or crossed) and (other := _ANOTHERS.search(text, max(0, begin - _REACH), begin)) and not other["in"]:
        if gap == ", " or not crossed:
            return [], [], start  # Mark Rutte, the Secretary General of NATO, Donald Trump
        if other.group().endswith(", "):
            return found[: crossed[0]], countries, crossed[1]  # Mahmoud Issa, Secretary General of the Governorate, Major General Mahmoud Suwaili
    if not found and tokens and text[tokens[-1][1] : start] == " ":
        codes, rest = owner_of(text, tokens)
        owner = text[tokens[len(rest)][0] : tokens[-1][1]] if codes else ""
        own = owner.endswith("'s") and all(e.kind in ("country", "demonym") for e in gazetteer.lookup(owner[:-2]))
        countries = codes if own or is_demonym(tokens[-1][2]) else []  # Kenya's Faith Kipyegon, not Georgia's Brian Kemp
    return found, countries, begin


_OF_FIRMS = frozenset({"president", "chair", "chief-executive", "executive", "founder", "director", "owner", "editor", "journalist", "vice-president"})

_OF_PARTIES = _OF_FIRMS | {"secretary", "secretary-general"}  # President and First Secretary Emmerson Mnangagwa; not the president and secretary


def _is_both(text: str, rest: Tokens, kind: str) -> bool:
    """The tokens before "and" end in an office that goes with the one after it: president and chief executive."""
    if kind.endswith("minister") and minister_ends(rest):
        return True
    n, other = _title_at_end(text, rest)
    alone = rest[-1][2].islower() or (len(rest) > n and rest[-n - 1][2].lower() == "the")
    both = _OF_FIRMS if alone else _OF_PARTIES
    return kind in both and other in both


def _is_parted(text: str, tokens: Tokens, n: int) -> bool:
    """A comma stands before the last `n` tokens."""
    return len(tokens) > n and "," in text[tokens[-n - 1][1] : tokens[-n][0]]


def _office_beside(text: str, tokens: Tokens, n: int) -> tuple[list[str], Tokens, Tokens]:
    """The tokens before a style of `n` tokens and its comma, where they end in an office, too: a former Minister of Aviation, Chief Femi Fani-Kayode; or
    those up to the title of one over a place, with its country: the former Governor of Kogi, Alhaji Yahaya Bello."""
    rest = tokens[:-n]
    whole = _title_at_end(text, rest)[0] > 2 and _APPOSED.match(text, tokens[-n][0])  # the Chief of the Naval Staff, Vice Admiral Ogalla
    if portfolio_of(rest) or whole:
        return [], rest, []
    codes, seated = land_of(text, rest)
    if seated := seated or seated_of(rest):
        return codes, [], seated
    return [], rest if _title_at_end(text, rest)[0] and _APPOSED.match(text, tokens[-n][0]) else [], []


def _title_at_end(text: str, tokens: Tokens) -> tuple[int, str]:
    """How many tokens at the end are a title, and its kind; 0 when none are."""
    held = portfolio_of(tokens)  # "Secretary for Roads and Transport"
    for n in range(max(held, min(longest(), len(tokens))), 0, -1):
        if kind := _kind_of(text, tokens, n) or (_kind_of_held(tokens[-n:]) if n == held else ""):
            led = kinds().get(f"{tokens[-n - 1][2]} {tokens[-n][2]}".lower()) if n == held < len(tokens) else None
            return (n + 1, led) if led and kind in (led, "general") else (n, kind)  # general director of customs
    return 0, ""


def _kind_of_held(tokens: Tokens) -> str:
    """The kind of an office with its portfolios, by the longest title that they begin with: Minister of Foreign Affairs and International Cooperation."""
    return next(kind for n in range(len(tokens), 0, -1) if (kind := kinds().get(" ".join(t[2] for t in tokens[:n]).lower())))


def _kind_of(text: str, tokens: Tokens, n: int) -> str | None:
    """The kind of the title that the last `n` tokens are; None when they are none."""
    phrase = " ".join(t[2] for t in tokens[-n:])
    low = ELECT.sub("", phrase.lower())
    rest = tokens[:-n]
    if phrase == "Party leader" and rest and rest[-1][2][0].isupper() and rest[-1][2] != "The":
        return None  # Labour Party leader
    if phrase in words("kin_male") or phrase in words("kin_female") or (low in capital_titles() and phrase.istitle()):
        return None  # his father King Charles, not Father Brown; Dig Deep
    if low == "amir":  # the Amir Sheikh Nawaf, not Amir Khan
        return "monarch" if rest and rest[-1][2].lower() in ("the", "deputy") else None
    if low == "premier" and (_is_of_region(text[rest[0][0] : rest[-1][1]] if rest else "") or (not owner_of(text, rest)[0] and _are_of_regions(text))):
        return "head-of-government"  # Gauteng premier Panyaza Lesufi; Premier Jacinta Allan, in an article on Victoria's
    if low == "deputy" and rest and rest[-1][2].lower() in ("his", "her", "their", "its"):
        return None  # no legislator, but one below
    if low == "vp" and not (rest and rest[-1][2][0].isupper() and not is_demonym(rest[-1][2])):
        return "vice-president"  # VP Sara Duterte, not Orlan VP Ana Rua
    return kinds().get(low) or kinds().get(low.replace(".", "")) or kinds().get(EX.sub("", low))


@lru_cache(maxsize=4)
def _are_of_regions(text: str) -> bool:
    """An article's premiers head the governments of states or provinces: the Queensland Premier; Victoria's premier, Jacinta Allan; Premier of Gauteng."""
    return any(_is_of_region(m["before"] or m["after"]) for m in _PREMIER.finditer(text))


def _is_of_region(phrase: str) -> bool:
    """A phrase ends in the name of a region, or in what is of it: Queensland, Western Australian, Victoria's."""
    said = phrase.replace("’", "'").removesuffix("'s").split()
    names = [" ".join(said[-k:]) for k in range(1, min(3, len(said)) + 1)]
    return any(gazetteer.is_region(name) or (name.endswith("an") and gazetteer.is_region(name[:-1])) for name in names)


_PREMIER = compiled(
    r"(?P<before>[A-Z][\w-]+(?: [A-Z][\w-]+){0,2})(?:'s|’s)? (?:[Dd]eputy )?[Pp]remier\b"
    r"|\b[Pp]remier of (?:the )?(?P<after>[A-Z][\w-]+(?: [A-Z][\w-]+){0,2})"
)
