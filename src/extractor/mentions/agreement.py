"""One kind for one string in an article: the model's mentions vote, full names decide for their surnames, the verdict goes everywhere."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence, Set

from extractor import gazetteer
from extractor.mentions import firms, names
from extractor.mentions.beside import is_unlisted
from extractor.mentions.evidence import evidence
from extractor.mentions.placed import SPEAKS
from extractor.resources import any_of, compiled, cues, geonames, words
from extractor.titles import apposed, leading
from extractor.titles.offices import kinds
from extractor.types import Span

_ACRONYM = compiled(r"[A-Z][A-Z0-9&.-]{1,9}\Z")

_IN = re.compile(r"\b(?:in|near|outside|retook|overran|besieged|shelled|bombed) \Z")
_DEFINED = compiled(
    r" \((?P<acronym>[A-Z][A-Z&.-]{1,9})\)"
    rf"|,? {cues('known_as')} (?P<known>[A-Z]{{3,9}})\b"
)
_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


def agree(text: str, people: list[Span], orgs: list[Span], places: list[Span], other: Sequence[Span]) -> tuple[list[Span], list[Span], list[Span]]:
    """One kind for one string in an article: votes, with full names of people deciding for their surnames; then every occurrence."""
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for kind, spans in (("PERSON", people), ("ORG", orgs), ("PLACE", places), ("OTHER", other)):
        for s in spans:
            surface = flat(text[s.start : s.end])
            votes[surface][kind] += 3.0 if s.rule == "title-name" else s.score or 1.0
    for s in people:  # "a speech in Wuhan"
        if _IN.search(text, max(0, s.start - 12), s.start) and geonames(surface := flat(text[s.start : s.end])):
            votes[surface]["PLACE"] += 1.5
    for s in orgs:  # "Workers and Helpers Union (DSAWHU)"
        if m := _DEFINED.match(text, s.end):
            votes[m["acronym"] or m["known"]]["ORG"] += 5.0
    for surface, kind, weight in evidence(text, people, orgs, places):
        votes[flat(surface)][kind] += weight
    _vote_for_bodies(text, people, places, votes)
    _vote_for_companies(text, places, votes)
    _vote_for_people(text, (*orgs, *places), people, votes)
    full = {k for k, v in votes.items() if " " in k and max(v, key=lambda kind: v[kind]) == "PERSON"}
    where: dict[str, list[int]] = defaultdict(list)
    for s in people:
        where[flat(text[s.start : s.end])].append(s.start)
    articled = Counter(m[1] for m in _ARTICLED.finditer(text))
    for name in full:
        _vote_for_parts(text, name, where[name], votes, articled)
    decided = {k: max(v, key=lambda kind: (v[kind], kind == "PERSON")) for k, v in votes.items() if v}
    for name in full:
        last = names.surname(name)
        if (
            len(last) > 2
            and last not in decided
            and not gazetteer.is_sure(last)
            and last.lower() not in words("common_words")
            and last.lower() not in words("org_heads")
        ):
            decided[last] = "PERSON"
    titled_like = {last for last in {names.surname(name) for name in full} if _is_surname_here(text, last)}
    decided |= dict.fromkeys(titled_like, "PERSON")
    decided |= {m[1]: "PERSON" for name in full if (m := _AL.fullmatch(names.surname(name))) and m[1] in decided and not gazetteer.lookup(m[1])}
    surnames = {names.surname(name).upper() for name in full}
    decided |= {k: "PERSON" for k in decided if k.isupper() and len(k) > 3 and k in surnames and not gazetteer.is_sure(k)}
    scores = {(s.start, s.end): s.score for s in (*people, *orgs, *places)}
    labels: dict[str, list[Span]] = {"PERSON": [], "ORG": [], "PLACE": [], "OTHER": []}
    titled = {(s.start, s.end) for s in people if s.rule == "title-name"}
    covered = sorted((s.start, s.end) for s in (*people, *orgs, *places, *other))
    derived = {t for name in full for t in (names.surname(name), name)}
    seen: set[tuple[int, int]] = set()
    borne = [s for s in other if decided.get(flat(text[s.start : s.end])) == "PERSON"]  # "the Cruise video", after Tom Cruise
    scores |= {(s.start, s.end): s.score for s in borne}
    for kind, spans in (("PERSON", people), ("ORG", orgs), ("PLACE", places), ("OTHER", borne)):
        for s in spans:
            label = decided.get(flat(text[s.start : s.end]), kind)
            if (s.start, s.end) in titled:
                label = "PERSON"
            if (s.start, s.end) in seen:
                continue
            seen.add((s.start, s.end))
            original = s.label if label == "PLACE" and s.label in ("GPE", "LOC") else label
            labels[label].append(Span(s.start, s.end, original, s.rule if label == kind else "article-agreement", None, scores[(s.start, s.end)]))
    begun = {s.start: s.end for s in places}  # India, of India Cements, was not passed over
    extra = _occurrences(text, decided, covered, begun, titled_like)
    left_out = Counter(flat(text[a:b]) for a, b, _ in extra if a not in begun)
    for a, b, kind in extra:
        surface = flat(text[a:b])
        # the model saw these too and passed them over: more often than not means no
        if surface in derived or surface.title() in derived or sum(votes[surface].values()) >= left_out[surface]:
            labels[kind].append(Span(a, b, kind, "article-agreement"))
    return labels["PERSON"], labels["ORG"], labels["PLACE"]


_AL = compiled(r"[aA](?:[lnrsz]|sh)-([A-Z][\w'’-]{3,})")  # Shaibani, who is Asaad al-Shaibani


def _is_surname_here(text: str, last: str) -> bool:
    """A surname that is a title elsewhere, and never one in this article: King of Michelle King, where no king is spoken of."""
    low = last.lower()
    return low in kinds() and low in words("common_words") and not re.search(rf"\b(?:[Tt]he|[Aa]n?|of) {last}\b|\b{last}(?: of)? [A-Z]", text)


# not "the Cruise video", which names anybody may lend their name to
_ARTICLED = compiled(
    r"\bthe ([A-Z][\w-]+)(?=[,.;:!?\n]|['’]s\b| (?:is|was|were|are|has|had|have|did|does|will|would"
    r"|could|can|may|must|said|says|and|or|in|on|of|to|for|as|at|by|that|which)\b)"
)


def _vote_for_parts(text: str, name: str, where: Sequence[int], votes: dict[str, dict[str, float]], articled: Counter[str]) -> None:
    """Whoever bears the full name bears its surname, and its first name where that is one, however often the model reads them otherwise; unless most times
    it has an article, as no surname has: the Sangh."""
    first, last = name.split()[0], names.surname(name)
    for token in (last, first):
        if not votes[token] or len(token) < 3 or gazetteer.is_sure(token) or articled[token] * 2 > sum(votes[token].values()):
            continue
        if token == last or (not geonames(token) and (_is_first_name(token) or any(leading.titles_before(text, a)[0] for a in where))):
            votes[token]["PERSON"] += 1 + sum(votes[token].values())
        elif votes[token]["PERSON"]:
            votes[token]["PERSON"] += 2


def _is_first_name(token: str) -> bool:
    return names.is_given(token) and not gazetteer.lookup(token)


_APPOINTED = re.compile(r"\b(?:named|appointed|elected|made|hired) \Z")
_RATES = re.compile(r" (?:affirm(?:s|ed)|upgrade[sd]|downgrade[sd]|rates?|rated|raised|lowered|cuts?|expects|forecasts?) ")  # Fitch affirmed the rating
_BODY_OF = re.compile(rf"\b{cues('body_of')} \Z")
_POST_AFTER = re.compile(rf"(?:['’]s)? {cues('post_after')}\b")


def _vote_for_bodies(text: str, people: Sequence[Span], places: Sequence[Span], votes: dict[str, dict[str, float]]) -> None:
    """What speaks for a body where the model reads somebody or a place: a post in it follows, or its longer name ("Wagner Group") is said, too."""
    for s in people:
        surface = flat(text[s.start : s.end])
        if _RATES.match(text, s.end) and gazetteer.listed_bodies(surface):
            votes[surface]["ORG"] += 1.5
        if _POST_AFTER.match(text, s.end) and not _is_full(surface) and not _APPOINTED.search(text, max(0, s.start - 12), s.start):
            listed = gazetteer.listed_bodies(surface) and not names.is_given(surface)
            votes[surface]["ORG"] += 3.0 if listed else 1.5  # Sumar's leader
    for s in (*people, *places):
        surface = flat(text[s.start : s.end])
        able = not names.is_given(surface.split()[0]) if s.label == "PERSON" else is_unlisted(surface)
        if able and _BODY_OF.search(text, max(0, s.start - 30), s.start):
            votes[surface]["ORG"] += 1.5  # six counts as an employee of Harris Scarfe
    for name in [k for k, v in votes.items() if " " in k and max(v, key=lambda kind: v[kind]) == "ORG"]:
        short, _, head = name.rpartition(" ")
        votes_for = votes.get(short, {})
        shortens = head.lower() in words("short_of") or head in words("company_suffixes")
        if not shortens or gazetteer.lookup(short) or (votes_for.get("PLACE") and geonames(short)):
            continue  # Qatar is not short for Qatar Airways
        if votes_for and not (" " in short and votes_for.get("PERSON")):
            votes[short]["ORG"] += 1 + sum(votes_for.values())


_ACTS_AS_FIRM = re.compile(
    r"(?: (?:said (?:its?|the company)|spokes(?:man|woman|person)|president|chair(?:man|woman)|shares|stock|board|shareholders|executives?)"
    r"|['’]s? (?:board|shares|stock|chairman|chief executive|president|management|earnings|profits?))\b"
)


def _vote_for_companies(text: str, places: Sequence[Span], votes: dict[str, dict[str, float]]) -> None:
    """What an article calls its companies in short, in capitals, too: Emerson, of Emerson Electric Co; PITTSTON, above Pittston Co."""
    shorts = firms.short_names(k for k, v in votes.items() if v.get("ORG") and max(v, key=lambda kind: v[kind]) == "ORG")
    if not shorts:
        return
    towns = {text[s.start : s.end] for s in places if text.startswith((", ", " ,"), s.end) or _IN.search(text, max(0, s.start - 12), s.start)}
    acting = {text[s.start : s.end] for s in places if _ACTS_AS_FIRM.match(text, s.end)} - towns
    for short in shorts:
        for said in (short, short.upper()):
            votes_for = votes.get(said, {})
            is_town = said in towns or (votes_for.get("PLACE") and geonames(short) and said not in acting)  # SUFFIELD, Conn.; a Piedmont spokesman
            if votes_for and not is_town:
                votes[said]["ORG"] += 1 + sum(votes_for.values())


_SURE = 0.7
_NO_OFFICES = frozenset({"leader", "head", "founder", "chief", "business", "representative", "official", "artist", "honorific", "courtesy"})  # bodies can be
_INITIALS = re.compile(r"[A-Z]{3,4}")
_ACTS = re.compile(rf" {any_of(words('speech') | words('past_verbs') | words('future_verbs') | words('headline_verbs'))}\b")


def _vote_for_people(text: str, spans: Sequence[Span], people: Sequence[Span], votes: dict[str, dict[str, float]]) -> None:
    """What speaks for a person where the model, not sure, reads a body or a place: a first name, and an office or a verb of speech after it."""
    alone = {name for s in people if " " not in (name := text[s.start : s.end])}
    for s in spans:
        surface = flat(text[s.start : s.end])
        acts = _INITIALS.fullmatch(surface) and _ACTS.match(text, s.end) and not gazetteer.lookup(surface)
        if acts and text[s.start - 1 : s.start] == " " and leading.titles_before(text, s.start)[0]:
            votes[surface]["PERSON"] += 2.0  # Party president KCR holds a meeting
        last = surface.split()[-1].lower()
        if " " not in surface or last in words("org_heads") or last in words("bare_places") or gazetteer.lookup(surface) or geonames(surface):
            continue
        if s.label == "ORG" and _TWO.fullmatch(surface) and _MINISTER.search(text, max(0, s.start - 12), s.start):
            votes[surface]["PERSON"] += 2.0  # former education minister Mailis Reps
        if (s.score or 1.0) > _SURE:
            continue
        given = _is_full(surface)
        held = {t.kind for t in apposed.titles_after(text, s.start, s.end)[0]}
        addressed = text[s.start - 2 : s.start] == ". " and leading.titles_before(text, s.start)[0]  # Rep. Zaldy Co
        two = s.label == "ORG" and surface.istitle() and all(w.isalpha() for w in surface.split())
        borne = two and surface.count(" ") == 1 and surface.split()[-1] in alone  # Alpha Conde, and Conde
        if borne or addressed or (given and (held or SPEAKS.match(text, s.end))) or (held - _NO_OFFICES and surface.istitle()):
            votes[surface]["PERSON"] += 1.0


_TWO = compiled(r"[A-Z][a-z'’-]+ [A-Z][a-z'’-]+")
_MINISTER = re.compile(r"\b(?:[Mm]inister|[Ss]enator|[Gg]overnor|[Mm]ayor|[Aa]mbassador) \Z")


def _is_full(surface: str) -> bool:
    """A first name and more."""
    return " " in surface and names.is_given(surface.split()[0])


def flat(surface: str) -> str:
    """A name on one line, single spaces between its words."""
    return " ".join(surface.split())


_LONGEST = 15  # words of a name that is looked for elsewhere: the model can read a name in a thousand


def _occurrences(text: str, decided: dict[str, str], covered: Sequence[tuple[int, int]], begun: dict[int, int], borne: Set[str]) -> list[tuple[int, int, str]]:
    """Untagged occurrences of strings the article has decided on, as (start, end, kind); in capitals too, for people; bodies over places that begin them.

    `begun` has the ends of places by their starts; `borne` are surnames that are common words.
    """
    index = {k: v for k, v in decided.items() if v != "OTHER" and (k in borne or _worth_spreading(k, v))}
    index |= {k.upper(): v for k, v in index.items() if v == "PERSON" and len(k) > 3}
    first: dict[str, int] = {}
    for k in index:
        tokens = _TOKEN.findall(k)
        if 0 < len(tokens) <= _LONGEST:
            first[tokens[0]] = max(first.get(tokens[0], 0), len(tokens))
    used = bytearray(len(text))
    for a, b in covered:
        used[a:b] = b"\x01" * (b - a)
    out = []
    for tokens in gazetteer.paragraphs(text, _TOKEN):
        for i, (word, a, _) in enumerate(tokens):
            longest = first.get(word, 0) or first.get(word.removesuffix("'s"), 0)
            for n in range(min(longest, len(tokens) - i), 0, -1):
                b = tokens[i + n - 1][2]
                surface = flat(text[a:b])
                if surface.endswith("'s") and surface not in index:
                    surface, b = surface[:-2], b - 2
                kind = index.get(surface)
                free = min(begun.get(a, a), b) if kind == "ORG" else a
                if kind and free < b and not any(used[free:b]):
                    used[a:b] = b"\x01" * (b - a)
                    out.append((a, b, kind))
                    break
    return out


def _worth_spreading(surface: str, kind: str) -> bool:
    low = surface.lower()
    if low in words("common_words") or low in words("determiners") or len(surface) < 3 or (not surface[0].isupper() and kind == "PERSON"):
        return False
    if " " in surface or kind == "PERSON":
        return True
    return (
        bool(_ACRONYM.match(surface))
        or (kind == "ORG" and not gazetteer.lookup(surface) and surface[0].isupper() and len(surface) > 3)
        or (kind == "PLACE" and len(surface) > 3)
    )
