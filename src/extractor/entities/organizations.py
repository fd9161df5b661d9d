"""Organization mentions to organizations: acronyms and their long forms, legal forms, ministries named after their country."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from extractor.article.lines import line_around
from extractor.article.published import Head
from extractor.article.repair import TRADED
from extractor.entities.acronyms import definitions
from extractor.entities.canonical import Article, Group, carriers, group_of, is_another, is_everyones, key_of
from extractor.entities.common import View, positions, slug, unique
from extractor.entities.kinds import kind_said, opens_in_brackets
from extractor.entities.nominal import Body, bodies_of_nouns
from extractor.entities.owners import houses, local_bodies
from extractor.gazetteer import bodies, fold, is_sure, listed_bodies
from extractor.mentions import firms
from extractor.mentions.spelled import initials
from extractor.resources import words
from extractor.types import Organization, OrgKind, Role, Span

_CREDIT_BEFORE = re.compile(
    r"(?:\(|via |/|[Pp]hoto(?:graph)?s?: |[Pp]hotos? by |[Ss]ource: ?|© ?|for |[Pp]icture: |[Ii]mage: |[Cc]ourtesy of |[Cc]redits?: "
    r"|Photo: [A-Z][\w .'’-]{2,40}, )\Z"
)
_SOURCE = re.compile(r"\((?:[Ss]ource|SOURCE): (?:[A-Z][\w-]*[ /-]+)*\Z")  # (Source: Agence France-Presse - AFP)
_TITLE_BREAKS = re.compile(r" [|–—-] \Z")  # Mayor Quits | CNN Politics
_TITLE_ENDS = re.compile(r"(?:\.com)?(?: [A-Z]\w+)?\s*(?:\n|\Z)")
_CARRIERS = ("agency", "media")
_LINE = 40  # characters of a line that is an outlet's name and no more


def collect_organizations(
    view: View,
    spans: Sequence[Span],
    heads: Sequence[Head],
    codes: Sequence[str] = (),
    blocked: frozenset[int] = frozenset(),
    credits: Sequence[tuple[int, int]] = (),
) -> list[Organization]:
    """Cluster organization spans; agencies and outlets that only carry the story get role credit.

    `codes` are the countries that the article names, the one said most first: a ministry without an owner is that of the only one. `blocked` positions
    are in names, `credits` are cleaned ranges that only say who carries or filmed.
    """
    defined = definitions(view, spans, codes)
    groups: dict[str, Group] = {}
    by_initials: dict[str, str] = {}
    said = frozenset(view.name(s) for s in spans)
    codes = codes or _lands(said, defined)
    home = next(iter(codes)) if len(codes) == 1 else None
    owners = houses(view, spans, home, codes)
    teams = frozenset(b.country for name in said for b in listed_bodies(name, sure=True) if b.kind == "sport" and b.country)
    article = Article(
        defined,
        said,
        {code: n for n, code in enumerate(codes)},
        home,
        teams,
        frozenset(firms.short_names(said)),
        local_bodies(view, spans),
        carriers(view, spans),
    )
    named = [(s, name := view.name(s), *group_of(view, s, name, owners.get(s.start, home), article)) for s in spans]
    for s, name, k, group in named:
        if " " in name:
            told = (initials(name), initials(key_of(name)), initials(group.name)) if s.label != "BODY" else (initials(name),)
            for i in (*told, "".join(w[0] for w in name.split()).upper()):
                by_initials.setdefault(i or "", k)
    of_bodies = {key_of(name): k for s, name, k, _ in named if s.label == "BODY"}  # the MEC, after the Malawi Electoral Commission (MEC)
    for s, name, own, group in named:
        k = of_bodies.get(own, own)
        if k not in groups and " " not in name and name.isupper() and not is_sure(name):  # the UN is no U.S. Navy
            k = by_initials.get(name.replace(".", ""), k)
        known = groups.setdefault(k, group)
        listed = bodies().get(group.name) if k != own else None
        stranger = listed is not None and is_another(known.name, listed, codes)  # the Agricultural Development Fund's ADF is not the listed one
        if known is not group and not known.canonical and not stranger and (group.canonical or _fuller(name, known.name)):
            known.name, known.canonical, known.kind = group.name, group.canonical, group.kind if group.kind != "other" else known.kind
        known.countries = known.countries or ([] if stranger else group.countries)
        known.spans.append((s, name))
        for a in defined.get(fold(name), ("", None))[1:]:
            known.acronym = known.acronym or a
    for group in groups.values():
        if group.acronym is None:
            group.acronym = next(
                (n.replace(".", "") for _, n in group.spans if n.isupper() and 1 < len(n) <= 8 and n.replace(".", "") == initials(group.name)), None
            )
    _join_short(groups, view)
    agencies = positions([*(h.agency for h in heads if h.agency), *credits])
    kept = sorted((g for g in groups.values() if g.spans), key=_first)
    for group in kept:
        if group.kind == "other":
            group.kind = next((kind for s, _ in group.spans if (kind := kind_said(view.flat, s) or _kind_traded(view, s))), "other")
    for noun, whose in bodies_of_nouns(view.flat, [Body(g.name, g.kind, _first(g)) for g in kept], blocked):
        kept[whose].nouns.append(noun)
    made = [_organization(view, g, agencies) for g in kept]
    return [replace(o, id=i) for i, o in zip(unique([slug("org", o.name) for o in made]), made, strict=True)]


def _kind_traded(view: View, s: Span) -> OrgKind | None:
    """A company, where the mention has the symbol that its shares are traded under, which is no part of the cleaned text: Orlan (NYSE: ORL)."""
    return "company" if TRADED.match(view.raw, view.place(s.start, s.end)["end"]) else None


def _lands(said: Iterable[str], defined: Mapping[str, tuple[str, str | None]]) -> list[str]:
    """The country of an article that names none: the only one whose authorities and parties it names by names that are nobody else's."""
    listed = ((name, b) for name in said for b in listed_bodies(name, sure=True) if b.kind in ("government", "party", "military") and not is_everyones(b.name))
    lands = {b.country for name, b in listed if b.country and not (fold(name) in defined and is_another(defined[fold(name)][0], b))}
    return [*lands] if len(lands) == 1 else []


def _first(g: Group) -> int:
    return min(s.start for s, _ in g.spans)


def _fuller(new: str, old: str) -> bool:
    return not new.isupper() and (len(new) > len(old) or (old.isupper() and new.lower() == old.lower()))


def _join_short(groups: dict[str, Group], view: View) -> None:
    """A short form joins the one longer name that it begins or ends, said before it or under the headline that says it: Wagner, Comic Corps (of Canada),
    (Church of) Scientology."""
    starts: dict[str, list[str]] = {}
    ends: dict[str, list[str]] = {}
    for k in groups:
        tokens = k.split(" ")
        for n in range(1, min(len(tokens), 7)):
            starts.setdefault(" ".join(tokens[:n]), []).append(k)
            if n > 1 and firms.INITIALS.match(groups[k].name):
                starts.setdefault(" ".join(tokens[1:n]), []).append(k)
        for tail in _tails(k, groups[k]):
            ends.setdefault(tail, []).append(k)
    heads_alone = words("org_heads") & groups.keys()
    spoken = [{w for _, name in g.spans for w in name.lower().split()} for g in groups.values()] if heads_alone else []
    for k in sorted(groups, key=len):
        short = groups[k]
        if short.canonical or len(k) < 4 or not short.spans:
            continue
        if k in heads_alone and sum(k in said for said in spoken) > 2:
            continue  # "the Department", where the article speaks of two
        heads, tails = [h for h in starts.get(k, []) if groups[h].spans], [h for h in ends.get(k, []) if groups[h].spans]
        home = _whole(k, heads, groups) or (tails[0] if len(tails) == 1 and not heads else None)
        if home and (_first(groups[home]) < max(s.start for s, _ in short.spans) or view.section(_first(short)) == "title"):
            groups[home].spans += short.spans
            short.spans = []


def _tails(k: str, g: Group) -> set[str]:
    """What the key of a body ends with, or its name as the article has it: the National Assembly of Kuwait is the Assembly, too."""
    said = {k, *(key_of(name) for _, name in g.spans)} if g.canonical and g.kind == "government" else {k}
    return {" ".join(tokens[-n:]) for tokens in (form.split(" ") for form in said) for n in range(1, min(len(tokens), 7))}


def _whole(short: str, heads: Sequence[str], groups: Mapping[str, Group]) -> str | None:
    """The one name that a short form begins: what it leaves out are heads, legal forms, "of Canada"; or anything, where that is the only company."""
    companies = [
        h for h in heads if groups[h].kind == "company" and ", " not in " ".join(firms.without_form(groups[h].name.split())).split(" of ")[0].rstrip(",")
    ]
    if len(companies) == 1 and groups[short].kind in ("other", "company") and not firms.has_form(groups[short].name):
        return companies[0]
    continued = [h for h in heads if _continues(h[len(short) + 1 :])]
    return continued[0] if len(continued) == 1 == len(heads) else None


def _continues(rest: str) -> bool:
    """What a short form leaves out: heads, legal forms, "of Canada"."""
    return rest.startswith("of ") or all(w in words("org_heads") or w in firms.FORMS for w in rest.split())


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
    if _SOURCE.search(view.flat, max(0, s.start - 40), s.start):
        return True
    if opens_in_brackets(view.flat, s) or line_around(view.flat, s.start, s.end, _LINE).strip(" .()[]-–—") == view.name(s):
        return True
    if section == "title" and _TITLE_ENDS.match(view.flat, s.end) and _TITLE_BREAKS.search(view.flat, max(0, s.start - 3), s.start):
        return True
    return (section == "caption" and bool(_CREDIT_BEFORE.search(view.flat[max(0, s.start - 52) : s.start]))) or bool(
        re.match(r"\s*\)?\s*\Z", view.flat[s.end : s.end + 2]) and view.flat[s.start - 1 : s.start] in "(/" and s.start > 0
    )
