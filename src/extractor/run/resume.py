"""An interrupted run goes on: what its part file or database holds already is not done again."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from extractor.errors import UsageError
from extractor.types import Producer, Raw

PART = ".part"


def part_of(output: str) -> Path:
    """The file that a run into `output` grows until it is whole."""
    return Path(output + PART)


def already_done(output: str | None, fmt: str, producer: Producer) -> Counter[int]:
    """How often each article is done in what an interrupted run left. UsageError when a format can't be gone on with."""
    if output is None or fmt not in ("jsonl", "sqlite"):
        raise UsageError("--resume goes on with a file of jsonl or sqlite; add -o news.jsonl or -o news.db")
    by = f"{producer.version} {producer.model} {producer.data}"
    return _in_part(output, by) if fmt == "jsonl" else _in_database(output, by)


def _in_part(output: str, producer: str) -> Counter[int]:
    """What the part file holds; its torn last line is cut off. UsageError when another version or model wrote it."""
    part = part_of(output)
    done: Counter[int] = Counter()
    try:
        with part.open("r+b") as f:
            whole = 0
            for line in f:
                if not line.endswith(b"\n"):
                    break
                row = json.loads(line)
                by = " ".join(row["producer"][k] for k in ("version", "model", "data"))
                if by != producer:
                    raise UsageError(f"{part}: written by {by}, this is {producer}; remove it and run without --resume")
                done[_key(row["id"], row["source"]["sha256"])] += 1
                whole += len(line)
            f.truncate(whole)
    except FileNotFoundError:
        pass
    except OSError as e:
        raise UsageError(f"{part}: can't be read ({e.strerror}); check its permissions") from e
    except (ValueError, TypeError, KeyError):
        raise UsageError(f"{part}: not the records of an interrupted run; remove it and run without --resume") from None
    return done


def _in_database(output: str, producer: str) -> Counter[int]:
    from extractor.render.sqlite import database

    if not Path(output).exists():
        return Counter()
    with database(output) as db:
        return Counter(_key(*row) for row in db.execute("SELECT name, sha256 FROM articles WHERE producer = ?", (producer,)))


def remaining(raws: Iterable[Raw], done: Counter[int]) -> Iterator[Raw]:
    """The articles that are not done yet, as often as they are not."""
    for raw in raws:
        key = _key(raw.id, raw.sha256)
        if done.get(key):
            done[key] -= 1
        else:
            yield raw


def _key(name: str, sha256: str) -> int:
    return hash((name, sha256))
