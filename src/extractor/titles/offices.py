"""The words of titles, and what a run of words says of one: its portfolio, its rank, its status, whose it is."""

from __future__ import annotations

import re
from functools import cache

from extractor import gazetteer
from extractor.resources import table, words
from extractor.types import Status

Tokens = list[tuple[int, int, str]]  # start, end, word
WORD = re.compile(r"[^\W\d_]+(?:['.-][^\W\d_]+)*\.?|\d+(?:st|nd|rd|th)?")

ASIDE = re.compile(r" ?\((?:[Rr]e?td?\.?|[Rr]etired|[A-Z][A-Z.&-]{1,8}(?: [A-Z]{2,4})?)\)")  # Lt Gen (retd) Mir Shawkat, Inspector General (IG) of Police


@cache
def kinds() -> dict[str, str]:
    """Title phrases in lower case to their kind."""
    return {r["title"].lower(): r["kind"] for r in table("titles")}


@cache
def longest() -> int:
    """How many words the longest title has."""
    return max(title.count(" ") for title in kinds()) + 1


@cache
def capital_titles() -> frozenset[str]:
    """Titles that are written in capitals only, in lower case: DIG, but not "Dig Deep"."""
    return frozenset(r["title"].lower() for r in table("titles") if r["title"].isupper())


def is_title(phrase: str) -> bool:
    """A title in lower case, or one without the full stop of its abbreviation, or of somebody elected to it."""
    bare = ELECT.sub("", phrase).removeprefix("ex-")
    return bare in kinds() or f"{bare}." in kinds()


EX = re.compile(r"\A(?:ex|then)-")
ELECT = re.compile(r"[-–](?:elect|designate)\Z")


def is_demonym(phrase: str) -> bool:
    """The phrase can be the adjective or people of a country."""
    return any(e.kind == "demonym" for e in gazetteer.lookup(phrase))


_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "their", "our", "my", "its"})


def is_determined(text: str, tokens: Tokens) -> bool:
    """A title after the tokens is somebody's, or the one: "the former Nigerian" president."""
    near = tokens[-6:]
    return any(t[2].lower() in _DETERMINERS or t[2].endswith("'s") for t in near) or bool(owner_of(text, near)[0])


def title_at(tokens: Tokens, i: int) -> tuple[int, str]:
    """How many tokens from `i` on are a title in apposition, and its kind; 0 when none are, or when they only say the rank of one: deputy head of mission."""
    for n in range(min(longest(), len(tokens) - i), 0, -1):
        phrase = " ".join(t[2] for t in tokens[i : i + n])
        kind = kinds().get(phrase.lower(), "courtesy")
        if kind not in ("courtesy", "honorific") and phrase not in words("kin_male") and phrase not in words("kin_female"):
            after = tokens[i + n][2] if len(tokens) > i + n else ""
            if n == 1 and tokens[i][2].lower() in words("title_ranks") and after.islower() and after not in words("title_followers"):
                return 0, ""
            return n, kind
    return 0, ""


BELOW = {
    "president": "vice-president",
    "prime-minister": "deputy-prime-minister",
    **dict.fromkeys(("minister", "foreign-minister", "defence-minister", "finance-minister", "secretary-of-state"), "deputy-minister"),
}


def ranks_of(tokens: Tokens, title: str) -> int:
    """How many words at the end of the tokens put the title after them, that begins with `title`, below another: "Assistant", "First Deputy"."""
    n = 0
    while n < len(tokens) and tokens[-1 - n][2].lower() in words("title_ranks"):
        n += 1
    ranked = n or title.lower() in words("title_ranks")
    return n + (ranked and n < len(tokens) and tokens[-1 - n][2].lower() in words("ranks_before"))


_OF_COMPANIES = frozenset({"chair", "chief-executive", "executive", "president"})
_OF_BODIES = _OF_COMPANIES | {"party-leader", "leader"}


def qualifiers_of(text: str, tokens: Tokens, i: int) -> int:
    """How many tokens before the i-th say what the title there is for: "foreign policy" chief, "Country" Director."""
    n = 2 if i > 1 and tokens[i - 1][2] == "and" and _qualifies(tokens[i][2]) and _qualifies(tokens[i - 2][2]) else 0  # Minerals and Energy Minister
    while n < min(4, i) and _qualifies(tokens[i - n - 1][2]) and _within(text, tokens, i - n):
        word, before = tokens[i - n - 1][2], tokens[i - n - 2][2] if i - n > 1 else ""
        if word in ("County", "Municipality", "Constituency", "Province") and before[:1].isupper():
            break  # the sheriff of Morton County
        if any(gazetteer.is_country(" ".join(t[2] for t in tokens[i - n - 1 - k : i - n])) for k in (1, 2) if i - n > k):
            break  # Solomon Islands Prime Minister
        named = word[0].isupper() and before[:1].isupper() and not is_demonym(before) and before != "The"
        of_body = (word.lower() in words("org_heads") and word not in ("Army", "Navy", "Police", "Force")) or kinds().get(tokens[i][2].lower()) in _OF_COMPANIES
        if named and not gazetteer.is_country(before) and (of_body or tokens[i][2][0].islower()):
            break  # Fiji Rugby Union Chief Executive, Fundamental Management Chairman
        lower = tokens[i][2][0].islower() and word[0].isupper()
        if lower and (before in ("of", "for") or (before == "and" and kinds().get(tokens[i][2]) in _OF_BODIES)):
            break  # Chamber of Commerce head, Alliance for Change leader
        n += 1
        if i > n + 1 and tokens[i - n - 1][2] == "and" and _qualifies(tokens[i - n - 2][2]):
            n += 1  # Health and Welfare Minister
    if any(t[2] == "and" for t in tokens[i - n : i]) and n < i and text[tokens[i - n - 1][1] : tokens[i - n][0]].strip() == ",":
        while n < min(8, i) and _qualifies(tokens[i - n - 1][2]) and _within(text, tokens, i - n, ","):
            n += 1  # environment, forest and climate change affairs minister
    if 0 < n < i and tokens[i - n - 1][2].lower() == "chief" and _within(text, tokens, i - n):
        n += 1  # Chief Public Health Inspector
    return n


def _within(text: str, tokens: Tokens, i: int, joint: str = " ") -> bool:
    """Nothing but a space, and the joint, stands before the i-th token: not Chamber of "Commerce" (CCPB) Chairman."""
    return text[tokens[i - 1][1] : tokens[i][0]].strip(" \n") in ("", joint)


def is_of_an_office(word: str) -> bool:
    """A word that offices and their portfolios are made of: Acting Defence Minister."""
    return _qualifies(word) or word.lower() in kinds() or word.lower() in words("title_acting") or word.lower() in words("ranks_before")


def _qualifies(word: str) -> bool:
    return word.lower() in words("title_qualifiers") or word.lower() in words("portfolios")


def minister_ends(tokens: Tokens) -> bool:
    """The tokens end with the office of a minister or vice-president, who can hold another besides."""
    ends = (kinds().get(" ".join(t[2] for t in tokens[-n:]).lower(), "") for n in range(min(4, len(tokens)), 0, -1))
    return bool(portfolio_of(tokens)) or any(kind.endswith(("minister", "vice-president")) for kind in ends)


_OVER_MATTERS = frozenset({"head", "director", "chief", "professor", "scholar", "editor", "vice-president", "minister"})


def held_of(tokens: Tokens, kind: str = "") -> int:
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


def portfolio_of(tokens: Tokens) -> int:
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


def status_of(tokens: Tokens, status: Status) -> tuple[Status, Tokens]:
    groups: tuple[tuple[str, Status], ...] = (("title_former", "former"), ("title_acting", "acting"), ("title_elect", "elect"), ("title_late", "late"))
    while tokens:
        low = tokens[-1][2].lower()
        new = next((s for g, s in groups if low in words(g)), None) if tokens[-1][2] != "Then" else None  # "Then President Biden left"
        named = len(tokens) > 1 and f"{tokens[-2][2]} {low}".lower() in kinds()  # an army chief
        if named or (new is None and low not in words("title_before")):
            break
        status = new or status
        tokens = tokens[:-1]
    return status, tokens


_EX = re.compile(r"[Ee]x-\w")
JOINTS = frozenset({"of", "the", "and", "for", "on"})


def status_over(text: str, tokens: Tokens, status: Status) -> Status:
    """The status told before the body or party whose title follows: "former Manchester United" manager, "ex-Chelsea" striker, "ex-electoral" chief."""
    if status != "current":
        return status
    at = len(tokens)
    while at and len(tokens) - at < 7:
        word = tokens[at - 1][2]
        if _EX.match(word) and (word[3].isupper() or at == len(tokens)) and "," not in text[tokens[at - 1][0] : tokens[-1][1]]:
            return "former"
        joint = word in JOINTS and at < len(tokens)
        if not (joint or word[0].isupper()) or word.lower() in kinds() or status_of(tokens[:at], status)[0] != status:
            break
        at -= 1
    body = tokens[at:]
    if not body or not at or body[0][2] in JOINTS or "," in text[tokens[at - 1][1] : body[-1][1]]:
        return status
    return status_of(tokens[:at], status)[0]


def owner_of(text: str, tokens: Tokens) -> tuple[list[str], Tokens]:
    """Country adjective or possessive at the end of the tokens, or before words that say which: "Russia's long-serving" foreign minister."""
    codes, n = codes_at_end(text, tokens, ("demonym", "country"))
    if n:
        return codes, tokens[: len(tokens) - n]
    for k in range(1, min(4, len(tokens))):
        word, owner = tokens[-k][2], tokens[-k - 1]
        if not (word[0].islower() or word[0].isdigit()) or word in words("no_modifiers") or status_of(tokens[len(tokens) - k :][:1], "current")[0] != "current":
            break
        if owner[2].endswith("'s") and ONE_PHRASE.fullmatch(text, owner[0], tokens[-1][1]):
            codes, n = codes_at_end(text, tokens[:-k], ("country",))
            return codes, tokens[: len(tokens) - k - n] if n else tokens
    return [], tokens


ONE_PHRASE = re.compile(r"[\w'.&-]+(?: [\w'.&-]+)*")


def codes_at_end(text: str, tokens: Tokens, wanted: tuple[str, ...]) -> tuple[list[str], int]:
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
