"""Personal names in running text: titles before and after, what is part of the name and what is not."""

from __future__ import annotations

import re
from functools import cache

from extractor import gazetteer
from extractor.resources import any_of, table, words
from extractor.types import Status, Title

_WORD = re.compile(r"[^\W\d_]+(?:['.-][^\W\d_]+)*\.?|\d+")
_EDGES = " \t\n\r.,;:!?\"“”'‘’«»()[]{}<>*_|/\\–—-•…0123456789"
_REACH = 90  # characters on each side of a name in which its titles stand


@cache
def titles() -> dict[str, str]:
    """Title phrases in lower case to their kind."""
    return {r["title"].lower(): r["kind"] for r in table("titles")}


def is_capitalized(word: str) -> bool:
    """The word, without a prefix as in el-Sisi or d'Arc, begins with a capital."""
    return any(p[:1].isupper() for p in re.split(r"[-' ]", word))


def clean_name(text: str, start: int, end: int, trusted: bool = False) -> tuple[int, int] | None:
    """Shrink [start, end) to the bare name: no titles, demonyms, possessive or punctuation. None when no name is left.

    `trusted` keeps a one-word name that is also a common word (Sun, Hu): the model was sure.
    """
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES and not re.search(r"\b(?:Jr|Sr|[A-Z])\.\Z", text[start:end]):
        end -= 1
    if text[start:end].endswith("'s"):
        end -= 2
    owner = re.search(r"'s? (?=[A-Z])", text[start:end])
    if owner:  # "Mali's Abdoulaye Diop"
        start += owner.end()
    stop = _STOP.search(text[start:end].replace("\n", "\n" if "\n\n" in text[start:end] else " "))
    if stop and stop.start() > 1 and _starts_a_name(text[start : start + stop.start()]):
        end = start + stop.start()
    tokens = [(m.start() + start, m.end() + start, m.group()) for m in _WORD.finditer(text[start:end])]
    while len(tokens) > 1 and tokens[0][2] in ("b", "c", "st", "lbw"):
        tokens = tokens[1:]  # of a cricket score
    if len(tokens) > 2 and tokens[1][2] in ("v", "vs", "versus"):
        tokens = tokens[2:]  # a case in court: R v Huhne
    while tokens:
        for n in (3, 2, 1):
            head = " ".join(t[2] for t in tokens[:n]).lower()
            if len(tokens) > n and (
                head in titles() or head.rstrip(".") in titles() or _is_demonym(" ".join(t[2] for t in tokens[:n])) or head in words("prefix_words")
            ):
                if n == 1 and (head in words("given_names") or (tokens[0][2] == "MS" and not tokens[1][2].isupper())):
                    continue  # Dean Okoye, Chad Wolf; the initials of MS Golwalkar
                tokens = tokens[n:]
                break
        else:
            break
    if tokens and (m := _TAIL.match(text, tokens[-1][0] if tokens[-1][2].lower() in words("particles") else tokens[-1][1])):
        tokens.append((m.start("rest"), m.end("rest"), m["rest"]))
    while len(tokens) > 1 and not is_capitalized(tokens[-1][2]) and tokens[-1][2].rstrip(".") not in ("Jr", "Sr"):
        tokens.pop()
    while len(tokens) > 1 and tokens[-1][2] in words("post_nominals"):
        tokens.pop()
    while (
        len(tokens) > 2
        and tokens[-1][2].lower() in words("verbs_that_end_a_name")
        and tokens[-2][2].lower() not in words("particles")  # bin Tarik Al Said
        and not text.isupper()
        and tokens[-1][2] != "left"
    ):
        tokens.pop()
    if len(tokens) > 1 and tokens[0][2].lower() in words("portfolios") and _OFFICE.search(text, max(0, start - 40), tokens[0][0]):
        tokens = tokens[1:]  # "Minister of Tourism Usi"
    while len(tokens) > 2 and (tokens[-1][2].lower() in words("caption_words") or _MONTH_DAY.match(text, tokens[-1][0])):
        tokens.pop()
    if not tokens or not any(is_capitalized(t[2]) for t in tokens):
        return None
    name = text[tokens[0][0] : tokens[-1][1]]
    low = name.lower()
    if low in words("pronouns") or low in words("determiners") or low in words("gods") or len(name.rstrip(".")) < 2 or low.rstrip(".") in titles():
        return None
    if (
        len(tokens) == 1
        and not trusted
        and (low in words("common_words") or (len(low) < 3 and not name.isupper() and low not in ("xi", "li", "wu", "ma", "yi", "un", "ng", "oh", "al")))
    ):
        return None
    start = tokens[0][0]
    end = tokens[-1][1]
    if name.count('"') == 1:  # Andre Pitra "Petroff"
        end = end + 1 if text[end : end + 1] == '"' else start + len(name[: name.index('"')].rstrip())
    if not re.search(r"(?:\b[A-Z]|Jr|Sr)\.\Z", name):
        end -= len(name) - len(name.rstrip("."))
    if text[end : end + 1] == "." and re.search(r"\b(?:Jr|Sr)\Z", name):
        end += 1
    return start, end


# what belongs to a surname though the model stopped before it: "Ursula von der" Leyen, "Abdel Fattah" el-Sissi
_TAIL = re.compile(
    r" ?(?P<rest>(?:(?:von|van|der|den|de|del|della|di|da|dos|du|la|le|ter|bin|ibn|al|el|ould|e|y)[ ]){1,3}[A-Z][\w'-]+|(?:al|el|ul|ibn|bin|abu)-[A-Z][\w'-]+)"
)


_STOP = re.compile(r"(?<!\b[A-Z])(?<!\b[JS]r)(?<!\bSt)(?<!\bDr)(?<!\b[CKPSTZ]h)(?<!\bYu)\.\s|[\n/;:]")  # not after initials: Th., Yu.
_OFFICE = re.compile(r"\b(?:[Mm]inister|[Ss]ecretary)(?: of| for)? \Z")
_MONTH_DAY = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d")  # will succeed Amina Jallow Feb. 1
_NEXT = re.compile(r" (?P<word>[A-Z][\w'’-]*[a-z])(?![\w])")
_PREVIOUS = re.compile(r"(?:(?P<lead>[\w,;]) |^|[\n.\"“] ?)(?P<word>[^\W\d_][\w'’-]*) \Z")


def widen(text: str, start: int, end: int, given: bytearray, taken: bytearray) -> tuple[int, int]:
    """A one-word name that is half of one: "Michael" Jordan, Tô "Lâm". `taken` marks what the model gave to anything, `given` what
    it gave to neither a person nor a place."""
    word = text[start:end]
    if " " in word:
        return start, end
    m = _NEXT.match(text, end)
    surname = m and (not _is_ordinary(m["word"]) or (m["word"].lower() in titles() and not re.match(r",? [A-Z]", text[m.end() :][:3])))  # Aaron Judge
    if m and surname and _is_given(word) and not any(given[m.start("word") : m.end("word")]):
        return start, m.end("word") - (2 if m["word"].endswith("'s") else 0)
    left = text[max(0, start - 40) : start]
    m = _PREVIOUS.search(left)
    if m and is_capitalized(m["word"]) and not _is_ordinary(m["word"]):
        first = start - len(left) + m.start("word")
        if not gazetteer.lookup(m["word"]) and titles_before(text, first)[0]:
            return first, end  # chairman Debretsion Gebremichael, whatever the model makes of Debretsion
        if any((given if _is_given(m["word"]) else taken)[first:start]):
            return start, end  # Santiago Bayas, though Santiago is a place
        inside = m["lead"] is not None and m["lead"] not in ",;" and not m["word"].isupper()
        if _is_given(m["word"]) or (inside and not gazetteer.lookup(m["word"])):
            return first, end
    return start, end


def _is_given(word: str) -> bool:
    return any(word.lower() in words(k) for k in ("given_names", "census_names", "female_names", "male_names"))


def _is_ordinary(word: str) -> bool:
    low = re.sub(r"'s\Z", "", word.lower())
    if low in words("common_words") or low in words("org_heads") or low in words("determiners") or low in words("pronouns"):
        return True
    return low in titles() or low + "." in titles() or low in words("prefix_words") or low in words("calendar_words") or _is_demonym(word)


def _starts_a_name(part: str) -> bool:
    """The part before a full stop or slash can be a name by itself, not a title's abbreviation."""
    low = part.strip().lower()
    return low not in titles() and low + "." not in titles()


def _is_demonym(phrase: str) -> bool:
    return any(e.kind == "demonym" for e in gazetteer.lookup(phrase))


def _tokens_before(text: str, start: int) -> list[tuple[int, int, str]]:
    left = text[max(0, start - _REACH) : start]
    base = start - len(left)
    cut = max(left.rfind("\n"), left.rfind(";"), left.rfind('"'), left.rfind("“"), left.rfind("("), left.rfind(")"), left.rfind(":"), left.rfind("—"))
    tokens: list[tuple[int, int, str]] = []
    for m in _WORD.finditer(left, cut + 1):
        tokens.append((m.start() + base, m.end() + base, m.group()))
        w = m.group().lower()
        if w.endswith(".") and w not in titles() and len(w) > 3 and "." not in w[:-1]:
            tokens = []  # a sentence ended here
    return tokens


def titles_before(text: str, start: int) -> tuple[list[Title], list[str], int]:
    """Titles right before a name ("former French Foreign Minister"), the countries they name, and where they begin."""
    tokens = _tokens_before(text, start)
    found: list[Title] = []
    countries: list[str] = []
    begin = start
    while tokens:
        gap = text[tokens[-1][1] : begin]
        apposed = gap == ", " and tokens[-1][2].islower()  # "the Nigerian president, Bola Tinubu"
        if gap.strip(" ,.") or ("," in gap and not found and not apposed):
            break
        held = _portfolio(tokens)  # "Secretary for Roads and Transport"
        for n in sorted({*range(min(5, len(tokens)), 0, -1), held} - {0}, reverse=True):
            phrase = " ".join(t[2] for t in tokens[-n:])
            low = re.sub(r"[-–](?:elect|designate)\Z", "", phrase.lower())
            kind = titles().get(low) or titles().get(low.rstrip(".")) or titles().get(low.removeprefix("ex-"))
            if not kind and n == held:
                kind = titles()[tokens[-n][2].lower()]
            if kind:
                n += _qualifiers(tokens[:-n])
                status: Status = "elect" if low != phrase.lower() else "former" if low.startswith("ex-") else "current"
                rest = tokens[:-n]
                status, rest = _status(rest, status)
                if rest and "," in text[rest[-1][1] : tokens[-n][0]]:
                    rest = []  # "of India, Mayor Sadiq Khan"
                codes, rest = _owner(text, rest)
                if not countries:
                    countries += codes
                status, rest = _status(rest, status)
                if kind != "courtesy":
                    found.append(Title(text[tokens[-n][0] : tokens[-1][1]], kind, status))
                begin = tokens[-n][0]
                tokens = rest
                break
        else:
            break
    if not found and tokens and (codes := _owner(text, tokens)[0]) and text[tokens[-1][1] : start] == " ":
        countries = codes if _is_demonym(tokens[-1][2]) else []
    return found, countries, begin


def _qualifiers(tokens: list[tuple[int, int, str]]) -> int:
    """How many words at the end of the tokens say what a title after them is for: "foreign policy" chief, "Country" Director."""
    n = 0
    while n < min(4, len(tokens)) and _qualifies(tokens[-1 - n][2]):
        n += 1
        if len(tokens) > n + 1 and tokens[-1 - n][2] == "and" and _qualifies(tokens[-2 - n][2]):
            n += 1  # Health and Welfare Minister
    return n


def _qualifies(word: str) -> bool:
    return word.lower() in words("title_qualifiers") or word.lower() in words("portfolios")


def _held(tokens: list[tuple[int, int, str]]) -> int:
    """The tokens at the start that say what a title before them is for: "Minister" for Emergency Management; 0 when none do."""
    n = 1
    while n < len(tokens) and (_qualifies(tokens[n][2]) or tokens[n][2] in ("and", "the")):
        n += 1
    while n > 1 and tokens[n - 1][2] in ("and", "the"):
        n -= 1
    return n if n > 1 and tokens[0][2] in ("for", "of") else 0


def _portfolio(tokens: list[tuple[int, int, str]]) -> int:
    """The tokens of a title with its portfolios at the end of the tokens: "Minister of Works and Housing"; 0 when there is none."""
    n = 0
    while n < min(9, len(tokens)) and (_qualifies(tokens[-1 - n][2]) or (n and tokens[-1 - n][2].lower() in ("and", "the"))):
        n += 1
    if 0 < n < len(tokens) - 1 and tokens[-1 - n][2].lower() in ("of", "for") and tokens[-2 - n][2].lower() in titles():
        return n + 2
    return 0


def _status(tokens: list[tuple[int, int, str]], status: Status) -> tuple[Status, list[tuple[int, int, str]]]:
    groups: tuple[tuple[str, Status], ...] = (("title_former", "former"), ("title_acting", "acting"), ("title_elect", "elect"), ("title_late", "late"))
    while tokens:
        low = tokens[-1][2].lower()
        new = next((s for g, s in groups if low in words(g)), None)
        if new is None and low not in words("title_before"):
            break
        status = new or status
        tokens = tokens[:-1]
    return status, tokens


def _owner(text: str, tokens: list[tuple[int, int, str]]) -> tuple[list[str], list[tuple[int, int, str]]]:
    """Country adjective or possessive at the end of the tokens."""
    for n in range(min(4, len(tokens)), 0, -1):
        phrase = re.sub(r"'s?\Z", "", text[tokens[-n][0] : tokens[-1][1]])
        codes = [e.code for e in gazetteer.lookup(phrase) if e.kind in ("demonym", "country") and e.code]
        if codes:
            return (codes if len(set(codes)) == 1 else []), tokens[:-n]
    return [], tokens


_OF = re.compile(r" (?:of|for) (?:the )?([A-Z][\w.' -]{2,40})")


def country_after(text: str, end: int) -> list[str]:
    """The country that a title or a titled name belongs to: "president of the Comoros", "President Azali Assoumani of the Comoros"."""
    of = _OF.match(text, end)
    parts = of[1].split() if of else []
    for k in range(len(parts), 0, -1):
        found = gazetteer.lookup(" ".join(parts[:k]).rstrip("."))
        if found:  # Georgia can be a state
            return [found[0].code] if found[0].code and all(e.kind == "country" for e in found) else []
    return []


_AFTER = re.compile(r"\A(?:, \d{1,3})?,? (?:who (?:is|was|served as) )?(?:the |a |an |his |her |their )?(?P<rest>[A-Za-z][^,.;:()\n\"“”]{2,80})")


def titles_after(text: str, end: int) -> tuple[list[Title], list[str]]:
    """Titles in apposition after a name: "Lavrov, Russia's foreign minister,"."""
    if text[end : end + 1] != ",":
        return [], []
    m = _AFTER.match(text[end : end + _REACH + 20])
    if not m:
        return [], []
    tokens = [(x.start(), x.end(), x.group()) for x in _WORD.finditer(m["rest"])]
    rest = m["rest"]
    for i in range(min(len(tokens), 7)):
        for n in range(min(5, len(tokens) - i), 0, -1):
            phrase = " ".join(t[2] for t in tokens[i : i + n]).lower()
            kind = titles().get(phrase)
            if kind and kind not in ("courtesy", "honorific"):
                before = tokens[: i - _qualifiers(tokens[:i])]
                first = tokens[len(before)]
                if re.match(r"\.? ?[A-Z]", rest[tokens[i + n - 1][1] :]):
                    return [], []  # the next name's title, not this one's
                status, left = _status(before, "current")
                codes, left = _owner(rest, left)
                status, left = _status(left, status)
                if left and any(t[2][0].islower() and t[2] not in ("of", "the") and not t[2].endswith("'s") for t in left):
                    return [], []
                end = tokens[i + n + _held(tokens[i + n :]) - 1][1]
                return [Title(rest[first[0] : end], kind, status)], codes or country_after(rest, tokens[i + n - 1][1])
    return [], []


def title_led(text: str) -> list[tuple[int, int]]:
    """Names that a title announces ("Sgt. Matt Knowles"), whatever the model says: ranges of the names."""
    out = []
    for m in _title_pattern().finditer(text):
        start, end = m.span("name")
        if any(w.rpartition("-")[2] in words("compound_ends") for w in m["name"].split()):
            continue  # "General Motors-backed Cruise"
        name = (start, end) if m["given"] is not None else clean_name(text, start, end)
        if name is not None:
            out.append(name)
    return out


@cache
def _title_pattern() -> re.Pattern[str]:
    spoken = {form for t in titles() if titles()[t] != "executive" and t not in words("loose_titles") for form in (t[:1].upper() + t[1:], t.title(), t.upper())}
    heads = any_of(form for form in spoken | {"PM"} if not form.isupper() or len(form) > 4 or form == "PM")
    part = r"(?:[A-Z][\w'’.-]*|(?:al|el|ul|ibn|bin|abu)[- ][A-Z][\w'-]+|O'[A-Z]\w+)"
    joint = r"(?: (?:bin|ibn|van|von|der|den|de|del|la|da|dos|el|al|ould|ter)){0,2}"
    name = rf"\((?P<given>[A-Z][\w'-]+)\) [A-Z][\w'-]+|{part}(?:{joint} +{part}){{0,3}}"  # within its line: soft breaks are spaces
    return re.compile(rf"(?<![\w-])(?<!\d )(?=[A-Z])(?:{heads})(?:-elect)?(?<!\.)\.? +(?P<name>{name})(?![\w])")
