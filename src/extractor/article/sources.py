"""Paths, folders, standard input, JSONL and HTML to raw articles, one at a time. A bad input is an error in the stream, never its end."""

from __future__ import annotations

import hashlib
import json
import re
import warnings
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path, PurePath
from typing import Any, BinaryIO

from extractor.article.decode import decode, without_surrogates
from extractor.config import Config
from extractor.errors import InputError, UsageError
from extractor.resources import compiled, words
from extractor.types import Raw

Meter = Callable[[int], object]


def _unmetered(size: int) -> None:
    pass


SUFFIXES = {".txt": "text", ".md": "text", ".html": "html", ".htm": "html", ".jsonl": "jsonl"}


def read_sources(paths: tuple[str, ...], stdin: BinaryIO, config: Config, input_format: str = "auto", meter: Meter = _unmetered) -> Iterator[Raw | InputError]:
    """Yield every article of `paths` ("-" or none: standard input) in order, or the InputError that stands in its place.

    `meter` hears of every number of bytes that was read.
    """
    for path in paths or ("-",):
        if path == "-":
            yield from _standard_input(stdin, config, input_format)
            continue
        if "://" in path:
            yield from _remote(path, config, input_format, meter)
            continue
        p = Path(path)
        try:
            files = _files(p)
        except OSError as e:
            yield InputError(f"{path}: {e.strerror}; check the path")
            continue
        if p.is_dir() and not files:
            yield InputError(f"{path}: no articles in this folder; it should hold .txt, .md, .html or .jsonl files")
        for f in files:
            yield from _file(str(f), partial(f.open, "rb"), config, input_format, meter)


def _files(p: Path) -> list[Path]:
    """The articles of a folder, to its depth; any other path as it is. OSError when it can't be listed."""
    return sorted(f for f in p.rglob("*") if f.suffix.lower() in SUFFIXES and f.is_file()) if p.is_dir() else [p]


def _file(where: str, opened: Callable[[], Any], config: Config, input_format: str, meter: Meter) -> Iterator[Raw | InputError]:
    path = PurePath(where)
    kind = SUFFIXES.get(path.suffix.lower(), "text") if input_format == "auto" else input_format
    try:
        with opened() as f:
            if kind == "jsonl":
                yield from _jsonl(f, where, config, meter)
                return
            data = f.read()
        meter(len(data))
        yield _article(data, where, path.name, kind, config.encoding)
    except InputError as e:
        yield e
    except FileNotFoundError:
        yield InputError(f"{where}: no such file; check the path")
    except OSError as e:
        yield InputError(f"{where}: can't be read ({e.strerror or e}); check the path and its permissions")


def _remote(url: str, config: Config, input_format: str, meter: Meter) -> Iterator[Raw | InputError]:
    """The files of a URL, in which * stands for any name, by fsspec."""
    try:
        import fsspec

        files = fsspec.open_files(url, "rb")
    except ImportError as e:
        yield InputError(f"{url}: URLs need {e.name or 'more'}; pip install 'extractor[cluster]' and what fsspec names for this kind of address ({e})")
        return
    except Exception as e:  # each kind of storage raises its own
        yield InputError(f"{url}: can't be read ({' '.join(str(e).split())[:160]}); check the address and its permissions")
        return
    if not files:
        yield InputError(f"{url}: no such files; check the address")
    for f in files:
        yield from _file(f.full_name, f.open, config, input_format, meter)


def total_size(paths: tuple[str, ...]) -> int | None:
    """Bytes of all files in `paths`; None when some can't be known before they are read."""
    total = 0
    for path in paths:
        p = Path(path)
        try:
            total += sum(f.stat().st_size for f in _files(p))
        except OSError:
            return None
    return total or None


def _standard_input(stdin: BinaryIO, config: Config, input_format: str) -> Iterator[Raw | InputError]:
    if input_format == "jsonl":
        yield from _jsonl(stdin, "standard input", config)
        return
    try:
        yield _article(stdin.read(), None, None, "html" if input_format == "html" else "text", config.encoding)
    except InputError as e:
        yield e


def _article(data: bytes, path: str | None, name: str | None, kind: str, given: str | None) -> Raw:
    text, encoding, invalid = decode(data, path or "standard input", given)
    sha = hashlib.sha256(data).hexdigest()
    if kind == "html":
        return read_html(text, path, name or sha[:16], encoding, invalid, sha)
    return Raw(name or sha[:16], text, path, encoding, invalid, sha)


def read_html(text: str, path: str | None, name: str, encoding: str, invalid: int, sha: str) -> Raw:
    """The article of an HTML page, by trafilatura; InputError without the extra or without text."""
    try:
        import trafilatura
    except ImportError:
        raise InputError(f"{path or 'standard input'}: HTML needs the extra; pip install 'extractor[html]', or paste the text") from None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of dates in the page's time zone
        found = trafilatura.bare_extraction(text, with_metadata=True)
    page = found if isinstance(found, dict) or found is None else found.as_dict()
    if page is None or not (page["text"] or "").strip():
        raise InputError(f"{path or 'standard input'}: no article text in this page; paste the text itself")
    body = f"{page['title']}\n\n{page['text']}" if page["title"] else page["text"]
    return Raw(
        name,
        body,
        path,
        encoding,
        invalid,
        sha,
        _day_as_stamped(page["date"], text),
        page["title"],
        page["url"],
        html=True,
        site=page["sitename"],
        authors=_authors(page["author"]),
    )


_MONTH_OR_DAY = re.compile(r"(\d{4})-(0\d|1[0-2])-(0\d|1[0-2])")


def _day_as_stamped(found: str | None, html: str) -> str | None:
    """The date that was found in a page; with month and day the other way round where the page only has that in full: 10/04/16 and 2016-10-04."""
    m = _MONTH_OR_DAY.fullmatch(found or "")
    if not m or re.search(rf"{m[1]}[-/]{m[2]}[-/]{m[3]}", html) or not re.search(rf"{m[1]}[-/]{m[3]}[-/]{m[2]}", html):
        return found
    return f"{m[1]}-{m[3]}-{m[2]}"


def _authors(said: str | None) -> tuple[str, ...]:
    """The names that a page's metadata gives; much of it is none: Sign In, Wednesday January."""
    able = (a for a in (said or "").split("; ") if _AUTHOR.fullmatch(a))
    return tuple(dict.fromkeys(a for a in able if words("no_authors").isdisjoint(a.lower().split())))


_AUTHOR = compiled(r"[A-Z][\w'’.-]*(?: (?:[A-Z][\w'’.-]*|de|da|del|van|von|der|la|bin|al|el)){1,3}")


def _jsonl(lines: BinaryIO, where: str, config: Config, meter: Meter = _unmetered) -> Iterator[Raw | InputError]:
    empty = True
    for n, line in enumerate(lines, 1):
        meter(len(line))
        if not line.strip(b" \t\r\n\xef\xbb\xbf\x00"):
            continue
        empty = False
        try:
            yield _row(line, f"{where} line {n}", config)
        except InputError as e:
            yield e
    if empty:
        yield InputError(f"{where}: empty; one JSON object a line is expected")


def _row(line: bytes, where: str, config: Config) -> Raw:
    try:
        row = json.loads(line.decode("utf-8-sig", errors="replace"))
    except (json.JSONDecodeError, RecursionError) as e:
        what = e.msg if isinstance(e, json.JSONDecodeError) else "nested too deeply"
        raise InputError(f"{where}: not JSON ({what}); each line must be one object") from None
    if not isinstance(row, dict):
        raise InputError(f"{where}: not a JSON object; each line must be one object with a {config.text_field!r} field")
    text = row.get(config.text_field)
    if not isinstance(text, str) or not text.strip():
        raise InputError(f"{where}: no text in field {config.text_field!r}; name the right one with --text-field")
    text, invalid = without_surrogates(text)
    sha = hashlib.sha256(text.encode()).hexdigest()
    given = row.get(config.date_field)
    published = iso_date(str(given), f"{where}: field {config.date_field!r}") if given else None
    return Raw(_text(row.get(config.id_field)) or sha[:16], text, None, "utf-8", invalid, sha, published, _text(row.get("title")), _text(row.get("url")))


def _text(value: Any) -> str | None:
    return None if value is None or value == "" else without_surrogates(str(value))[0]


def iso_date(text: str, where: str) -> str:
    """YYYY-MM-DD of an ISO 8601 date or date and time; InputError when it isn't one."""
    try:
        return str(date.fromisoformat(text.strip()[:10]))
    except ValueError:
        raise InputError(f"{where}: {text[:40]!r} is not a date; write it as 2023-02-09") from None


def option_date(text: str) -> str:
    """The same for --published, as a usage error."""
    try:
        return iso_date(text, "--published")
    except InputError as e:
        raise UsageError(str(e)) from None
