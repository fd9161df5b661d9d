"""Personal names in running text: what is part of the name and what is not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from extractor import gazetteer
from extractor.resources import compiled, first_names, words
from extractor.titles.leading import titles_before
from extractor.titles.offices import WORD, is_demonym, is_title, kinds
from extractor.titles.seated import is_over
from extractor.types import Span

PROPER = r"[A-Z][\w'’-]{1,30}"  # a word of a name, for patterns: bounded, so that a page of one long word is not searched anew at each hyphen
_EDGES = " \t\n\r.,;:!?\"“”'‘’«»()[]{}<>*_|/\\–—-•…0123456789"


OWNS = ("'s ", "’s ")  # after an owner
_AFTER_SURNAME = re.compile(r"(?<=\w),? (?:[JS]r\.?|I{2,3}|IV)\Z")


def surname(name: str) -> str:
    """The last word of a name, Jr. and the like apart."""
    return _AFTER_SURNAME.sub("", name).split()[-1]


def surnames_of(people: Iterable[Span], text: str) -> set[str]:
    """The surnames of those who are named with more than one word."""
    return {surname(name) for s in people if len((name := text[s.start : s.end]).split()) > 1}


def leading_surnames_of(people: Iterable[Span], text: str) -> set[str]:
    """The surnames that stand before a given name, as in China or Korea: Su of Su Chen-kang, Xu of Xu Jun."""
    full = (name.split() for s in people if " " in (name := text[s.start : s.end]))
    return {parts[0] for parts in full if is_surname_first(parts)}


def is_surname_first(parts: Sequence[str]) -> bool:
    """Whether a full name begins with no first name, or ends in a double given one: Wang Yi, Kim Dae-ki."""
    return parts[0].lower() not in first_names() or "-" in parts[-1]


def is_capitalized(word: str) -> bool:
    """The word, without a prefix as in el-Sisi or d'Arc, begins with a capital."""
    return any(p[:1].isupper() for p in re.split(r"[-' ]", word))


_DAYS = frozenset({"Today", "Tomorrow", "Yesterday", "Tonight"})
_ON_A_DAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?= [a-z])")


def clean_name(text: str, start: int, end: int, trusted: bool = False) -> tuple[int, int] | None:
    """Shrink [start, end) to the bare name: no titles, demonyms, possessive or punctuation. None when no name is left.

    `trusted` keeps a one-word name that is also a common word (Sun, Hu): the model was sure.
    """
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES and not re.search(r"(?<![\w-])(?:Jr|Sr|[A-Z])\.\Z", text[start:end]):
        end -= 1
    if text[start:end].endswith("'s"):
        end -= 2
    owner = re.search(r"'s? (?=[A-Z])", text[start:end])
    if owner:  # "Mali's Abdoulaye Diop"
        start += owner.end()
    stop = _STOP.search(text[start:end].replace("\n", "\n" if "\n\n" in text[start:end] else " "))
    if stop and stop.start() > 1 and _starts_a_name(text[start : start + stop.start()]):
        end = start + stop.start()
    tokens = [(m.start() + start, m.end() + start, m.group()) for m in WORD.finditer(text[start:end])]
    while len(tokens) > 1 and tokens[0][2] in ("b", "c", "st", "lbw", "bt", "def", "d"):
        tokens = tokens[1:]  # of a cricket score, of results of tennis
    if len(tokens) > 2 and tokens[1][2] in ("v", "vs", "versus"):
        tokens = tokens[2:]  # a case in court: R v Huhne
    for i in range(1, len(tokens) - 1):  # Johor Menteri Besar Onn Hafiz
        if (n := _long_title(tokens, i) or _after_acronym(tokens, i)) and i + n < len(tokens):
            tokens = tokens[i + n :]
            break
    if len(tokens) > 2 and tokens[0][2].endswith("s") and kinds().get(tokens[1][2].lower()) in (*_NOBLE, "sheikh") and not is_given(tokens[0][2]):
        tokens = tokens[2:]  # Jordan's King Restricts Prince Hamza
    while tokens:
        for n in (3, 2, 1):
            head = " ".join(t[2] for t in tokens[:n]).lower()
            if len(tokens) > n and (
                is_title(head) or head.rstrip(".") in kinds() or is_demonym(" ".join(t[2] for t in tokens[:n])) or head in words("prefix_words")
            ):
                first_name = head in words("given_names") or (kinds().get(head) in _NOBLE and re.fullmatch(r"[A-Z]\.?", tokens[1][2]))
                if n == 1 and (re.fullmatch(r"[A-Z]\.", tokens[0][2]) or first_name or _has_initials(tokens)):
                    continue  # A. Stewart; Dean Okoye, Chad Wolf; Sultan A. Al-Marshad
                tokens = tokens[n:]
                break
        else:
            break
    if tokens and (m := _TAIL.match(text, tokens[-1][0] if tokens[-1][2].lower() in words("particles") else tokens[-1][1])):
        tokens.append((m.start("rest"), m.end("rest"), m["rest"]))
    if not (tokens and tokens[0][2] == "To" and titles_before(text, tokens[0][0])[0]):  # General Secretary To Lam
        tokens = _before_verb(tokens)
    at = next((i for i in range(1, len(tokens)) if tokens[i][2] in _JOINTS), 0)
    if at and len(tokens) > at + 1:
        tokens = tokens[at + 1 :]  # Allied With Imran Khan
    while len(tokens) > 1 and not is_capitalized(tokens[-1][2]) and tokens[-1][2].rstrip(".") not in ("Jr", "Sr"):
        tokens.pop()
    while len(tokens) > 1 and (tokens[-1][2] in words("post_nominals") or _is_office(tokens)):
        tokens.pop()
    if len(tokens) > 3 and tokens[-1][2].isupper() and tokens[-2][2].isupper() and not tokens[0][2].isupper():
        town = gazetteer.lookup(text[tokens[-2][0] : tokens[-1][1]])
        tokens = tokens[:-2] if any(e.kind == "capital" for e in town) else tokens  # Văn Điệp HÀ NỘI, as run together
    if tokens and (page := _PAGE.search(tokens[-1][2])):
        tokens[-1] = (tokens[-1][0], tokens[-1][1] - len(page.group()), tokens[-1][2][: page.start()])  # like Raila Odinga.Politics
    if tokens and (glued := _GLUED.search(tokens[-1][2])):
        tokens[-1] = (tokens[-1][0], tokens[-1][1] - len(glued.group()), tokens[-1][2][: glued.start()])  # REUTERS/Ana RuaREUTERS
    while (
        len(tokens) > 2
        and tokens[-1][2].lower() in words("verbs_that_end_a_name")
        and tokens[-2][2].lower() not in words("particles")  # bin Tarik Al Said
        and not text.isupper()
        and tokens[-1][2] != "left"
        and not (tokens[-1][2] == "Said" and text[tokens[-1][1] : tokens[-1][1] + 1] in (".", ",", ")"))  # Azalina Othman Said
    ):
        tokens.pop()
    while len(tokens) > 1 and _TO_A_LAND.match(text, tokens[-1][1]) and kinds().get(tokens[-1][2].lower()) in _SENT:
        tokens.pop()  # Pope Names Archbishop Wachowski Nuncio to Iraq
    if len(tokens) > 1 and is_of_title(text, *tokens[0][::2]):
        tokens = tokens[1:]  # Chief of "Staff Ana Rua", Leader of the "Opposition Ana Rua"
    while len(tokens) > 1 and tokens[-1][2].lower() in words("events_after_a_name") and tokens[-1][2].istitle():
        tokens.pop()  # General Kirillov Assassination
    if len(tokens) > 1 and tokens[0][2].lower() in words("portfolios") and OFFICE.search(text, max(0, start - 40), tokens[0][0]):
        tokens = tokens[1:]  # "Minister of Tourism Usi"
    first = tokens[0][2] if len(tokens) > 2 else ""
    if _CAPITALS.fullmatch(first) and (gazetteer.listed_bodies(first) or first in _alone(text)):
        tokens = tokens[1:]  # CEC Rajiv Kumar, where the CEC said more; Chairman PCB Mohsin Naqvi
    if len(tokens) > 2 and not is_given(tokens[0][2]) and any(e.kind == "country" and not e.weak for e in gazetteer.lookup(tokens[0][2])):
        tokens = tokens[1:]  # Pakistan Saeed Anwar
    before = _WORD_BEFORE.search(text, max(0, tokens[0][0] - 20), tokens[0][0]) if tokens and not is_given(tokens[0][2]) else None
    if before and is_over(before[1], tokens[0][2]) and (len(tokens) > 1 or text.startswith(", ", tokens[0][1])):
        tokens = tokens[1:]  # Governor Sindh Kamran Tessori; the Chief Minister Punjab, Mohsin Naqvi
    while len(tokens) > 2 and (tokens[-1][2].lower() in words("caption_words") or _MONTH_DAY.match(text, tokens[-1][0])):
        tokens.pop()
    while len(tokens) > 1 and tokens[-1][2] in _DAYS:
        tokens.pop()  # President Trump Today
    while len(tokens) > 1 and _ON_A_DAY.match(text, tokens[-1][0]) and (len(tokens) > 2 or not is_given(tokens[0][2])):
        tokens.pop()  # Keith Rowley Thursday called on them; not Joseph Sunday
    if not tokens or not any(is_capitalized(t[2]) for t in tokens) or (len(tokens) == 1 and _MONTH_DAY.match(text, tokens[0][0])):
        return None  # By Own Correspondent Sep. 19
    if (
        len(tokens) == 1
        and (m := _WORD_BEFORE.search(text, max(0, tokens[0][0] - 20), tokens[0][0]))
        and "," not in m[0]
        and f"{m[1]} {tokens[0][2]}".lower() in kinds()
    ):
        return None  # Datuk Seri
    if len(tokens) > 1 and all(t[2].lower() in words("unnamed_writers") for t in tokens):
        return None  # Online Reporters
    name = text[tokens[0][0] : tokens[-1][1]]
    low = name.lower()
    if re.fullmatch(NUMBER, name) or (tokens[-1][2] in ("No", "No.") and _NUMBERED.match(text, tokens[-1][1])):
        return None  # Finance Minister II Datuk Seri Amir; Sen. Revilla's S. No. 446
    if low in words("pronouns") or low in words("determiners") or low in words("gods") or len(name.rstrip(".")) < 2 or low.rstrip(".") in kinds():
        return None
    if (
        len(tokens) == 1
        and not trusted
        and (
            low in words("common_words")
            or low in words("unnamed_writers")
            or name in words("peoples")
            or (len(low) < 3 and not name.isupper() and low not in ("xi", "li", "wu", "ma", "yi", "un", "ng", "oh", "al"))
        )
    ):
        return None
    start = tokens[0][0]
    end = tokens[-1][1]
    if name.count('"') == 1:  # Andre Pitra "Petroff"
        end = end + 1 if text[end : end + 1] == '"' else start + len(name[: name.index('"')].rstrip())
    if not re.search(r"(?<![\w-])(?:[A-Z]|Jr|Sr)\.\Z", name):
        end -= len(name) - len(name.rstrip("."))
    half = _LOWER_HALF.match(text, end) if len(tokens) > 1 and len(tokens[-1][2]) < 6 else None
    if half and half["half"] not in words("compound_ends"):
        end = half.end()
    if text[end : end + 1] == "." and re.search(r"\b(?:Jr|Sr)\Z", name):
        end += 1
    return start, end


_TO_A_LAND = re.compile(r" (?:to|for) [A-Z]")
_SENT = frozenset({"envoy", "ambassador", "diplomat", "clergy"})
_LED = re.compile(r"\b([A-Za-z][a-z]+ of(?: the)?) \Z")


def is_of_title(text: str, start: int, word: str) -> bool:
    """A word that begins at `start` is the last one of a title: Chief of "Staff"."""
    led = _LED.search(text, max(0, start - 30), start)
    return led is not None and f"{led[1]} {word}".lower() in kinds()


_GLUED = re.compile(r"(?<=[a-z])\.?(?:REUTERS|AFP|EPA|EFE|AP|ANI|PTI)\Z")
_PAGE = compiled(r"(?<=[A-Za-z]{3})\.[A-Z][a-z]+\Z")
_JOINTS = frozenset({"With", "Against", "Amid", "From"})  # of headlines
_NOBLE = frozenset({"monarch", "prince", "noble"})  # whose titles are first names, too
_LOWER_HALF = compiled(r"-(?P<half>[a-z]{2,5})(?![\w-])")  # Chong Suk-fan
_CAPITALS = re.compile(r"[A-Z]{3,6}")
_ALONE = re.compile(r"\b[Tt]he ([A-Z]{3,6})\b(?! [A-Z])")
_NUMBERED = re.compile(r"\.? ?\d")


@lru_cache(maxsize=2)
def _alone(text: str) -> frozenset[str]:
    """The acronyms that stand for a body somewhere in a text: "the CEC"."""
    return frozenset(_ALONE.findall(text))


def _is_office(tokens: list[tuple[int, int, str]]) -> bool:
    """The last word is an office or a dateline in capitals, which the name is not in: David Morales CEO, by Ana Rua BISHKEK."""
    last = tokens[-1][2]
    told = last.lower() in kinds() or (len(last) > 3 and any(e.kind in ("capital", "country") for e in gazetteer.lookup(last)))
    return len(last) > 1 and last.isupper() and told and not any(t[2].isupper() and len(t[2]) > 1 for t in tokens[:-1])


def _before_verb(tokens: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """A name in a headline in title case ends before the verb: "Governor Mutfwang" Condemns Attack; none begins with a preposition."""
    first = tokens[0][2] if tokens else ""
    if (first.lower() in words("no_names_begin") and first != "The") or first in ("IN", "ON"):
        return []
    if len(tokens) > 1 and is_verb(first) and first.endswith("s") and not is_given(first):
        return _before_verb(tokens[1:])  # Urges Biden
    return next((tokens[:i] for i in range(1, len(tokens)) if is_verb(tokens[i][2])), tokens)


_VERB = re.compile(r"[A-Z][a-z]+(?:izes|ifies)")  # Criticizes


def is_verb(word: str) -> bool:
    """A verb of headlines."""
    return word.lower() in words("headline_verbs") or _VERB.fullmatch(word) is not None


def _long_title(tokens: list[tuple[int, int, str]], i: int) -> int:
    """How many words of a title of two or three stand in the middle of a name; 0 for none."""
    return next((n for n in (3, 2) if " ".join(t[2] for t in tokens[i : i + n]).lower() in kinds() and len(tokens) >= i + n), 0)


def _after_acronym(tokens: list[tuple[int, int, str]], i: int) -> bool:
    """A title of one word stands there after nothing but an acronym: BNP Chairperson Khaleda Zia."""
    return tokens[i][2].lower() in kinds() and tokens[i][2].istitle() and all(t[2].isupper() and len(t[2]) > 1 for t in tokens[:i])


# what belongs to a surname though the model stopped before it: "Ursula von der" Leyen, "Abdel Fattah" el-Sissi
_TAIL = compiled(
    r" ?(?P<rest>(?:(?:von|van|der|den|de|del|della|di|da|dos|du|la|le|ter|bin|ibn|al|el|ould|e|y)[ ]){1,3}[A-Z][\w'-]+|(?:al|el|ul|ibn|bin|abu)-[A-Z][\w'-]+)"
)


INITIALS = ("[A-Z]", "[CKPSTZ]h", "Yu")  # Th. and Yu. are one letter in other scripts
_STOP = re.compile("".join(rf"(?<!\b{short})" for short in (*INITIALS, "[JS]r", "St", "Dr", "Md", "M[ou]hd")) + r"\.\s|[\n/;:|]| -- ")
_WORD_BEFORE = compiled(r"([A-Z]\w+),? \Z")
OFFICE = re.compile(r"\b(?:(?:[Mm]inister|[Ss]ecretary)(?: of| for)?|(?:[Gg]eneral|[Cc]ommissioner|[Ss]uperintendent|[Dd]irector|[Cc]hief) of) \Z")
_MONTH_DAY = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d")  # will succeed Amina Jallow Feb. 1
NAME_NEXT = compiled(r" [A-Z][a-z]")
NUMBER = r"(?:I{2,3}|IV|VI{0,3}|IX)"  # of a king


def is_given(word: str) -> bool:
    low = word.lower()
    return low in words("given_names") or low in words("census_names") or gazetteer.fold(word) in first_names()


def _starts_a_name(part: str) -> bool:
    """The part before a full stop or slash can be a name by itself, not a title's abbreviation."""
    low = part.strip().lower()
    return not is_title(low)


def _has_initials(tokens: list[tuple[int, int, str]]) -> bool:
    """MS Golwalkar and CS Lewis, but CS Kipchumba Murkomen."""
    first = tokens[0][2]
    return (first == "MS" and not tokens[1][2].isupper()) or (first == "CS" and len(tokens) == 2)
