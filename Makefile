# Two commands set everything up in .venv: `make demo` runs the main job on samples/, `make test` runs what CI runs.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test peers fuzz bench check clean

.venv/ready: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "extractor needs Python 3.11 or newer; set PYTHON=")'
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --upgrade pip
	$(BIN)/pip install --quiet --editable '.[dev]'
	touch $@

demo: .venv/ready
	$(BIN)/extractor run samples/ --format table

test: .venv/ready
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest -n auto --dist loadfile

# programs that some tests compare with or drive; without them those tests are skipped
peers: .venv/ready
	$(BIN)/pip install --quiet --editable '.[peers]'

fuzz: .venv/ready
	$(BIN)/python tests/fuzz.py --inputs 200000

bench: .venv/ready
	$(BIN)/python tests/bench.py --out docs/speed.md

check: .venv/ready
	$(BIN)/extractor check samples/

clean:
	rm -rf .venv
