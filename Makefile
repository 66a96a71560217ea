# Each target makes .venv when it is needed: plain python3 (3.11 or newer), venv and pip are enough.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: run test lint doctest check format docs bench fuzz drill examples wheel clean

run: $(STAMP)
	@$(BIN)/newsdiff-tui $(ARGS)

test: $(STAMP)
	$(BIN)/python -m pytest -n auto --dist loadgroup $(ARGS)

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# What the documentation says: every example in it is run, and every link inside the project followed.
doctest: $(STAMP)
	$(BIN)/python -m pytest --quiet --doctest-modules --doctest-glob='*.md' tui tests/programs.py README.md docs/*.md
	$(BIN)/python docs/check_links.py

check: lint doctest test

format: $(STAMP)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(STAMP)
	$(BIN)/python -m benchmarks $(ARGS)

# What the documentation shows of the bundled pair: exports and pictures, made by the program.
examples: $(STAMP)
	$(BIN)/python docs/make_examples.py
	$(BIN)/python docs/make_pictures.py

# Whatever comes in: 10,000 texts, names, streams and files made by chance.
fuzz: $(STAMP)
	$(BIN)/python -m tests.fuzz $(ARGS)

# Whatever happens: 1,000 kills of a reader that writes notes, terminals, disks, clocks and servers that go wrong.
drill: $(STAMP)
	$(BIN)/python -m tests.drill $(ARGS)

# A site of docs/, every link inside it followed; what builds it is installed when it is first asked for.
docs: $(STAMP)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt '.[docs]'
	$(BIN)/python -m sphinx --fail-on-warning --quiet -b html docs build/docs
	@echo "open build/docs/index.html"

# The source archive, and the wheel made from it; the version is that of tui/__init__.py.
wheel: $(STAMP)
	@rm -rf dist
	$(BIN)/python -m build --no-isolation

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

# What is installed is compiled on all cores, not by pip on one; a package may hold a file for another Python.
$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "newsdiff-tui needs Python 3.11 or newer; call make PYTHON=python3.12, say" >&2; exit 2; }
	@echo "Setting up $(VENV) …"
	@$(PYTHON) -m venv $(VENV) || { echo "venv failed: on Debian and Ubuntu, 'apt install python3-venv' brings it" >&2; exit 2; }
	@$(BIN)/python -m pip install --quiet --no-compile --disable-pip-version-check --constraint constraints.txt --editable '.[dev,documents,serve,model]'
	@$(BIN)/python -m compileall -q -j 0 $(VENV)/lib tui >/dev/null || true
	@touch $(STAMP)
