"""Names that a title announces, whatever the model says: Sgt. Matt Knowles, Mother Teresa."""

from __future__ import annotations

import re
from functools import cache

from extractor.mentions.names import clean_name, is_given
from extractor.resources import any_of, compiled, words
from extractor.titles.offices import capital_titles, kinds

_STYLED = re.compile(r" (?:Dr|Mr|Mrs|Ms|Prof|Engr)\.? ")
_OWNER = re.compile(r"['’]s? ")


def title_led(text: str) -> list[tuple[int, int]]:
    """Names that a title announces ("Sgt. Matt Knowles"), whatever the model says: ranges of the names."""
    out = []
    for m in _title_pattern().finditer(text):
        start, end = m.span("name")
        if (owner := _OWNER.search(m["name"])) and m["given"] is None:
            end = start + owner.start()  # PM Modi's Kashmir rally
        if any(w.rpartition("-")[2] in words("compound_ends") for w in m["name"].split()):
            continue  # "General Motors-backed Cruise"
        if _STYLED.search(m["name"]):
            continue  # Additional IG Karachi Dr Amir Ahmed Shaikh: the model's own name is whole
        first = m["name"].split()[0]
        if (first.lower() in words("headline_verbs") or first.lower() == "statement") and not is_given(first):
            continue  # Central Bank Governor Urges Canada, Labour Minister Statement Insulting
        name = (start, end) if m["given"] is not None else clean_name(text, start, end)
        if name is not None and name[0] > start and (rest := _title_pattern().match(text, start)):  # Prime Minister Senior General Min Aung Hlaing
            name = clean_name(text, *rest.span("name"))
        if name is not None and m["head"] in words("short_titles") - {"PM"} and " " not in text[name[0] : name[1]]:
            continue  # CS Lewis
        if name is not None and text[name[0] : name[1]].rpartition(" ")[2].lower() in words("streets"):
            continue  # Lady Rua Road
        if name is not None and text[m.start() : name[1]].lower() not in kinds():  # Datuk Seri Dr Ahmad
            out.append(name)
    return [*out, *(m.span() for pattern in (_NUN, _SHORTENED) for m in pattern.finditer(text))]


_SHORTENED = compiled(r"(?<![\w.])(?:Md|Mohd|Muhd|Mst)\. [A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3}")  # Md. Ayub Ali
_NUN = compiled(  # Mother Teresa, who is never Teresa alone
    r"\bMother (?!Nature|Earth|Russia|Goose|Jones|Courage|Hubbard|Tongue|Superior|Church|Country|Language|Lode|Ship|Theresa May)[A-Z][a-z]{3,}\b(?! [A-Z])"
)


def _titled(title: str) -> str:
    """Chief of the General Staff."""
    return " ".join(w if w in words("small_in_names") else w.capitalize() for w in title.split())


@cache
def _title_pattern() -> re.Pattern[str]:
    loose = words("loose_titles") | capital_titles()
    spoken = {form for t in kinds() if kinds()[t] != "executive" and t not in loose for form in (t[:1].upper() + t[1:], t.title(), _titled(t), t.upper())}
    heads = any_of(form for form in spoken | words("short_titles") if not form.isupper() or len(form) > 4 or form in words("short_titles"))
    part = r"(?:[A-Z][\w'’.-]*|(?:al|el|ul|ibn|bin|abu)[- ][A-Z][\w'-]+|O'[A-Z]\w+)"
    joint = r"(?: (?:bin|ibn|van|von|der|den|de|del|la|da|dos|el|al|ould|ter)){0,2}"
    name = rf"\((?P<given>[A-Z]['-]?[a-z][\w'-]*)\) [A-Z][\w'-]+|{part}(?:{joint} +{part}){{0,3}}"  # within its line: soft breaks are spaces
    return compiled(rf"(?<![\w-])(?<!\d )(?=[A-Z])(?P<head>{heads})(?:-elect)?(?<!\.)\.? +(?P<name>{name})(?![\w])")
