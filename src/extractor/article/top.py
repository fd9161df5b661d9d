"""What stands over the story: section labels, title, standfirst, who wrote it."""

from __future__ import annotations

import re

from extractor.article.lines import BULLET, ENDS, NAME_LINE, Kinds, Line, asks_or_quotes, begins_story, count_words, is_dateline, is_headline, is_item
from extractor.resources import compiled

_DECK = 300  # characters: longer sentences over a byline are the story
_REACH = 4  # lines between a sentence over the byline and the byline
_DATED = re.compile(r"\b\d{4}\b|\bread\b", re.I)
_BIO = compiled(r"(?P<name>[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+)*) (?:is|was|has|covers?|reports?|writes?|teaches|works?|leads|edits|studies|heads|joined)\b")
_PLACED = compiled(r"\s*(?:[A-Z][\w'’.-]+ ){2,4}(?:and (?:[A-Z][\w'’.-]+ ){2,4})?(?:in|with|for) [A-Z][\w.-]*(?:,? (?:and |in )?[A-Z][\w.-]*){0,5}\s*\Z")
_PERSONAL = compiled(r"[A-Z][\w'’-]+(?: (?:[A-Z][\w'’.-]*|de|van|von|der|bin|al|el|la|da|dos))+")


def mark_top(lines: list[Line], kinds: Kinds) -> None:
    """Title, standfirst and names before the first paragraph of the body."""
    n = len(lines)
    stamped = _mark_stamped(lines, kinds)
    body = next((i for i in range(n) if kinds[i] is None and begins_story(lines, i) and not _is_standfirst(lines, kinds, i)), n)
    body = body if stamped is None else min(body, stamped + 1)  # whatever is under it: a table
    if body == n and n == 1:
        return
    title = _title(lines, kinds, body)
    for i in range(body):
        t = lines[i].text
        if kinds[i] is not None:
            continue
        if i == title or (title is not None and t.strip() == lines[title].text.strip()):
            kinds[i] = "title"
        elif BULLET.match(t):
            kinds[i] = "standfirst"
        elif title is not None and i < title:
            kinds[i] = "byline" if NAME_LINE.match(t) and i > 0 else "header" if is_item(t) and count_words(t) < 5 else None
        elif (NAME_LINE.match(t) and i > 0) or (title is not None and _PLACED.match(t)) or _signs(lines, kinds, i):
            kinds[i] = "byline"
        elif title is not None:
            kinds[i] = "standfirst"
    if title is not None:
        again = [i for i in range(title + 1, min(n, title + 8)) if lines[i].text.strip() == lines[title].text.strip()]
        for i in range(title + 1, again[-1] if again else title + 1):
            kinds[i] = kinds[i] or "standfirst"
        for i in again:
            kinds[i] = "title"
    for i in range(body, min(body + 3, n)):  # "Ana Vale teaches law in Lima." under "Ana Vale"
        if kinds[i] is None and _signs(lines, kinds, i):
            kinds[i] = "byline"


def _mark_stamped(lines: list[Line], kinds: Kinds) -> int | None:
    """Over a line of place and date, whose index this is, stands a wire's headline, which ends in a full stop, and who wrote the story."""
    for i in range(min(_REACH, len(lines))):
        if is_dateline(lines[i].text):
            kinds[i] = "body"
            if i and kinds[0] is None and len(lines[0].text) <= _DECK:
                kinds[0] = "title"
            for j in range(1, i):
                kinds[j] = kinds[j] or ("byline" if NAME_LINE.match(lines[j].text) else "title")
            return i
    return None


def _title(lines: list[Line], kinds: Kinds, body: int) -> int | None:
    """The first headline over the story; a label of a few words gives way to the headline right under it."""
    able = [i for i in range(body) if kinds[i] is None and not BULLET.match(lines[i].text)]
    able = [i for i in able if is_headline(lines[i].text) or (i == 0 and asks_or_quotes(lines[i].text))]
    named = [i for i in able if not NAME_LINE.match(lines[i].text)] or able
    for k, i in enumerate(named):
        under = named[k + 1] if k + 1 < len(named) else None
        label = count_words(lines[i].text) < 4 or "|" in lines[i].text or " > " in lines[i].text or lines[i].text.strip().isupper()
        if not (label and under is not None and under - i < 3 and count_words(lines[under].text) > count_words(lines[i].text)):
            return i
    return None


def _is_standfirst(lines: list[Line], kinds: Kinds, i: int) -> bool:
    """A whole sentence between the title and the byline or date is no story yet."""
    if len(lines[i].text) > _DECK or not any(kinds[j] is None for j in range(i)):
        return False
    for j in range(i + 1, min(i + _REACH, len(lines))):
        if kinds[j] == "byline" or (kinds[j] == "header" and _DATED.search(lines[j].text)):
            return True
        if kinds[j] is None and not NAME_LINE.match(lines[j].text) and not _PLACED.match(lines[j].text):
            return False
    return False


def _signs(lines: list[Line], kinds: Kinds, i: int) -> bool:
    """Under a byline: where its writers work, or who they are."""
    t = lines[i].text.strip()
    if i == 0 or kinds[i - 1] != "byline":
        return False
    if m := _BIO.match(t):
        return m["name"].casefold() in names_of([lines[i - 1].text]) | {lines[i - 1].text.strip().casefold()}
    return count_words(t) <= 6 and not ENDS.search(t) and all(w[:1].isupper() or w in ("in", "of", "and", "the", "|", "for") for w in t.split())


def names_of(bylines: list[str]) -> set[str]:
    """The names in bylines, case folded."""
    return {m.group().casefold() for t in bylines for m in _PERSONAL.finditer(t[:200])}


def is_about(text: str, names: set[str]) -> bool:
    """The line says who one of the writers is."""
    t = text.strip()
    m = _BIO.match(t)
    whole = t.casefold()
    return whole in names or (m is not None and any(n == m["name"].casefold() or n.split()[0] == m["name"].casefold() for n in names))
