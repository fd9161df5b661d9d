"""Organization mentions to organizations: acronyms and their long forms, legal forms, ministries named after their country."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from extractor import gazetteer
from extractor.article.published import Head
from extractor.bodies import country_of, owner_at_end
from extractor.entities.acronyms import definitions, initials
from extractor.entities.common import View, positions, slug, unique
from extractor.entities.nominal import Body, bodies_of_nouns
from extractor.gazetteer import countries, fold
from extractor.resources import compiled, toml, words
from extractor.types import Organization, OrgKind, Role, Span

_CREDIT_BEFORE = re.compile(r"(?:\(|via |/|[Pp]hoto(?:graph)?s?: |[Pp]hotos? by |[Ss]ource: ?|© ?|for |[Pp]icture: |[Ii]mage: |[Cc]ourtesy of )\Z")
_CARRIERS = ("agency", "media")


@dataclass(slots=True)
class Group:
    """The mentions of one body while they are gathered."""

    name: str
    canonical: bool
    kind: OrgKind = "other"
    acronym: str | None = None
    countries: list[str] = field(default_factory=list)
    spans: list[tuple[Span, str]] = field(default_factory=list)
    nouns: list[Span] = field(default_factory=list)


def collect_organizations(
    view: View, spans: Sequence[Span], heads: Sequence[Head], codes: Collection[str] = (), blocked: frozenset[int] = frozenset()
) -> list[Organization]:
    """Cluster organization spans; agencies and outlets that only carry the story get role credit.

    `codes` are the countries that the article names: a ministry without an owner is that of the only one. `blocked` positions are in names.
    """
    defined = definitions(view, spans)
    groups: dict[str, Group] = {}
    by_initials: dict[str, str] = {}
    home = next(iter(codes)) if len(codes) == 1 else None
    houses = _houses(view, spans, home)
    said = frozenset(view.name(s) for s in spans)
    named = [(s, name := view.name(s), *_group_of(s, name, defined, houses.get(s.start, home), said, codes)) for s in spans]
    for s, name, k, _ in named:
        if s.label != "BODY" and " " in name:
            for i in (initials(name), initials(_key(name))):
                by_initials.setdefault(i or "", k)
    for s, name, k, group in named:
        if k not in groups and " " not in name and name.isupper():
            k = by_initials.get(name.replace(".", ""), k)
        known = groups.setdefault(k, group)
        if known is not group and not known.canonical and (group.canonical or _fuller(name, known.name)):
            known.name, known.canonical, known.kind = group.name, group.canonical, group.kind if group.kind != "other" else known.kind
        known.spans.append((s, name))
        for a in defined.get(fold(name), ("", None))[1:]:
            known.acronym = known.acronym or a
    for group in groups.values():
        if group.acronym is None:
            group.acronym = next(
                (n.replace(".", "") for _, n in group.spans if n.isupper() and 1 < len(n) <= 8 and n.replace(".", "") == initials(group.name)), None
            )
    _join_short(groups)
    agencies = positions(h.agency for h in heads if h.agency)
    kept = sorted((g for g in groups.values() if g.spans), key=_first)
    for noun, whose in bodies_of_nouns(view.flat, [Body(g.name, g.kind, _first(g)) for g in kept], blocked):
        kept[whose].nouns.append(noun)
    made = [_organization(view, g, agencies) for g in kept]
    return [replace(o, id=i) for i, o in zip(unique([slug("org", o.name) for o in made]), made, strict=True)]


def _first(g: Group) -> int:
    return min(s.start for s, _ in g.spans)


def _key(name: str) -> str:
    tokens = fold(re.sub(r"[.,]", "", name)).split()
    while len(tokens) > 1 and tokens[-1] in _legal_forms():
        tokens.pop()
    if len(tokens) > 1 and (tokens[0] == "the" or tokens[0].upper() in words("company_prefixes")):
        tokens = tokens[1:]
    return " ".join(tokens)


@cache
def _legal_forms() -> frozenset[str]:
    return frozenset(fold(w.replace(".", "")) for w in words("company_suffixes")) - {"group", "holdings"}


def _fuller(new: str, old: str) -> bool:
    return len(new) > len(old) and not new.isupper()


def _group_of(
    s: Span, name: str, defined: dict[str, tuple[str, str | None]], home: str | None, said: frozenset[str], codes: Collection[str]
) -> tuple[str, Group]:
    if s.label == "BODY":
        canonical, code, extra = s.value
        code = code or home
        if extra:
            return _key(name), Group(name, True, "government", countries=[code] if code else [])
        full = f"{canonical} of {_with_article(code)}" if code else canonical
        return full.lower(), Group(full, True, "government", countries=[code] if code else [])
    if isinstance(s.value, dict):  # the user's own pattern
        return fold(s.value["name"] or name), Group(
            s.value["name"] or name, True, s.value.get("kind") or "other", countries=[c for c in [s.value.get("country")] if c]
        )
    own, rest = _owned(name)
    bare = rest.lower() in toml("words")["bare_bodies"]
    if bare and (code := own or home):
        if party := toml("words")["congress_parties"].get(code) if rest.lower() == "congress" else None:
            return fold(party), Group(party, True, "party", countries=[code])
        listed = _listed(f"U.S. {rest}") if code == "US" else None
        full = listed.name if listed else f"{rest} of {_with_article(code)}"
        return full.lower(), Group(full, True, "government", countries=[code])
    long, acronym = defined.get(fold(name), (None, None))
    for form in (name, long, acronym):
        body = _listed(form, said) if form else None
        if body and codes and body.country not in codes and (bare or (body.kind == "party" and name.isupper() and body.name not in said)):
            continue  # no American house in an article on Nigeria, nor Taiwan's DPP in one on Malawi
        if body and not (long and form == acronym and _is_another(long, body)):
            shared = not gazetteer.is_sure(form or "") if body.kind == "media" else body.kind == "party" and _is_everyones(body.name)
            elsewhere = shared and codes and body.country not in codes
            own_codes = [body.country] if body.country and not elsewhere else []  # The Herald of Harare, not that of Glasgow
            return fold(body.name), Group(body.name, True, body.kind, body.acronym or acronym, own_codes)  # type: ignore[arg-type]
    if long:
        return _key(long), Group(re.sub(r"\A[Tt]he ", "", long), False, _kind(long), acronym, _owner(long))
    return _key(name), Group(_shown(name), False, "government" if bare else _kind(name), None, _owner(name))


_OF = compiled(r"(?:.* )?(\w+) of (?:the )?([A-Z].*)")
_OWNER_BEFORE = compiled(r"(?:[A-Z][\w.'-]*\s){0,3}[A-Z][\w.'-]*\s\Z")


_AMERICAN = re.compile(r"\b(?:U\.?S\.?|United States|Congress|Washington|Americans?|[Ff]ederal)\b")


def _houses(view: View, spans: Sequence[Span], home: str | None) -> dict[int, str | None]:
    """Where parliaments without a name of their own stand ("Peru's Congress", later "Congress"), and whose they are: of the one country that is
    said to own them, else of `home`; but a state has a senate, too, and an article on New Jersey alone may mean that one."""
    bare: dict[str, list[Span]] = {}
    for s in spans:
        if s.label != "BODY" and (name := view.name(s).lower()) in toml("words")["bare_bodies"]:
            bare.setdefault(name, []).append(s)
    if home == "US" and bare and not _AMERICAN.search(view.flat):
        home = None
    out: dict[int, str | None] = {}
    for found in bare.values():
        own = {}
        for s in found:
            before = _OWNER_BEFORE.search(view.flat, max(0, s.start - 60), s.start)
            if owner := owner_at_end(before.group().rstrip()) if before else None:
                own[s.start] = owner[1]
        one = next(iter(own.values())) if len(set(own.values())) == 1 else home if not own else None
        out |= {s.start: own.get(s.start) or one for s in found}
    return out


def _with_article(code: str) -> str:
    name = countries()[code].name
    return (
        f"the {name}"
        if name.startswith(
            (
                "United ",
                "Netherlands",
                "Philippines",
                "Maldives",
                "Bahamas",
                "Gambia",
                "Czech Republic",
                "Democratic Republic",
                "Republic of",
                "Central African",
                "Dominican",
                "Solomon",
                "Marshall",
            )
        )
        else name
    )


def _shown(name: str) -> str:
    return name.title() if name.isupper() and " " in name and len(name) > 12 else name


def _is_another(long: str, body: gazetteer.Body) -> bool:
    """The article's own name of an acronym has no word of the listed body's name: another PTI than the Press Trust of India."""
    stems = [{w[:5] for w in fold(n).split() if len(w) > 3} for n in (long, " ".join((body.name, *body.aliases)))]
    return _listed(long) != body and stems[0].isdisjoint(stems[1])


def _listed(name: str, said: frozenset[str] = frozenset()) -> gazetteer.Body | None:
    """The listed body of this name; of several, the one that the article also calls by its whole name, else a strong one."""
    for form in (name, re.sub(r"\A[Tt]he ", "", name), re.sub(r"'s\Z", "", name.replace("’", "'"))):
        able = sorted((e for e in gazetteer.lookup(form) if e.kind == "org"), key=lambda e: (e.name not in said, e.weak))
        if able:
            return gazetteer.bodies()[able[0].name]
    code, rest = _owned(name)  # "United Kingdom Home Office"
    found = (gazetteer.bodies()[e.name] for e in gazetteer.lookup(rest) if e.kind == "org") if code else ()
    return next((b for b in found if b.country == code), None)


def _is_everyones(party: str) -> bool:
    """A party's name that parties of many countries have: Democratic Party."""
    return all(w.lower() in words("party_words") for w in party.replace("-", " ").split())


def _owner(name: str) -> list[str]:
    code, _ = _owned(name)
    of = _OF.fullmatch(name)
    if of and not code and of[1].lower() in words("org_heads"):
        code = country_of(of[2])  # Reserve Bank of Malawi
    return [code] if code else []


def _owned(name: str) -> tuple[str | None, str]:
    """Country at the start of a body's name, and the rest of it: "Russian Foreign Ministry Press Service"."""
    tokens = name.replace("’", "'").split()
    for n in range(min(4, len(tokens) - 1), 0, -1):
        if code := country_of(" ".join(tokens[:n])):
            return code, " ".join(tokens[n:])
    return None, name


@cache
def _kinds() -> tuple[tuple[OrgKind, re.Pattern[str]], ...]:
    return tuple((k["name"], re.compile(rf"\b(?:{'|'.join(k['words'])})\b", re.IGNORECASE)) for k in toml("cues")["kind"])


def _kind(name: str) -> OrgKind:
    if name.startswith("Bank of ") and country_of(name[8:]):
        return "government"  # a central bank; the others of this form are listed
    return next((kind for kind, pattern in _kinds() if pattern.search(name)), "other")


def _join_short(groups: dict[str, Group]) -> None:
    """A short form joins the one longer name that it begins or ends: Wagner, Comic Corps (of Canada), (Church of) Scientology."""
    starts: dict[str, list[str]] = {}
    ends: dict[str, list[str]] = {}
    for k in groups:
        tokens = k.split(" ")
        for n in range(1, min(len(tokens), 7)):
            starts.setdefault(" ".join(tokens[:n]), []).append(k)
            ends.setdefault(" ".join(tokens[-n:]), []).append(k)
    for k in sorted(groups, key=len):
        short = groups[k]
        if short.canonical or len(k) < 4 or not short.spans:
            continue
        heads, tails = [h for h in starts.get(k, []) if groups[h].spans], [h for h in ends.get(k, []) if groups[h].spans]
        home = heads[0] if len(heads) == 1 and _continues(heads[0][len(k) + 1 :]) else tails[0] if len(tails) == 1 and not heads else None
        if home and min(s.start for s, _ in groups[home].spans) < max(s.start for s, _ in short.spans):
            groups[home].spans += short.spans
            short.spans = []


def _continues(rest: str) -> bool:
    """What a short form leaves out: heads, legal forms, "of Canada"."""
    return rest.startswith("of ") or all(w in words("org_heads") or w in _legal_forms() for w in rest.split())


def _organization(view: View, g: Group, agencies: frozenset[int]) -> Organization:
    ordered = sorted(g.spans, key=lambda x: x[0].start)
    carried = [_carries(view, s, g.kind, agencies) for s, _ in ordered]
    role: Role = "credit" if carried and all(carried) else "subject"
    aliases = list(dict.fromkeys(n for _, n in ordered if n != g.name))
    nominal = [view.mention(s) for s in g.nouns] or None
    return Organization("", g.name, g.acronym, aliases, g.kind, g.countries, role, [view.mention(s) for s, _ in ordered], nominal)


def _carries(view: View, s: Span, kind: str, agencies: frozenset[int]) -> bool:
    """This mention only says who carries, filmed or is thanked for the story."""
    section = view.section(s.start)
    if section in ("credit", "byline", "header") or s.start in agencies:
        return True
    if kind not in _CARRIERS:
        return False
    return (section == "caption" and bool(_CREDIT_BEFORE.search(view.flat[max(0, s.start - 16) : s.start]))) or bool(
        re.match(r"\s*\)?\s*\Z", view.flat[s.end : s.end + 2]) and view.flat[s.start - 1 : s.start] in "(/" and s.start > 0
    )
