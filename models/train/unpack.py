"""Turn the shipped int8 graph back into weights that training goes on from (`encoder.py --init`): the first runs' own are in no repository.

python models/train/unpack.py --model models/en_news --out build/shipped
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch
from encoder import start
from onnx import numpy_helper


def weights_of(graph: onnx.GraphProto) -> dict[str, np.ndarray]:
    """Parameters by their names in torch. A matrix has lost its name in the export: the bias that is added to its product says whose it is."""
    held = {t.name: numpy_helper.to_array(t) for t in graph.initializer}
    made_by = {name: node for node in graph.node for name in node.output}

    def real(name: str) -> np.ndarray:
        return (held[f"{name}_quantized"].astype(np.float32) - held[f"{name}_zero_point"].astype(np.float32)) * held[f"{name}_scale"]

    out = {n: a for n, a in held.items() if n.endswith((".bias", ".weight"))}
    out |= {n.removesuffix("_quantized"): real(n.removesuffix("_quantized")) for n in held if n.endswith(".weight_quantized")}
    for add in (n for n in graph.node if n.op_type == "Add"):
        bias = next((i for i in add.input if i.endswith(".bias")), None)
        product = next((i for i in add.input if i in made_by), None)
        if not bias or not product:
            continue
        node = made_by[product]
        while node.op_type != "MatMulInteger":  # the product is scaled back to floats first
            node = made_by[next(i for i in node.input if i in made_by and made_by[i].op_type in ("Mul", "Cast", "MatMulInteger"))]
        out[bias.removesuffix("bias") + "weight"] = real(node.input[1].removesuffix("_quantized")).T
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    folder = args.model / "extractor_encoder"
    _, tagger = start(None)
    tagger.load_state_dict({n: torch.from_numpy(np.array(a)) for n, a in weights_of(onnx.load(folder / "model.onnx").graph).items()})
    args.out.mkdir(parents=True, exist_ok=True)
    torch.save(tagger.state_dict(), args.out / "weights.pt")
    shutil.copy(folder / "tokenizer.json", args.out / "tokenizer.json")


if __name__ == "__main__":
    main()
