"""Read hand-tagged documents and turn them into token windows for training.

A document is one JSON line: {"id", "text", "mentions": [{"start", "end", "type"}]}; offsets are code points.
"""

from __future__ import annotations

import json
import random
from dataclasses import dataclass, replace
from pathlib import Path

import spacy

BREAKS = {"": 0, "line": 1, "paragraph": 2}


@dataclass(frozen=True, slots=True)
class Token:
    """One word: its text, its BIO label, what stands before it (0 space, 1 line end, 2 empty line), and whether a space follows."""

    text: str
    label: str
    brk: int
    space: bool = True


def read_documents(path: Path, label_map: dict[str, str]) -> list[tuple[str, list[Token]]]:
    """Return (id, tokens) of every document; labels are renamed by `label_map`."""
    nlp = spacy.blank("en")
    nlp.max_length = 10_000_000
    out = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            out.append((row["id"], tokens_of(nlp(row["text"]), row["mentions"], label_map)))
    return out


def tokens_of(doc: spacy.tokens.Doc, mentions: list[dict], label_map: dict[str, str] | None = None) -> list[Token]:
    """The words of a document that are no white space, with the labels of its mentions."""
    labels = ["O"] * len(doc)
    for m in sorted(mentions, key=lambda m: m["start"] - m["end"]):
        span = doc.char_span(m["start"], m["end"], alignment_mode="expand")
        if span is None:
            continue
        # the corpus closes some names with a quotation mark that belongs to the sentence
        while len(span) > 1 and (span[-1].is_quote or span[-1].is_space or span[-1].text in ("'s", "’s")):
            span = span[:-1]
        name = (label_map or {}).get(m["type"], m["type"])
        inside = [t for t in span if not t.is_space]
        if inside and all(labels[t.i] == "O" for t in inside):
            for k, t in enumerate(inside):
                labels[t.i] = ("B-" if k == 0 else "I-") + name
    out: list[Token] = []
    brk = BREAKS["paragraph"]
    for t in doc:
        if t.is_space:
            n = t.text.count("\n")
            brk = max(brk, BREAKS["paragraph"] if n > 1 else BREAKS["line"] if n else 0)
            continue
        out.append(Token(t.text, labels[t.i], brk, bool(t.whitespace_)))
        brk = 0
    return out


def windows(tokens: list[Token], size: int, offset: int) -> list[list[Token]]:
    """Cut a document into windows of about `size` tokens; `offset` moves the cuts so that epochs differ."""
    cuts = list(range(offset - size if offset else 0, len(tokens), size))
    out = [tokens[max(0, a) : a + size] for a in cuts]
    return [w for w in out if w]


def mention_pool(docs: list[list[Token]]) -> dict[str, list[list[str]]]:
    """All mentions by label, as word lists: the material of swaps."""
    pool: dict[str, list[list[str]]] = {}
    for tokens in docs:
        current: list[str] = []
        name = ""
        for t in [*tokens, Token("", "O", 0)]:
            if not t.label.startswith("I-"):
                if current:
                    pool.setdefault(name, []).append(current)
                current, name = ([t.text], t.label[2:]) if t.label.startswith("B-") else ([], "")
            else:
                current.append(t.text)
    return pool


def augment(window: list[Token], pool: dict[str, list[list[str]]], rng: random.Random, rate: float, swaps: float | None = None) -> list[Token]:
    """Swap names (in a share `swaps` of windows, default twice the rate), change case, lose line breaks: what other outlets and pastes do to a sentence."""
    if rng.random() < (rate * 2 if swaps is None else swaps):
        window = _swap(window, pool, rng)
    roll = rng.random()
    if roll < rate * 0.4:
        window = [replace(t, text=t.text.upper()) for t in window]
    elif roll < rate * 0.55:
        window = [replace(t, text=t.text.lower()) for t in window]
    elif roll < rate * 0.8:
        window = [replace(t, text=t.text[:1].upper() + t.text[1:]) for t in window]
    elif roll < rate * 1.1:
        window = [replace(t, brk=0) for t in window]
    elif roll < rate * 1.4:
        window = [replace(t, text=t.text.upper()) if t.label.endswith("PERSON") else t for t in window]
    return window


def _swap(window: list[Token], pool: dict[str, list[list[str]]], rng: random.Random) -> list[Token]:
    out: list[Token] = []
    i = 0
    memory: dict[tuple[str, ...], list[str]] = {}
    while i < len(window):
        t = window[i]
        if not t.label.startswith("B-"):
            out.append(t)
            i += 1
            continue
        name, j = t.label[2:], i + 1
        while j < len(window) and window[j].label == "I-" + name:
            j += 1
        if name in ("PERSON", "ORG", "GPE", "NORP") and name in pool and rng.random() < 0.5:
            key = (name, *(w.text for w in window[i:j]))
            same_length = [m for m in rng.sample(pool[name], min(30, len(pool[name]))) if len(m) == j - i] or [rng.choice(pool[name])]
            words = memory.setdefault(key, same_length[0])
            out += [Token(w, ("I-" if k else "B-") + name, t.brk if k == 0 else 0) for k, w in enumerate(words)]
        else:
            out += window[i:j]
        i = j
    return out


def result_lists(pool: dict[str, list[list[str]]], rng: random.Random, count: int) -> list[list[Token]]:
    """Synthetic sports and market tables: news wires are full of them, the hand-tagged articles have few."""
    out = []
    for _ in range(count):
        rows: list[Token] = []
        kind = rng.randrange(4)
        for n in range(rng.randint(4, 14)):

            def name(label: str) -> list[Token]:
                words = rng.choice([m for m in rng.sample(pool[label], 20) if len(m) <= 3] or [["Ghana"]])
                return [Token(w, ("I-" if k else "B-") + label, 0) for k, w in enumerate(words)]

            def word(*texts: str) -> list[Token]:
                return [Token(x, "O", 0) for x in texts]

            score = [str(rng.randint(0, 7)), str(rng.randint(0, 7))]
            if kind == 0:
                row = [*word(str(n + 1), "."), *name("PERSON"), *word("("), *name("GPE"), *word(")", f"{rng.randint(1, 59)}.{rng.randint(10, 99)}")]
            elif kind == 1:
                row = [*name("PERSON"), *word("("), *name("GPE"), *word(")", "beat"), *name("PERSON"), *word("("), *name("GPE"), *word(")", *score)]
            elif kind == 2:
                row = [*name("GPE"), *word(score[0]), *name("GPE"), *word(score[1])]
            else:
                row = [*name("ORG"), *word(*score, str(rng.randint(1, 40)))]
            rows.append(replace(row[0], brk=1))
            rows += row[1:]
        out.append(rows)
    return out
