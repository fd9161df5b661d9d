"""Turn trained weights into a spaCy pipeline: ONNX graph, int8, confidences calibrated on the dev articles.

python models/train/export.py --weights build/en_news --data ../shared/corpora --out models/en_news
"""

from __future__ import annotations

import argparse
import json
import math
import shutil
from pathlib import Path

import numpy as np
import onnx
import spacy
import torch
from data import Token, read_documents, windows
from encoder import LABEL_MAP, LABELS, Tagger, encode, evaluate, start
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer


def load_tagger(runs: list[Path], encoder: Path | None, layers: int | None) -> Tagger:
    """The tagger with the mean of the weights of all runs."""
    _, model = start(encoder, layers)
    states = [torch.load(r / "weights.pt", map_location="cpu", weights_only=True) for r in runs]
    mean = {k: sum(s[k] for s in states) / len(states) if v.dtype.is_floating_point else v for k, v in states[0].items()}
    model.load_state_dict(mean)
    return model.eval()


def to_onnx(model: Tagger, target: Path) -> None:
    """Export with dynamic length, then quantize matrices and embeddings to int8."""
    full = target.with_suffix(".fp32.onnx")
    example = tuple(torch.ones((1, 7), dtype=torch.long) for _ in range(4))
    names = ["ids", "shapes", "breaks", "mask"]
    axes = {n: {0: "batch", 1: "pieces"} for n in [*names, "scores"]}
    torch.onnx.export(model, example, str(full), input_names=names, output_names=["scores"], dynamic_axes=axes, opset_version=17, dynamo=False)
    quantize_dynamic(str(full), str(target), weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul", "Gather"])
    onnx.checker.check_model(str(target))
    full.unlink()


def calibrate(session: object, tokenizer: Tokenizer, data: Path) -> tuple[float, float]:
    """(temperature, expected calibration error of the words' labels in ten bins) that fit the dev articles best."""
    scores, gold = [], []
    for _, tokens in read_documents(data / "worldwide-dev.jsonl", LABEL_MAP):
        for w in windows(tokens, 150, 0):
            x = encode(tokenizer, [w])
            out = session.run(None, {k: x[k].numpy() for k in ("ids", "shapes", "breaks", "mask")})[0][0]
            keep = (x["gold"][0] != -100).numpy()
            scores.append(out[keep])
            gold.append(x["gold"][0].numpy()[keep])
    s, g = np.concatenate(scores), np.concatenate(gold)
    said = s.argmax(-1) != 0  # words outside names would hide the rest
    s, g = s[said], g[said]

    def probabilities(t: float) -> np.ndarray:
        e = np.exp((s - s.max(-1, keepdims=True)) / t)
        return e / e.sum(-1, keepdims=True)

    def loss(t: float) -> float:
        return float(-np.log(probabilities(t)[np.arange(len(g)), g] + 1e-9).mean())

    best = min((t / 20 for t in range(10, 80)), key=loss)
    p = probabilities(best)
    confidence, right = p.max(-1), p.argmax(-1) == g
    bins = np.minimum((confidence * 10).astype(int), 9)
    error = sum(abs(confidence[bins == b].mean() - right[bins == b].mean()) * (bins == b).mean() for b in range(10) if (bins == b).any())
    return best, float(error)


WEIGHT = 0.2  # of the transitions: the best on dev of 0.05 to 1


def transitions(docs: list[list[Token]]) -> list[list[float]]:
    """How much likelier a label (column) is after another (row) than anywhere: pointwise mutual information over the words of `docs`, times WEIGHT."""
    pairs, single = np.full((len(LABELS), len(LABELS)), 0.1), np.ones(len(LABELS))
    for tokens in docs:
        path = [LABELS.index(t.label) for t in tokens]
        np.add.at(pairs, (path[:-1], path[1:]), 1)
        np.add.at(single, path, 1)
    information = np.log(pairs / pairs.sum(1, keepdims=True)) - np.log(single / single.sum())
    return np.round(WEIGHT * information, 2).tolist()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, nargs="+", required=True, help="folders of runs; the mean of their weights is taken")
    parser.add_argument("--encoder", type=Path, help="as the runs had it")
    parser.add_argument("--layers", type=int, help="as the runs had it")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--force", action="store_true", help="overwrite a model whose dev scores are better")
    args = parser.parse_args()
    model = load_tagger(args.weights, args.encoder, args.layers)
    tokenizer = Tokenizer.from_file(str(args.weights[0] / "tokenizer.json"))
    tokenizer.no_truncation()  # the file says 128 pieces
    tokenizer.no_padding()
    dev = [t for _, t in read_documents(args.data / "worldwide-dev.jsonl", LABEL_MAP)]
    scores = {"dev": evaluate(model, tokenizer, dev, 150)}
    old = args.out / "meta.json"
    if old.exists() and not args.force:
        before = json.loads(old.read_text())["performance"]["dev"]
        if math.fsum(before[k] for k in ("PERSON", "ORG", "GPE")) > math.fsum(scores["dev"][k] for k in ("PERSON", "ORG", "GPE")):
            raise SystemExit(f"{args.out}: the model there scores better on dev; --force overwrites it")
    import onnxruntime

    from extractor.components import encoder as component

    build = args.weights[0] / "component"
    shutil.rmtree(build, ignore_errors=True)
    build.mkdir()
    to_onnx(model, build / "model.onnx")
    shutil.copy(args.weights[0] / "tokenizer.json", build / "tokenizer.json")
    session = onnxruntime.InferenceSession(str(build / "model.onnx"), providers=["CPUExecutionProvider"])
    temperature, error = calibrate(session, tokenizer, args.data)
    train = [t for _, t in read_documents(args.data / "worldwide-train.jsonl", LABEL_MAP)]
    (build / "encoder.json").write_text(json.dumps({"labels": LABELS, "temperature": temperature, "transitions": transitions(train)}))
    nlp = spacy.blank("en")
    nlp.add_pipe("extractor_encoder")
    component.Encoder.from_disk(nlp.get_pipe("extractor_encoder"), build)
    nlp.meta |= {"name": "news", "version": "0.3.0", "description": "Named entities in world news", "license": "see README.md"}
    nlp.meta["performance"] = {**scores, "expected_calibration_error": round(error, 4)}
    shutil.rmtree(args.out, ignore_errors=True)
    nlp.to_disk(args.out)
    print(json.dumps(nlp.meta["performance"]))


if __name__ == "__main__":
    main()
