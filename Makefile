# `make demo` does the main job on the bundled reports, `make test` runs every check. Each sets up what it needs, once.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(BIN)/uv
# Trust what the machine trusts, as pip does; older releases of uv know it by the second name.
export UV_SYSTEM_CERTS ?= true
export UV_NATIVE_TLS ?= true

.PHONY: help demo test lint types layers unit lock bench docs clean

help:  ## Show this help
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

$(UV):
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "dateline needs Python 3.11 or newer")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv

# The tools and extras of development are installed over what the program itself needs; the stamps hold what is done.
$(VENV)/.run: $(UV) requirements/runtime.txt pyproject.toml
	$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements/runtime.txt
	$(UV) pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.txt
	$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements/dev.txt
	@touch $@

demo: $(VENV)/.run  ## Build a record of the bundled example reports and show what is in it
	@$(BIN)/dateline demo --store demo.db

test: lint types layers unit  ## Run every check

lint: $(VENV)/.dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(VENV)/.dev
	$(BIN)/mypy

layers: $(VENV)/.dev
	$(BIN)/lint-imports

unit: $(VENV)/.dev
	$(BIN)/pytest -n auto

bench: $(VENV)/.dev  ## Run every scorer there is an answer for and write benchmarks/RESULTS.md
	$(BIN)/python -m benchmarks.quality.run
	$(BIN)/python -m benchmarks.speed.run

docs: $(VENV)/.dev  ## Build the documentation into site/
	$(BIN)/zensical build

lock: $(UV)  ## Compile the requirement files anew from pyproject.toml
	$(UV) pip compile pyproject.toml $(LOCK) --group build -o requirements/runtime.txt
	$(UV) pip compile pyproject.toml $(LOCK) --group dev --all-extras -o requirements/dev.txt

LOCK := --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header

clean:  ## Remove what the checks and the demo leave behind
	rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache site demo.db demo.db-* demo.db.lock
