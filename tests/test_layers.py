"""Imports point one way, files stay small, and no date comes from a clock."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "extractor"
# each layer may import from those before it
LAYERS = [
    "version",
    "errors",
    "terminal",
    "types",
    "nlp.shipped",
    "nlp.lean",
    "config",
    "resources",
    "temporal",
    "gazetteer",
    "topics",
    "article",
    "mentions.signatures",
    "mentions.overlap",
    "titles.offices",
    "titles.seated",
    "titles.leading",
    "titles.apposed",
    "titles.listed",
    "titles.predicated",
    "mentions.names",
    "mentions.spelled",
    "mentions.widened",
    "mentions.titled",
    "mentions.bodies",
    "mentions.firms",
    "mentions.lookalikes",
    "mentions.results",
    "mentions.placed",
    "mentions.beside",
    "mentions.frames",
    "mentions.evidence",
    "mentions.agreement",
    "nlp.ops",
    "components",
    "nlp.patterns",
    "mentions.cued",
    "mentions.shorts",
    "mentions.clubs",
    "mentions.weak",
    "mentions.tables",
    "mentions.joins",
    "mentions.trim",
    "mentions.headlines",
    "mentions.edges",
    "mentions.tabled",
    "mentions.mark",
    "entities",
    "serialize",
    "positions",
    "parts",
    "nlp.engine",
    "nlp.casing",
    "pipeline",
    "run.parallel",
    "run.cluster",
    "api",
    "schema",
    "check",
    "rules",
    "render",
    "link",
    "run.resume",
    "run.progress",
    "run.output",
    "run.session",
    "cli",
]
FILES = sorted(p for p in SOURCE.rglob("*.py") if p.parent.name != "data")


def layer(module: str) -> int:
    """Where in LAYERS a module stands: "extractor.mentions.names" by its file, "extractor.temporal.expr" by its folder."""
    parts = [*module.split(".")[1:], "api"]
    return LAYERS.index(".".join(parts[:2]) if ".".join(parts[:2]) in LAYERS else parts[0])


def imports(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    out: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "extractor":
            is_folder = (SOURCE / Path(*node.module.split(".")[1:])).is_dir()
            out |= {f"{node.module}.{a.name}" for a in node.names} if is_folder else {node.module}
    return out


@pytest.mark.parametrize("path", [p for p in FILES if p.name not in ("__init__.py", "__main__.py")], ids=lambda p: str(p.relative_to(SOURCE)))
def test_a_module_imports_only_from_layers_below_it(path: Path) -> None:
    own = layer(".".join(["extractor", *path.relative_to(SOURCE).with_suffix("").parts]))
    for module in imports(path):
        assert layer(module) <= own, f"{path.name} imports {module}"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_a_file_holds_one_idea(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_no_clock_is_read(path: Path) -> None:
    names = {n.attr for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.Attribute)}
    assert not names & {"today", "now", "utcnow"}
