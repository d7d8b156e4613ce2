# The commands of the project. Only Python (3.11 or later) and make are needed to begin with:
# everything else is installed into .venv from a lock, and checked against its hashes.

PYTHON ?= python3
BIN := .venv/bin
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest \
        --generate-hashes --no-header $(UPGRADE) pyproject.toml --group build
TESTING := --extra postgres --group test --group check
# Tests wait now and then, for a lock or a page: one process more than there are cores uses them all.
PROCESSES = $(shell $(PYTHON) -c "import os; print((os.cpu_count() or 1) + 1)")
WITHOUT_BROWSER = $(BIN)/python -m pytest --ignore=tests/browser --numprocesses=$(PROCESSES) --dist=worksteal
# Two processes, each with apps and a Chromium, which are processes, too: a third one only makes all wait.
# tests/browser/conftest.py says what goes where.
IN_BROWSER := $(BIN)/python -m pytest tests/browser --numprocesses=2 --dist=loadgroup --no-loadscope-reorder

.DEFAULT_GOAL := help
.PHONY: help run test test-fast check lint types imports audit lock bench fit \
        demo screenshots install install-test chromium nginx

help: ## list the commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

# On one's own machine one may add and review briefs, unless the environment says otherwise.
run: export REGIONAL_NEWS_EDITING ?= open
run: install ## install what the app needs and serve it on http://localhost:8501
	$(BIN)/regional-news serve

test: chromium nginx ## install what the tests need, Chromium and nginx included, and run them all
	$(WITHOUT_BROWSER)
	$(IN_BROWSER)

test-fast: install-test ## run the tests that need no browser and take a minute in all
	$(WITHOUT_BROWSER) -m "not slow"

check: lint types imports audit ## lint, formatting, types, direction of imports, vulnerabilities

lint: install-test
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: install-test
	$(BIN)/mypy

imports: install-test
	$(BIN)/lint-imports --no-logo

audit: install-test
	$(BIN)/python scripts/audit.py

lock: install-test ## pin the dependencies anew (UPGRADE=--upgrade: at their newest)
	$(LOCK) --output-file requirements.lock
	$(LOCK) --extra postgres --constraint requirements.lock --output-file requirements-postgres.lock
	$(LOCK) $(TESTING) --constraint requirements-postgres.lock --output-file requirements-test.lock
	$(LOCK) $(TESTING) --group fit --constraint requirements-test.lock \
	        --output-file requirements-fit.lock
	$(LOCK) $(TESTING) --group fit --group bench --constraint requirements-fit.lock \
	        --output-file requirements-bench.lock

demo: export REGIONAL_NEWS_EDITING ?= open
demo: install ## serve the app with an archive of invented briefs, as it is after years
	@$(BIN)/python scripts/demo.py

fit: ## install what fitting needs, fit the recogniser's weights from training/, and tell how it does
	@$(PYTHON) scripts/bootstrap.py requirements-fit.lock
	$(BIN)/python scripts/fit_recogniser.py

screenshots: chromium ## take a picture of every page, into docs/screenshots/
	$(BIN)/python scripts/screenshots.py

bench: ## install what the app is measured beside, and measure; about half an hour
	@$(PYTHON) scripts/bootstrap.py requirements-bench.lock
	@$(BIN)/python tests/support/chromium.py
	$(BIN)/python benchmarks

install:
	@$(PYTHON) scripts/bootstrap.py

install-test:
	@$(PYTHON) scripts/bootstrap.py requirements-test.lock

chromium: install-test
	@$(BIN)/python tests/support/chromium.py

nginx: install-test
	@$(BIN)/python tests/support/nginx.py
