"""Hostile inputs, as many as asked for: bytes, mutilated pages and JSONL through the whole line; `make fuzz`.

python tests/fuzz.py --inputs 200000 --seed 1

Each record's offsets must slice the raw text, its sections must cover it, nothing may be raised but InputError, and no input may take
longer than two seconds of the processor. What fails is kept in --keep, one file an input, and makes the exit status 1.
"""

from __future__ import annotations

import argparse
import io
import json
import random
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

from extractor.article.sources import read_sources
from extractor.config import Config
from extractor.errors import InputError
from extractor.nlp.engine import Engine, load
from extractor.pipeline import extract

try:
    from tests.test_record import check_invariants
except ImportError:
    sys.path.insert(0, str(Path(__file__).parent.parent))
    from tests.test_record import check_invariants


def unescaped(piece: str) -> str:
    """What cannot be seen stands in pieces.txt as Python writes it."""
    return piece.encode("ascii").decode("unicode_escape") if piece.startswith("\\") and piece.isascii() else piece


ROOT = Path(__file__).parent.parent
LONGEST = 600  # bytes of most inputs; every thousandth is a hundred times as long
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32", "cp1252", "cp1251", "gb18030", "shift_jis", "mac_roman", "latin-1")
PIECES = [unescaped(p) for p in (ROOT / "tests" / "pieces.txt").read_text(encoding="utf-8").splitlines()]

SHAPES: tuple[Callable[[str], str], ...] = (
    lambda text: text.replace(" ", ""),
    lambda text: text.replace(" ", "  "),
    lambda text: text.replace("\n", " "),
    str.upper,
    str.lower,
    lambda text: re.sub(r"([,.()“”\"'])", r" \1 ", text),
    lambda text: re.sub(r"(.{20,50}) ", r"\1\n", text),
    lambda text: json.dumps(text),
)


def some_bytes(rng: random.Random, size: int) -> bytes:
    return rng.randbytes(rng.randrange(size))


def pieces(rng: random.Random, size: int) -> bytes:
    text = "".join(rng.choice(PIECES) + rng.choice((" ", " ", "", "\n", "\n\n")) for _ in range(rng.randrange(1, max(2, size // 6))))
    return text.encode(rng.choice(ENCODINGS), errors="replace")


def repeated(rng: random.Random, size: int) -> bytes:
    return ("".join(rng.choices(PIECES, k=rng.randrange(1, 4))) * size)[:size].encode("utf-8", errors="replace")


def page(rng: random.Random, size: int, pages: list[str]) -> bytes:
    """Parts of pages, cut anywhere, with pieces and wrong bytes in them, in any encoding, once or twice misread."""
    text = ""
    while len(text) < size // 2:
        source = rng.choice(pages)
        a = rng.randrange(len(source))
        text += source[a : a + rng.randrange(1, size)] + (rng.choice(PIECES) if rng.random() < 0.5 else "")
    text = text[: rng.randrange(1, size + 1)]
    if rng.random() < 0.4:
        text = rng.choice(SHAPES)(text)
    data = text.encode(rng.choice(ENCODINGS), errors="replace")
    if rng.random() < 0.2:
        data = data.decode(rng.choice(ENCODINGS), errors="replace").encode("utf-8", errors="replace")
    broken = bytearray(data)
    for _ in range(rng.randrange(4)):
        if broken:
            at = rng.randrange(len(broken))
            broken[at : at + rng.randrange(3)] = rng.randbytes(rng.randrange(3))
    return bytes(broken)


def row(rng: random.Random, size: int, pages: list[str]) -> bytes:
    """A line of JSONL: fields that are missing, of other types, or text with whatever escapes."""
    values: list[object] = [None, 1, True, [], {}, "", "2023-02-30", "2023-05-03", "\ud800", page(rng, size, pages).decode("latin-1")]
    fields = {name: rng.choice(values) for name in ("id", "text", "title", "published", "url") if rng.random() < 0.7}
    line = json.dumps(fields, ensure_ascii=rng.random() < 0.5).encode("utf-8", errors="surrogatepass")
    return line[: rng.randrange(len(line) + 1)] if rng.random() < 0.1 else line


def trouble(data: bytes, kind: str, engine: Engine) -> str | None:
    """What is wrong with the way one input is taken, or None."""
    begun = time.process_time()
    try:
        for raw in read_sources(("-",), io.BytesIO(data), Config(), kind):
            if not isinstance(raw, InputError):
                check_invariants(raw.text, extract(raw, engine))
    except Exception as e:
        return f"{type(e).__name__}: {e}"[:300]
    spent = time.process_time() - begun
    return f"took {spent:.1f} s" if spent > 2 else None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--inputs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--model", default="en_news_fast")
    parser.add_argument("--keep", type=Path, default=Path("fuzz-failures"), help="folder for inputs that fail")
    args = parser.parse_args()
    pages = [p.read_text(encoding="utf-8") for p in sorted((ROOT / "samples").glob("*.txt"))] + [(ROOT / "tests" / "pages.txt").read_text(encoding="utf-8")]
    makers: tuple[Callable[[random.Random, int], bytes], ...] = (some_bytes, pieces, repeated, lambda r, n: page(r, n, pages), lambda r, n: page(r, n, pages))
    engine, rng, failed, slowest = load(Config(model=args.model)), random.Random(args.seed), 0, 0.0
    for n in range(1, args.inputs + 1):
        size = LONGEST * (100 if n % 1000 == 0 else 1)
        jsonl = rng.random() < 0.2
        data = row(rng, size, pages) if jsonl else rng.choice(makers)(rng, size)
        begun = time.process_time()
        wrong = trouble(data, "jsonl" if jsonl else "text", engine)
        slowest = max(slowest, time.process_time() - begun)
        if wrong:
            failed += 1
            args.keep.mkdir(exist_ok=True)
            (args.keep / f"{args.seed}-{n}.{'jsonl' if jsonl else 'txt'}").write_bytes(data)
            print(f"input {n}: {wrong}", flush=True)
        if n % 5000 == 0:
            print(f"{n} inputs, {failed} failed, slowest {slowest:.2f} s", file=sys.stderr, flush=True)
    print(f"{args.inputs} inputs, {failed} failed, slowest {slowest:.2f} s")
    raise SystemExit(failed > 0)


if __name__ == "__main__":
    main()
