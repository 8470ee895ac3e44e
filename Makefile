# Everything lives in .venv/ and node_modules/; a stamp says what is set up, so nothing is fetched twice.
# `make demo` and `make test` are all a newcomer needs.

PYTHON ?= python3
PORT ?= $(or $(KUMPPANI_PORT),8000)
BIN := .venv/bin
RUN_READY := .venv/.run-ready
TEST_READY := .venv/.test-ready
PAGES_READY := web/static/vendor/.ready
BERTOPIC_READY := .venv-bertopic/.ready

.PHONY: help demo test check lint bench soak translations clean
.DEFAULT_GOAL := help

help:
	@echo "make demo   set up and serve the working application (PORT=8000)"
	@echo "make test   set up and run all tests"
	@echo "make check  lint, types, contracts and tests"
	@echo "make bench  measure speed, as ratios   make soak  the tests that take longer"

demo: $(RUN_READY) $(PAGES_READY)
	@$(BIN)/kumppani demo --port $(PORT)

test: $(TEST_READY) $(PAGES_READY)
	@OMP_NUM_THREADS=1 $(BIN)/pytest -n 2 --dist loadfile --cov --cov-report=term -m "not soak" $(ARGS)

check: lint test

lint: $(TEST_READY)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: $(TEST_READY) $(BERTOPIC_READY)
	@$(BIN)/python -m tests.benchmarks

soak: $(TEST_READY) $(PAGES_READY)
	@$(BIN)/pytest -m soak $(ARGS)

translations: $(TEST_READY)
	@$(BIN)/python -m scripts.update_translations

.venv/bin/python:
	@scripts/need.sh python "$(PYTHON)"
	@$(PYTHON) -m venv .venv
	@$(BIN)/pip install -qq --disable-pip-version-check --constraint constraints.txt setuptools

$(RUN_READY): pyproject.toml constraints.txt | .venv/bin/python
	@echo "Installing Kumppani into .venv/ (a few minutes, once) …"
	@$(BIN)/pip install -qq --disable-pip-version-check --constraint constraints.txt torch
	@$(BIN)/pip install -qq --disable-pip-version-check --constraint constraints.txt --no-build-isolation --editable .
	@touch $@

$(TEST_READY): $(RUN_READY)
	@scripts/need.sh chromium
	@echo "Installing what the tests need (once) …"
	@$(BIN)/pip install -qq --disable-pip-version-check --constraint constraints.txt --no-build-isolation --editable '.[dev]'
	@touch $@

$(BERTOPIC_READY): tests/benchmarks/bertopic.txt | .venv/bin/python
	@echo "Installing BERTopic to compare with (once) …"
	@$(PYTHON) -m venv .venv-bertopic
	@.venv-bertopic/bin/pip install -qq --disable-pip-version-check --no-deps --requirement tests/benchmarks/bertopic.txt
	@touch $@

$(PAGES_READY): package-lock.json $(wildcard web/theme/*) scripts/need.sh
	@scripts/need.sh node
	@echo "Fetching style sheets, fonts and htmx (once) …"
	@npm ci --silent --no-audit --no-fund
	@npm run --silent build
	@touch $@

clean:
	rm -rf .venv .venv-bertopic node_modules web/static/vendor var
