"""A verdict as lines for people, annotations for GitHub, JUnit XML for CI servers; and what changed since another run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree import ElementTree

from extractor.check.expected import article_facts, values
from extractor.check.score import Fault, Verdict
from extractor.errors import InputError
from extractor.serialize import from_json
from extractor.types import Record

_CONTROL = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what XML 1.0 has no place for


def score_lines(verdict: Verdict, floors: dict[str, float]) -> Iterator[str]:
    """A line a kind that was expected anywhere."""
    for kind, s in verdict.scores.items():
        floor = f"  floor {floors[kind]:.3f}" if kind in floors else ""
        yield f"{kind:14} P {s.precision:.3f}  R {s.recall:.3f}  F1 {s.f1:.3f}  right {s.right}  missing {s.missing}  extra {s.extra}{floor}"


def github_lines(faults: Iterable[Fault], failed: bool) -> Iterator[str]:
    """Workflow commands that annotate the articles: errors when the check failed, else warnings."""
    level = "error" if failed else "warning"
    for f in faults:
        place = f",line={f.line},col={f.column}" if f.line else ""
        yield f"::{level} file={_escaped(f.file, ':,')}{place}::{_escaped(f.message)}"


def _escaped(text: str, more: str = "") -> str:
    for c in "%\r\n" + more:
        text = text.replace(c, f"%{ord(c):02X}")
    return text


def junit(verdict: Verdict, files: Iterable[str], floors: dict[str, float]) -> str:
    """A test case an article, failing with its faults, and one a floor. With floors, an article's faults are output, not failures."""
    suite = ElementTree.Element("testsuite", name="extractor check")
    by_file: dict[str, list[str]] = {f: [] for f in files}
    for fault in verdict.faults:
        by_file[fault.file].append(str(fault))
    failures = 0
    for file, faults in by_file.items():
        case = ElementTree.SubElement(suite, "testcase", classname="article", name=_clean(file))
        if faults:
            failures += not floors
            kind = "system-out" if floors else "failure"
            ElementTree.SubElement(case, kind, {} if floors else {"message": _clean(faults[0])}).text = _clean("\n".join(faults))
    for name, floor in floors.items():
        case = ElementTree.SubElement(suite, "testcase", classname="floor", name=name)
        if verdict.scores[name].f1 < floor:
            failures += 1
            ElementTree.SubElement(case, "failure", message=f"{name}: F1 {verdict.scores[name].f1:.3f} is under {floor:.3f}")
    suite.attrib |= {"tests": str(len(suite)), "failures": str(failures)}
    return ElementTree.tostring(suite, encoding="unicode", xml_declaration=True) + "\n"


def _clean(text: str) -> str:
    return _CONTROL.sub("�", text)


def changes(old: Record | None, new: Record) -> Iterator[str]:
    """What a record says that another run's did not, and the reverse; a line a value."""
    if old is None:
        yield f"{new.id}: not in the baseline"
        return
    before, after = article_facts(old), article_facts(new)
    yield from (f"{new.id}: {k}: {before[k]!r} is now {after[k]!r}" for k in after if before[k] != after[k])
    was, now = values(old), values(new)
    for kind in now:
        yield from (f"{new.id}: {kind}: new {v}" for v in sorted(now[kind].keys() - was[kind].keys()))
        yield from (f"{new.id}: {kind}: gone {v}" for v in sorted(was[kind].keys() - now[kind].keys()))


def changes_since(path: str, records: list[Record]) -> Iterator[str]:
    """`changes` of records against those of the same id in a JSONL file. InputError when the file holds something else."""
    try:
        with Path(path).open(encoding="utf-8") as f:
            old = {r.id: r for n, line in enumerate(f, 1) if line.strip() for r in [from_json(line, f"{path} line {n}")]}
    except (OSError, UnicodeDecodeError) as e:
        raise InputError(f"{path}: can't be read ({e}); give the output of extractor run -f jsonl") from None
    for r in records:
        yield from changes(old.get(r.id), r)
