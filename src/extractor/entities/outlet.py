"""Who published an article: by its address, its credits, the end of its title, its dateline, or what its page calls itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extractor import gazetteer
from extractor.article.lines import source_of
from extractor.article.published import Head
from extractor.entities.common import View
from extractor.resources import toml
from extractor.types import Organization, Raw

_ADDRESS = re.compile(r"https?://(?:(?:www|en|news|edition|m|amp)\.)*([\w.-]+)")
_TITLE_END = re.compile(r" [|–—-] (?P<name>[^|–—]{2,40})\Z")  # Mayor Quits | CNN Politics
_PLACELESS = re.compile(r"^\s*\((?P<name>[A-Z][\w .&]{1,30})\)\s*(?:--|—|–|-)\s", re.M)
_MESSAGE = re.compile(r"(?i:a message from) (?P<name>(?:The )?[A-Z][^\n:.]{2,40})")
_APPEARED = re.compile(r"\bappeared (?:first )?on (?P<name>(?:The )?[A-Z\d][^\n.]{1,60})\.?\s*$", re.M)  # of feeds
_HEAD = 2_000  # characters in which an address or an agency is looked for
_SITE = re.compile(r"(?!.*\d{4}|.* \d).{2,40}")  # some pages put their title or date there
_SECOND_LEVEL = frozenset({"co", "com", "net", "org", "go", "gov", "ac"})


def outlet(raw: Raw, view: View, title: str, heads: Sequence[Head], orgs: Sequence[Organization]) -> str | None:
    """The listed name of the outlet where there is one, else as the page or the dateline has it."""
    text = view.cleaned.text
    for address in (raw.url or "", text[:_HEAD]):
        if (m := _ADDRESS.search(address)) and (name := _of_host(m[1])):
            return name
    for o in orgs:
        if o.kind == "media" and o.name in _by_letters().values() and any(m.section == "credit" and not _is_source(raw.text, m.start) for m in o.mentions):
            return o.name
    message = _MESSAGE.search(text)
    if message and any(e.kind != "org" for e in gazetteer.lookup(message["name"])):
        message = None  # The killing is a message from Ukraine: nobody is safe
    if m := message or _APPEARED.search(text):
        return _carrier(m["name"]) or m["name"].strip()
    signed = [row.strip() for s in view.sections if s.kind == "byline" for row in text[s.start : s.end].split("\n")]
    if source := next((name for row in signed if (name := source_of(row) or _listed(row, sure=True))), None):
        return _carrier(source) or source
    for m in (_TITLE_END.search(title), _PLACELESS.search(text, 0, _HEAD)):
        if m and (name := _carrier(m["name"])):
            return name
    bracketed = (o.name for o in orgs if o.kind in ("media", "agency") and o.role == "credit" and raw.text.endswith("[", 0, o.mentions[0].start))
    if name := next(bracketed, None):
        return name
    if heads and heads[0].agency:
        surface = view.flat[slice(*heads[0].agency)]
        return next((e.name for e in gazetteer.lookup(surface) if e.kind == "org"), surface)
    site = (raw.site or "").strip()
    if _SITE.fullmatch(site) and site != raw.title:
        return _of_host(site.lower()) or _carrier(site) or site
    own = _ADDRESS.match(raw.url or text.lstrip())
    return own[1] if own else None


def _is_source(text: str, at: int) -> bool:
    """In a line of several sources, none of which carries the story."""
    return text[text.rfind("\n", 0, at) + 1 : at].lstrip().lower().startswith("sources:")


@cache
def _by_letters() -> dict[str, str]:
    """Listed media and agencies by the letters of their names, which are those of their web addresses, too."""
    names = sorted({b.name for b in gazetteer.bodies().values() if b.kind in ("media", "agency")})
    plain = {re.sub(r"[^a-z]", "", gazetteer.fold(n).removeprefix("the ")): n for n in reversed(names)}
    return {k: n for k, n in plain.items() if len(k) > 3}


def _of_host(host: str) -> str | None:
    """The listed outlet at a web address: washingtonpost.com, cnn.com."""
    if named := toml("words")["hosts"].get(host):
        return str(named)
    stem = host.rsplit(".", 1)[0]
    own = next((label for label in reversed(host.split(".")[:-1]) if label not in _SECOND_LEVEL), "")
    spelled = [_by_letters().get(re.sub(r"[^a-z]", "", form)) for form in (host, stem, stem.removeprefix("the"), own)]
    return next((name for name in (*spelled, _carrier(own.upper())) if name and not _is_foreign(name, host)), None)


_WORLDWIDE = frozenset({"TV", "CO", "IO", "ME", "LY", "EU", "FM"})  # domains of countries that anybody takes
_UNITED_KINGDOM = {"UK": "GB"}


def _is_foreign(name: str, host: str) -> bool:
    """The address is in another country than the listed outlet: the Economist of economist.com.na is Namibia's."""
    domain = host.rsplit(".", 1)[-1].upper()
    land = _UNITED_KINGDOM.get(domain, domain)
    return land in gazetteer.countries() and domain not in _WORLDWIDE and gazetteer.bodies()[name].country not in (None, land)


def _listed(said: str, sure: bool = False) -> str | None:
    """The listed outlet or agency of that name."""
    return next((b.name for b in gazetteer.listed_bodies(said, sure=sure) if b.kind in ("media", "agency")), None)


def _carrier(said: str) -> str | None:
    """The listed outlet or agency that a few words are, without the section of the paper or the ending of an address."""
    for form in (said, said.removesuffix(".com"), said.rpartition(" ")[0]):
        if found := _listed(form):
            return found
    return None
