"""What stands under the story: links to other stories, appeals, comments, who the writers are."""

from __future__ import annotations

import re

from extractor import resources
from extractor.article.lines import ENDS, NAME_LINE, Kinds, Line, count_words, cued, is_item, tells
from extractor.article.top import is_about, names_of
from extractor.types import SectionKind

_APPEAL_LINES = 40
_LAST = 8  # lines at the end among which a writer's own box stands
_LETTER = re.compile(r"\s*(?:(?:dear )?(?:sir|madam|editor|sirs)\b|to the editor\b)", re.I)


def mark_tail(lines: list[Line], kinds: Kinds) -> None:
    """Everything after the story."""
    _related(lines, kinds)
    _appeal(lines, kinds)
    _comments(lines, kinds)
    _writers(lines, kinds)
    _headlines(lines, kinds)
    _signed_letter(lines, kinds)


def _related(lines: list[Line], kinds: Kinds) -> None:
    """From a label such as "More stories" on, where most lines are links and the story does not go on; else its links up to the story."""
    n = len(lines)
    labels = [i for i in range(n) if cued(lines[i].text, "related", "tails")]
    if not labels:
        return
    tails = [i for i in labels if i >= n // 3]
    links, first, sentences = 0, n, [_is_sentence(lines[i], kinds[i]) for i in range(n)]
    for i in range(n - 1, min(tails, default=n) - 1, -1):  # counted from below, once for all
        if i + 2 < n and sentences[i + 1] and sentences[i + 2]:
            break
        if tails[-1] == i:
            tails.pop()
            first = i if links >= max(1, (n - i - 1) * 0.6) and not (i + 1 < n and sentences[i + 1]) else first
        links += kinds[i] is not None or is_item(lines[i].text)
    for i in range(first, n):
        if kinds[i] not in ("boilerplate", "credit"):
            kinds[i] = "related"
    for i in (i for i in labels if 0 < i < first):
        end = next((j for j in range(i + 1, first) if kinds[j] is not None or not is_item(lines[j].text)), first)
        if end < n and kinds[end] is None and end - i > 2 and not tells(lines[end - 1].text):
            end -= 1  # a heading of the story
        if end - i > 1:
            kinds[i:end] = ["related"] * (end - i)


def _is_sentence(line: Line, kind: SectionKind | None) -> bool:
    return kind is None and len(line.text) > 40 and ENDS.search(line.text) is not None


def _appeal(lines: list[Line], kinds: Kinds) -> None:
    for i in range(1, len(lines)):
        if cued(lines[i].text, "boilerplate", "appeal"):
            end = _appeal_end(lines, i)
            if end:
                kinds[i:end] = ["boilerplate"] * (end - i)
                return


def _appeal_end(lines: list[Line], start: int) -> int | None:
    """The line after an appeal for money or readers that starts here; None when too little speaks of either."""
    asking = resources.toml("layout")["boilerplate"]["appeal_words"]
    said, end = 0, start
    for i in range(start, min(len(lines), start + _APPEAL_LINES)):
        found = sum(lines[i].text.lower().count(w) for w in asking)
        if found:
            end = i + 1
        elif i - end >= 3:
            break
        said += found
    return end if said >= 3 else None


def _comments(lines: list[Line], kinds: Kinds) -> None:
    """Readers' comments run to the end."""
    seen = False
    for i, line in enumerate(lines):
        if seen and cued(line.text, "boilerplate", "comments"):
            for j in range(i, len(lines)):
                if kinds[j] != "related":
                    kinds[j] = "boilerplate"
            return
        seen = seen or (kinds[i] is None and ENDS.search(line.text) is not None)


def _writers(lines: list[Line], kinds: Kinds) -> None:
    names = names_of([line.text for line, kind in zip(lines, kinds, strict=True) if kind in ("byline", "credit")])
    if not names:
        return
    story = max((i for i, k in enumerate(kinds) if k == "byline"), default=0)
    for i in range(max(story + 2, len(lines) - _LAST), len(lines)):
        if kinds[i] is None and is_about(lines[i].text, names):
            kinds[i] = "boilerplate"


def _headlines(lines: list[Line], kinds: Kinds) -> None:
    """A run of headlines at the end: of four or more, or under a label or the closing credit."""
    n = len(lines)
    tail = n
    while tail > 0 and (kinds[tail - 1] in ("related", "boilerplate") or (kinds[tail - 1] is None and _links(lines[tail - 1].text))):
        tail -= 1
    run = [i for i in range(tail, n) if kinds[i] is None]
    if not run:
        return
    sentences = [i for i in range(n) if kinds[i] is None and len(lines[i].text) > 80 and ENDS.search(lines[i].text)]
    above = kinds[run[0] - 1] if run[0] else None
    led = above == "credit" or (above == "related" and cued(lines[run[0] - 1].text, "related"))
    if (len(run) >= 4 or led) and len(sentences) >= (1 if led else 3) and sentences[-1] < tail:
        for i in run:
            kinds[i] = "related"


def _links(text: str) -> bool:
    """A headline of another story, or a label over such in capitals: IN THE HEADLINES."""
    return tells(text) or (text.strip().isupper() and is_item(text) and 1 < count_words(text) < 6)


def _signed_letter(lines: list[Line], kinds: Kinds) -> None:
    """The names under a letter to the editor."""
    if not any(kinds[i] is None and _LETTER.match(lines[i].text) for i in range(min(6, len(lines)))):
        return
    for i in range(len(lines) - 1, max(0, len(lines) - 4), -1):
        if kinds[i] is None and (NAME_LINE.match(lines[i].text) or len(lines[i].text.split()) < 3):
            kinds[i] = "byline"
        elif kinds[i] is None:
            return
