"""What a body is called and whose it is: listed bodies, ministries and parliaments after their country, the others as the article has them."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from extractor import gazetteer
from extractor.entities.common import View
from extractor.entities.kinds import kind_of_name
from extractor.entities.owners import has_house, local_owner, named_owner, own_word, possessor, seat_of, split_owner
from extractor.gazetteer import countries, fold
from extractor.mentions import firms
from extractor.mentions.bodies import kind_of_body
from extractor.resources import toml, words
from extractor.types import OrgKind, Span


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


@dataclass(frozen=True, slots=True)
class Article:
    """What an article says of its bodies: long forms and acronyms by folded name, the names said, its countries with their rank, the only one of them."""

    defined: Mapping[str, tuple[str, str | None]]
    said: frozenset[str]
    codes: Mapping[str, int]
    home: str | None
    teams: frozenset[str]  # the countries of the teams that it names in full
    shorts: frozenset[str]  # what it may call its companies in short
    local: Mapping[str, str]  # the kinds of bodies that it gives to one region or city alone
    carriers: frozenset[str]  # the acronyms that are an agency's somewhere in it


_SILENT = Article(MappingProxyType({}), frozenset(), MappingProxyType({}), None, frozenset(), frozenset(), MappingProxyType({}), frozenset())


def key_of(name: str) -> str:
    tokens = firms.without_form(fold(re.sub(r"[.,]", "", name)).split())
    if len(tokens) > 1 and (tokens[0] == "the" or tokens[0].upper() in words("company_prefixes")):
        tokens = tokens[1:]
    return " ".join(tokens)


def group_of(view: View, s: Span, name: str, home: str | None, article: Article) -> tuple[str, Group]:
    """The key of the body that a mention names, and a group for it; `home` is the country that has a body without an owner here."""
    if s.label == "BODY":
        canonical, code, extra = s.value
        if s.rule == "body-place":
            return key_of(name), Group(name, True, "government", countries=seat_of(name, article.codes))
        local = None if code else local_owner(view, s)
        if local is None and not code:
            local = article.local.get(canonical)
        if local is not None:
            return _of_place(local, name, article)
        code = code or own_word(name, article.codes) or home
        if extra:
            return key_of(name), Group(name, True, "government", countries=[code] if code else [])
        kind = kind_of_body(canonical)
        if code and not kind and (listed := next((b for b in gazetteer.listed_bodies(canonical) if b.country == code), None)):
            return fold(listed.name), Group(listed.name, True, "government", listed.acronym, [code])  # the Department of Housing and Urban Development
        own = toml("words")["own_names"].get(canonical, {}).get(code)
        full = own or (f"{canonical} of {_with_article(code)}" if code else canonical)
        return fold(full), Group(full, True, kind or "government", countries=[code] if code else [])  # type: ignore[arg-type]
    if isinstance(s.value, dict):  # the user's own pattern
        return fold(s.value["name"] or name), Group(
            s.value["name"] or name, True, s.value.get("kind") or "other", countries=[c for c in [s.value.get("country")] if c]
        )
    told = s.rule == "told-outlet"
    name = f"The {name}" if told else name
    own, rest = split_owner(name)
    bare = rest.lower() in toml("words")["bare_bodies"]
    if bare and not own and (local := local_owner(view, s)) is not None:
        return _of_place(local, name, article)
    if bare and (code := own or home) and has_house(code, rest):
        if party := toml("words")["congress_parties"].get(code) if rest.lower() == "congress" else None:
            return fold(party), Group(party, True, "party", countries=[code])
        listed = _listed(f"U.S. {rest}") if code == "US" else None
        full = listed.name if listed else f"{rest.title() if rest.isupper() else rest} of {_with_article(code)}"
        return full.lower(), Group(full, True, "government", countries=[code])
    owner = [code] if (code := possessor(view, s)) else []
    long, acronym = article.defined.get(fold(name), (None, None))
    for form in (long, name, acronym) if long and name == acronym else (name, long, acronym):
        body = (_carrier(view, s, form) or _listed(form, article)) if form else None
        weak = not gazetteer.is_sure(form or "")
        if body and long and is_everyones(long) and body.acronym != acronym and body.country not in article.codes:
            continue  # the Democratic Party (PD) is not America's
        if body and body.kind == "sport" and form in article.shorts:
            continue  # Arsenal, of Arsenal Holdings Inc
        if body and not _is_elsewhere(body, name, bare or weak, owner, article) and not (long and form == acronym and is_another(long, body, article.codes)):
            shared = weak if body.kind == "media" else body.kind == "party" and is_everyones(body.name)
            elsewhere = shared and (article.codes or not name.isupper()) and body.country not in article.codes  # The Herald of Harare, not that of Glasgow
            acronym = (None if elsewhere and form != body.acronym else body.acronym) or acronym  # a Social Democratic Party is not Germany's SPD everywhere
            return _of_body(body, acronym, elsewhere)
    if name in article.carriers and (carrier := gazetteer.agency(name)):
        return _of_body(carrier, carrier.acronym)
    if long:
        kind = kind_of_name(long)
        return key_of(long), Group(re.sub(r"\A[Tt]he ", "", long), False, kind, acronym, _owners(long, kind, owner, article))
    if chapter := _party_of(name, article):
        return key_of(name), Group(name, False, "party", None, [chapter.country] if chapter.country else [])
    kind = "media" if told else "government" if bare else kind_of_name(name)
    shown = _shown(name)
    return key_of(name), Group(shown, False, kind, None, _owners(shown, kind, owner, article))


def _of_body(body: gazetteer.Body, acronym: str | None, elsewhere: bool = False) -> tuple[str, Group]:
    """The key and the group of a listed body, without its country where the article is of another."""
    return fold(body.name), Group(body.name, True, body.kind, acronym, [body.country] if body.country and not elsewhere else [])  # type: ignore[arg-type]


def _owners(name: str, kind: OrgKind, owner: list[str], article: Article) -> list[str]:
    """Whose a body is that no table has: of the country or, for an authority, the place in its name, else of the country that owns it in the sentence."""
    return named_owner(name) or owner or (seat_of(name, article.codes) if kind == "government" else [])


def _party_of(name: str, article: Article) -> gazetteer.Body | None:
    """The listed party whose chapter a name is: Lagos APC, Manda Upazila Awami League; of a country that the article speaks of, if of any."""
    tokens = name.split()
    found = (b for n in range(1, len(tokens)) for b in gazetteer.listed_bodies(" ".join(tokens[n:])) if b.kind == "party" and not is_everyones(b.name))
    return next((b for b in found if not article.codes or b.country in article.codes), None)


def _of_place(place: str, name: str, article: Article) -> tuple[str, Group]:
    full = f"{place} {name}".strip()
    return key_of(full), Group(full, True, "government", countries=seat_of(full, article.codes) if place else [])


def _is_elsewhere(body: gazetteer.Body, name: str, common: bool, owner: list[str], article: Article) -> bool:
    """The listed body is another country's than the one meant: no American house in an article on Nigeria, nor Taiwan's DPP in one on Malawi, nor
    Bangladesh's Anti-Corruption Commission in "Zambia's Anti-Corruption Commission", nor France's Constitutional Council in one on Gabon."""
    if owner and body.kind in ("government", "party") and body.country and owner != [body.country]:
        return True
    state_or_party = (common and body.kind == "government") or (body.kind == "party" and (common or name.isupper()) and body.name not in article.said)
    unsaid = bool(body.country) and body.country not in article.codes
    return state_or_party and unsaid and (bool(article.codes) or (name.isupper() and body.kind == "government"))


_ARTICLE = (
    *("United ", "Netherlands", "Philippines", "Maldives", "Bahamas", "Gambia", "Czech Republic", "Democratic Republic", "Republic of"),
    *("Central African", "Dominican", "Solomon", "Marshall"),
)


def _with_article(code: str) -> str:
    name = countries()[code].name
    return f"the {name}" if name.startswith(_ARTICLE) else name


def _shown(name: str) -> str:
    """A long name in capitals as it is written otherwise."""
    if not (name.isupper() and " " in name and len(name) > 12):
        return name
    return re.sub(r" (?:Of|The|And|For|In|On|To)\b", lambda m: m.group().lower(), name.title())


def is_another(long: str, body: gazetteer.Body, codes: Collection[str] = ()) -> bool:
    """The article's own name of an acronym has no word of the listed body's name: another PTI than the Press Trust of India. Of a party of none of
    `codes`, a word that says more than that: the SD of the Social Democrats."""
    common = words("org_heads") | {"national"} | (words("party_words") if codes and body.kind == "party" and body.country not in codes else set())
    stems = [
        {w[:5] for w in said if len(w) > 3 and w not in common} or {*said}
        for said in (re.split(r"[\s-]+", fold(n)) for n in (long, " ".join((body.name, *body.aliases))))
    ]
    return _listed(long) != body and (stems[0].isdisjoint(stems[1]) or _differs(long, body, codes))


def _differs(long: str, body: gazetteer.Body, codes: Collection[str]) -> bool:
    """A name of the same initials has another word in place of one of the listed body's, which is of none of `codes`: the Zanzibar Electoral
    Commission, the African Development Bank."""
    if body.country in codes:
        return False
    said = _plain_words(long)
    forms = [_plain_words(f) for n in (body.name, *body.aliases) for f in (n, n.split(" of ")[0])]
    alike = [form for form in forms if [w[0] for w in form] == [w[0] for w in said]]
    return bool(alike) and all(any(not w.startswith(o[:4]) and not o.startswith(w[:4]) for w, o in zip(said, form, strict=True)) for form in alike)


def _plain_words(name: str) -> list[str]:
    return [w for w in re.split(r"[\s-]+", fold(name).replace(".", "")) if w]


_ASKS = re.compile(r"\b(?:told|tells|telling) \Z")
_SENT = re.compile(r" (?:reporters?|journalists?|correspondents?|photographers?|tally|count|news agency)\b")


def carriers(view: View, spans: Sequence[Span]) -> frozenset[str]:
    """The acronyms of which a mention says that they are those of an agency: told IPS, (IPS) in a dateline."""
    return frozenset(name for s in spans if (name := view.name(s)).isupper() and (s.rule == "dateline-agency" or _carrier(view, s, name)))


def _carrier(view: View, s: Span, acronym: str) -> gazetteer.Body | None:
    """The agency that a picture or story is from, of all that an acronym can mean: Ana Rua/AFP, in Manila, too."""
    beside = view.flat[s.start - 1 : s.start] == "/" or view.flat[s.end : s.end + 1] == "/"
    asked = _ASKS.search(view.flat, max(0, s.start - 12), s.start) or _SENT.match(view.flat, s.end)  # told AFP, though Australia has another
    if not acronym.isupper() or not (beside or asked or view.section(s.start) in ("caption", "credit", "byline")):
        return None
    return gazetteer.agency(acronym)


def _listed(name: str, article: Article = _SILENT) -> gazetteer.Body | None:
    """The listed body of this name; of several, the one that the article also calls by its whole name, else that of the country said most, else a
    strong one."""
    for form in (name, re.sub(r"\A[Tt]he ", "", name), re.sub(r"'s\Z", "", name.replace("’", "'"))):
        able = [e for e in gazetteer.lookup(form) if e.kind == "org"]
        if able:
            played = dict.fromkeys(article.teams, len(article.codes)) if gazetteer.bodies()[able[0].name].kind == "sport" else {}
            ranks = {**played, **article.codes}
            best = min(able, key=lambda e: (e.name == form or e.name not in article.said, ranks.get(e.code or "", len(ranks) + 1), e.weak))
            return None if _is_anyones(form, best, able, article.said, ranks) else gazetteer.bodies()[best.name]
    if (bare := _UNMARKED.fullmatch(name)) and gazetteer.is_sure(bare[1]):
        owner = _listed(bare[1], article)
        return owner if owner and owner.kind != "agency" else None  # Chile's AFPs, its pension funds
    if body := next((b for b in gazetteer.spoken_bodies(name) if (b.acronym or b.name) == name.upper()), None):
        return body
    if name.endswith(" News Agency") and (agency := gazetteer.agency(name.removesuffix(" News Agency"))):
        return agency
    if (other := _other_spelling(name)) != name:
        return _listed(other, article)
    if company := next((b for b in _without_form(name) if b.kind == "company"), None):
        return company
    code, rest = split_owner(name)  # "United Kingdom Home Office"
    return next((b for b in gazetteer.listed_bodies(rest) if b.country == code), None) if code else None


_UNMARKED = re.compile(r"([A-Z]{3,6})s")  # the BJPs vote share, where a feed lost the apostrophe
_FEW = 2  # countries that an article speaks of most: a "Liberal Party" is no other's


def _is_anyones(form: str, e: gazetteer.Entry, able: Sequence[gazetteer.Entry], said: frozenset[str], codes: Mapping[str, int]) -> bool:
    """The nickname of a team (Bulls, Blues) whose country the article doesn't speak of, or that two teams of that country have; an acronym (ICI) that
    is not sure, in an article that speaks of other countries alone."""
    if not e.weak or (e.name in said and not form.isupper()):
        return False
    if gazetteer.bodies()[e.name].kind == "sport" and e.name not in said:
        return (e.code is not None and e.code not in codes) or sum(other.code == e.code for other in able) > 1
    if gazetteer.bodies()[e.name].kind == "party" and e.name != form and len(able) > 1:
        return bool(codes) and codes.get(e.code or "", _FEW) >= _FEW
    return (
        form.isupper()
        and gazetteer.spelled(form) == form
        and (e.name == form or e.name not in said)
        and e.code is not None
        and bool(codes)
        and e.code not in codes
    )


_AL = re.compile(r"(?<= )(?:Al|El|Ul)-(?=[A-Z])")


def _other_spelling(name: str) -> str:
    """A name with the American spelling of its words, and capitals: Centre for Strategic and International Studies, the European parliament,
    Tahrir Al-Sham."""
    spelled = (toml("words")["american"].get(w, w) for w in name.split())
    capitals = " ".join(w if w in words("small_in_names") else w[:1].upper() + w[1:] for w in spelled)
    return _AL.sub(lambda m: m.group().lower(), capitals)


def _without_form(name: str) -> list[gazetteer.Body]:
    """The listed bodies of a name without the legal form at its end, and what may stand before that: Deutsche Bank AG, Credit Suisse Group AG."""
    said = name.split()
    tokens = said[:]
    while len(tokens) > 1 and fold(tokens[-1].strip(".,")) in firms.FORMS:
        tokens.pop()
    if len(tokens) == len(said) and tokens[-1] not in ("Holding", "Holdings", "Group"):
        return []
    while tokens and not gazetteer.lookup(" ".join(tokens).rstrip(",")) and tokens[-1].lower() in words("before_legal_forms"):
        tokens.pop()
    return gazetteer.listed_bodies(" ".join(tokens).rstrip(","))


def is_everyones(party: str) -> bool:
    """A party's name that parties of many countries have: Democratic Party."""
    return all(w.lower() in words("party_words") for w in party.replace("-", " ").split())
