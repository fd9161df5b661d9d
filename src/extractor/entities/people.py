"""Person mentions to people: a short name joins the one bearer it can have; two bearers leave it unresolved. Never two people in one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from extractor import gazetteer
from extractor.entities.bearers import acronyms, core, nicknames, read_name, same_bearer, skeleton
from extractor.entities.called import is_alias, known_as
from extractor.entities.common import View, positions, slug, unique
from extractor.entities.forms import Cluster, Form
from extractor.entities.nominal import Holder, holders_of_roles
from extractor.entities.short_names import bearers_of, is_nobody_named, is_related
from extractor.mentions.names import NUMBER
from extractor.resources import compiled, toml
from extractor.titles import apposed, leading, listed, predicated
from extractor.titles.leading import RANKS
from extractor.types import Mention, Person, Role, Span, Title, Unresolved


def collect_people(
    view: View, spans: Sequence[Span], credits: Sequence[tuple[int, int]] = (), blocked: frozenset[int] = frozenset()
) -> tuple[list[Person], list[Unresolved]]:
    """Cluster person spans. `credits` are cleaned ranges whose people only wrote, filmed or edited; `blocked` positions can be no role of theirs."""
    credited = positions(credits)
    forms = [_form(view, s, n, s.start in credited) for n, s in enumerate(spans)]
    full = [f for f in forms if len(core(f.tokens)) > 1]
    known = {f.order: f.tokens for f in full if is_alias(view.flat, f)}
    aliases = set(known.values())
    full.sort(key=lambda f: (f.tokens in aliases, f.order not in known, -len(f.tokens), f.order))
    short = [f for f in forms if len(core(f.tokens)) == 1]
    clusters: list[Cluster] = []
    by_key: dict[str, list[Cluster]] = defaultdict(list)
    for f in full:
        home = _home(f, by_key) or next(iter(known_as(view.flat, f, by_key)), None)
        if home is None:
            home = Cluster(f)
            clusters.append(home)
        home.add(f)
        for t in (*f.tokens, *nicknames(f.name), *_second_half(f.name), *acronyms(f)):
            k = skeleton(t)
            if home not in by_key[k][-8:]:
                by_key[k].append(home)
    by_initials: dict[tuple[str, str], list[Cluster]] = defaultdict(list)
    for c in clusters:
        by_initials[c.best.tokens[0][0], c.best.tokens[-1][0]].append(c)
    unresolved: list[Unresolved] = []
    singles: dict[str, list[Cluster]] = {}
    for f in short:  # somebody of whom the article gives no more than this name, from the start
        k = core(f.tokens)[0]
        if k not in singles and is_nobody_named(view.flat, f, by_key):
            singles[k] = [Cluster(f, spellings={*f.tokens, *f.name.split()})]
            clusters += singles[k]
            by_key[k] += singles[k]
    for f in short:
        bearers = bearers_of(view.flat, f, by_key) or known_as(view.flat, f, singles) or _initialled(f, by_initials) or _called_in_short(f, by_key)
        if len(bearers) == 1:
            bearers[0].add(f)
            if bearers[0] not in by_key[core(f.tokens)[0]]:  # known by another name from here on
                by_key[core(f.tokens)[0]].append(bearers[0])
        elif bearers:
            where = view.place(f.span.start, f.span.end)
            candidates = sorted(c.best.name for c in bearers)
            unresolved.append(Unresolved(where["text"], where["start"], where["end"], "two-bearers", candidates))
        else:
            k = core(f.tokens)[0]
            if k not in singles:
                singles[k] = [Cluster(f)]
                clusters += singles[k]
            singles[k][0].add(f)
    clusters = sorted((c for c in clusters if c.forms), key=lambda c: min(f.order for f in c.forms))
    for span, i in holders_of_roles(view.flat, [_holder(c) for c in clusters], blocked):
        clusters[i].roles.append(span)
    people = [_person(view, c) for c in clusters]
    ids = unique([slug("person", p.name) for p in people])
    return [replace(p, id=i) for i, p in zip(ids, people, strict=True)], unresolved


_INITIALS = re.compile(r"[A-Z]{3}")


def _initialled(f: Form, by_initials: Mapping[tuple[str, str], list[Cluster]]) -> list[Cluster]:
    """The one whose first name and surname begin with the first and last of three letters: FDR."""
    found = by_initials.get((f.tokens[0][0], f.tokens[0][-1]), []) if _INITIALS.fullmatch(f.name) else []
    return found if len(found) == 1 else []


def _called_in_short(f: Form, by_key: Mapping[str, list[Cluster]]) -> list[Cluster]:
    """Those whose first name this one, without a title, is short for: Dave, of David L. Calhoun."""
    longs = toml("words")["short_first_names"].get(f.tokens[0], "").split() if not f.titles else []
    return [c for long in longs for c in by_key.get(skeleton(long), ()) if c.best.tokens[0] == long and len(c.best.tokens) > 1]


def _holder(c: Cluster) -> Holder:
    return Holder(tuple(t for f in c.forms for t in f.titles), frozenset(x for f in c.forms for x in f.countries), min(f.span.start for f in c.forms))


def _form(view: View, s: Span, order: int, credited: bool) -> Form:
    text = view.flat
    before, countries, _ = leading.titles_before(text, s.start)
    if not before and not countries:
        before, countries = listed.shared_titles(text, s.start) or listed.titles_on_line(text, s.start, s.end)
        if not before:
            before, countries = listed.titles_in_brackets(text, s.start)
    in_turn, is_parted = listed.titles_in_turn(text, s.start, s.end)
    before += [t for t in in_turn if t.kind not in {x.kind for x in before}]
    after, more = ([], []) if is_parted else apposed.titles_after(text, s.start, s.end)
    if not (after or is_parted):
        after, more = predicated.titles_said(text, s.start, s.end)
    after += [t for t in apposed.seat_after(text, s.end) if t.kind not in {x.kind for x in (*before, *after)}]
    if before and not countries:
        more = more or apposed.country_after(text, s.end)
    if coded := gazetteer.code_after(text, s.end):
        more = [*more, coded[1]]
    name = view.name(s)
    given = re.match(r"\(([^()]+)\) ?(.+)", name)
    if given:
        name = f"{given[1]} {given[2]}"
    if name.isupper() and (len(name) > 4 or (_SAYABLE.search(name) and any(t.text.isupper() for t in before))):
        name = _recase(name)  # MINISTER KONO, not JFK
    parts = read_name(name)
    section = view.section(s.start)
    credited |= section in ("byline", "credit")
    role: Role = "credit" if credited else "subject"
    related = is_related(text, s.start, s.end)
    return Form(s, name, parts.tokens, parts.suffix, (*before, *after), tuple(dict.fromkeys([*countries, *more])), role, order, related)


_SAYABLE = re.compile(r"[AEIOUY]")
_LOWER = ("de", "van", "von", "der", "bin", "al", "el")
_NUMBER = re.compile(NUMBER)
_REGNAL = re.compile(r"X{1,2}(?:IX|IV|V?I{0,3})")  # LEO XIV


def _recase(name: str) -> str:
    """A name in capitals as it is written otherwise: Mswati III, Ursula von der Leyen."""

    def word(m: re.Match[str]) -> str:
        said = m.group()
        return said if _NUMBER.fullmatch(said) or (m.start() and _REGNAL.fullmatch(said)) else said.lower() if said.lower() in _LOWER else said.capitalize()

    return re.sub(r"[^\W\d_]+", word, name)


_DOUBLE = compiled(r".* [A-Z][\w'’]{2,}-([A-Z][\w'’]{3,})")


def _second_half(name: str) -> list[str]:
    """What the bearer of a double name can be called: Buch of Madhabi Puri-Buch."""
    m = _DOUBLE.fullmatch(name)
    return [gazetteer.fold(m[1])] if m else []


def _home(f: Form, by_key: dict[str, list[Cluster]]) -> Cluster | None:
    """The cluster of full names that this full name is a form of."""
    found = []
    for c in dict.fromkeys(c for t in (f.tokens[0], f.tokens[-1], *nicknames(f.name), *acronyms(f)) for c in by_key.get(skeleton(t), [])):
        called = _nicknamed(f, c.best) or _nicknamed(c.best, f) or _in_short(f, c)
        if (f.tokens, f.suffix) in c.names or ((same_bearer(f, c.best) or called) and not _of_one_family(f, c)):
            found.append(c)
    return found[0] if len(found) == 1 or (found and all(core(c.best.tokens) == core(f.tokens) for c in found)) else None


def _nicknamed(a: Form, b: Form) -> bool:
    """The first is the nickname in quotes of the second before the same surname: Bill Clinton, William "Bill" Clinton."""
    return len(core(a.tokens)) == 2 and core(a.tokens)[1] == core(b.tokens)[-1] and skeleton(a.tokens[0]) in map(skeleton, nicknames(b.name))


def _in_short(f: Form, c: Cluster) -> bool:
    """One first name is short for the other, before the same surname, where the article speaks of no relative of either: Joe, Joseph Darling."""
    a, b = f.tokens, c.best.tokens
    short = toml("words")["short_first_names"]
    one = b[0] in short.get(a[0], "").split() or a[0] in short.get(b[0], "").split()
    return one and len(a) > 1 < len(b) and core(a)[-1] == core(b)[-1] and f.suffix == c.best.suffix and not (f.related or any(x.related for x in c.forms))


def _of_one_family(f: Form, c: Cluster) -> bool:
    """A middle name more or less tells father from son where the article speaks of either's."""
    a, b = core(f.tokens), core(c.best.tokens)
    return len(a) != len(b) and a[-1] == b[-1] and (f.related or any(x.related for x in c.forms))


def _person(view: View, c: Cluster) -> Person:
    forms = sorted(c.forms, key=lambda f: f.order)
    name = c.best.name
    titles: dict[tuple[str, str], Title] = {}
    for f in forms:
        for t in f.titles:
            if t.status != "current" or (t.kind, "former") not in titles or len(f.tokens) > 1:  # Mr. Trump is President Trump, after "former President"
                titles.setdefault((t.kind, t.status), t)
    for kind, status in list(titles):
        if kind in RANKS and status == "current" and (kind, "former") in titles:
            del titles[kind, status]  # Lt Gen (retd) Shawkat is called Lt Gen Shawkat
    if any(kind == "attorney-general" for kind, _ in titles) and (military := titles.get(("general", "current"))) and " " not in military.text:
        del titles["general", "current"]  # "General Prelogar", as the court calls the Solicitor General
    aliases = list(dict.fromkeys(f.name for f in forms if f.name != name))
    mentions: list[Mention] = [view.mention(f.span) for f in forms]
    nominal = [view.mention(s) for s in sorted(c.roles, key=lambda s: s.start)] or None
    role: Role = "subject" if any(f.role == "subject" for f in forms) else "credit"
    return Person("", name, aliases, list(titles.values()), list(dict.fromkeys(x for f in forms for x in f.countries)), role, mentions, nominal)
