PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export OPENBLAS_NUM_THREADS := 1

.PHONY: setup dev demo test lint gate bench docs site serve clean

setup: $(VENV)/.done

$(VENV)/.done: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(0 if (3, 11) <= sys.version_info[:2] <= (3, 13) else "Python 3.11 to 3.13 is needed, this is " + sys.version)'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	touch $@

# What tests, docs and measurements need on top.
dev: $(VENV)/.dev

$(VENV)/.dev: $(VENV)/.done requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.lock
	touch $@

# Reads the sample, prints the brief, writes a record and a page that opens without a server.
demo: setup
	@mkdir -p demo && rm -f demo/record.db*
	@$(BIN)/onrecord add --record demo/record.db sample/reports
	@echo
	@$(BIN)/onrecord brief --record demo/record.db
	@$(BIN)/onrecord export page demo/index.html --record demo/record.db --force
	@echo
	@echo "Open the page:    demo/index.html (any browser, no server)"
	@echo "Work with it:     $(BIN)/onrecord serve --record demo/record.db"

test: dev lint
	$(BIN)/python -m pytest -n 2
	$(MAKE) gate

lint: dev
	$(BIN)/ruff check src tests bench
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

gate: dev
	$(BIN)/python -m tests.gate.gate $(GATE)

bench: dev
	$(BIN)/python -m bench $(BENCH)

docs: dev
	$(BIN)/python -m docs.build

# The documentation as pages in site/, with strict links; they load nothing from anywhere.
site: docs
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --strict --quiet

serve: setup
	$(BIN)/onrecord serve

clean:
	rm -rf $(VENV) demo site
