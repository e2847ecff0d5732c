# Needs Python 3.11 or newer, make and git. Windows without make: the README has the pip equivalents.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
REPORT := demo-report
# How long each target is fuzzed, and the seed of the fuzzer's choices: 0 for another one in each run.
SECONDS ?= 60
SEED ?= 0
# The letter with the most contradictions is shown first.
FIRST := fixtures/wuhan-carbon/source.md
OTHERS := $(filter-out $(FIRST),$(sort $(wildcard fixtures/*/source.*)))

# What makes DOCX and PDF files that are not our own.
SYSTEM_PACKAGES := libreoffice-writer chromium fonts-wqy-zenhei

.DEFAULT_GOAL := help
.PHONY: help demo system-packages test nightly fuzz check fix docs bench memory faults clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-15s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(VENV)/.core ## Check the bundled replies, show the findings, keep them in demo-report/
	@mkdir -p $(REPORT)
	@$(BIN)/python scripts/demo.py --report $(REPORT) $(FIRST) $(OTHERS)

test: $(VENV)/.dev ## Run the tests
	$(BIN)/python -m pytest

system-packages: ## Install the Debian packages that some tests make files with; without them these are skipped
	apt-get update
	apt-get install --yes --no-install-recommends $(SYSTEM_PACKAGES)

nightly: $(VENV)/.dev ## Run the laws over far more drawn letters and documents than the tests do (half an hour)
	HYPOTHESIS_PROFILE=nightly $(BIN)/python -m pytest tests/laws tests/hostile --timeout 7200

fuzz: $(VENV)/.fuzz ## Fuzz every reader and the grammar for SECONDS each (60), where atheris is to be had
	$(BIN)/python -m fuzz.run --seconds $(SECONDS) --seed $(SEED)

check: $(VENV)/.dev ## Lint, formatting, types, layers
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

fix: $(VENV)/.dev ## Repair what the linter can repair, and format
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

docs: $(VENV)/.dev ## Build the documentation into site/
	$(BIN)/python scripts/generate_rule_pages.py
	$(BIN)/python -m scripts.generate_field_pages
	$(BIN)/mkdocs build --strict

bench: $(VENV)/.core ## Print ratios of reading and starting times taken in one run, and plant a few faults
	$(BIN)/python benchmarks/parse.py
	$(BIN)/python benchmarks/cold_start.py --rounds 5
	$(BIN)/python -m benchmarks.faults --letters 2 --sound 50

memory: $(VENV)/.core ## Print how much memory reading takes, for letters of growing size in every format
	$(BIN)/python -m benchmarks.memory

faults: $(VENV)/.core ## Plant the fault of every rule into 200 sound letters each, write docs/*/faults.md (half an hour)
	$(BIN)/python -m benchmarks.faults --jobs 2 --write

clean: ## Remove what the other targets made, the virtual environment too
	rm -rf $(VENV) $(REPORT) site build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "govreply needs Python 3.11 or newer; name one with: make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.core: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.dev: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.core

$(VENV)/.fuzz: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[fuzz]'
	@touch $@ $(VENV)/.core
