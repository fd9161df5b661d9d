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
    "shipped",
    "lean",
    "config",
    "resources",
    "temporal",
    "gazetteer",
    "topics",
    "article",
    "signatures",
    "overlap",
    "offices",
    "seated",
    "titles",
    "apposed",
    "listed",
    "predicated",
    "names",
    "widened",
    "titled",
    "bodies",
    "firms",
    "lookalikes",
    "results",
    "placed",
    "beside",
    "evidence",
    "agreement",
    "ops",
    "components",
    "patterns",
    "cued",
    "shorts",
    "clubs",
    "weak",
    "tables",
    "joins",
    "trim",
    "headlines",
    "edges",
    "tabled",
    "mentions",
    "entities",
    "serialize",
    "positions",
    "parts",
    "engine",
    "casing",
    "pipeline",
    "parallel",
    "cluster",
    "api",
    "schema",
    "check",
    "rules",
    "render",
    "link",
    "resume",
    "progress",
    "output",
    "session",
    "cli",
]
FILES = sorted(p for p in SOURCE.rglob("*.py") if p.parent.name != "data")


def layer(module: str) -> str:
    return module.split(".")[1] if "." in module else "api"


def imports(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    out: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "extractor":
            out |= {node.module} if node.module != "extractor" else {f"extractor.{a.name}" for a in node.names}
    return out


@pytest.mark.parametrize("path", [p for p in FILES if p.name not in ("__init__.py", "__main__.py")], ids=lambda p: str(p.relative_to(SOURCE)))
def test_a_module_imports_only_from_layers_below_it(path: Path) -> None:
    own = path.relative_to(SOURCE).parts[0].removesuffix(".py")
    for module in imports(path):
        assert LAYERS.index(layer(module)) <= LAYERS.index(own), f"{path.name} imports {module}"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_a_file_holds_one_idea(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_no_clock_is_read(path: Path) -> None:
    names = {n.attr for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.Attribute)}
    assert not names & {"today", "now", "utcnow"}
