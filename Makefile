PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export OPENBLAS_NUM_THREADS := 1

.PHONY: setup dev demo test lint gate bench peers faults together soak fuzz docs site serve wheel wheel-test clean

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
	$(BIN)/ruff check src tests bench docs
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/deptry src
	$(BIN)/bandit --quiet --recursive --configfile pyproject.toml src

# The distribution as it is installed: wheel and sdist in build/dist.
wheel: dev
	rm -rf build/dist
	$(BIN)/python -m build --quiet --outdir build/dist

# The wheel in an environment with nothing else, and the README's commands run from it.
wheel-test: wheel
	rm -rf build/empty
	$(PYTHON) -m venv build/empty
	build/empty/bin/python -m pip install --quiet --disable-pip-version-check --constraint requirements.lock build/dist/*.whl
	build/empty/bin/python -c 'import onrecord, spacy; assert "site-packages" in onrecord.__file__; spacy.blank("en").add_pipe("onrecord")'
	INSTALLED_PYTHON=$(CURDIR)/build/empty/bin/python $(BIN)/python -m pytest -n 0 tests/docs/test_tutorial.py -k README
	WHEEL=$$(ls $(CURDIR)/build/dist/*.whl) $(BIN)/python -m pytest -n 0 tests/test_wheel.py

gate: dev
	$(BIN)/python -m tests.gate.gate $(GATE)

# Kills the program at 200 points of its work, lets its writes fail at 200 more, and says what was lost.
faults: dev
	$(BIN)/python -m tests.record.killing $(FAULTS)
	$(BIN)/python -m tests.record.failing $(FAULTS)

# Two writers and ten readers on one record for ten minutes: no error that a user sees, no lost write.
together: dev
	$(BIN)/python -m tests.record.together $(TOGETHER)

# The web view under 50 requests a second for five minutes while reports are added: no error, flat memory.
soak: dev
	$(BIN)/python -m tests.views.web.soak $(SOAK)

# Feeds hostile bytes to every reader and the search; atheris steers where it is installed: FUZZ="--runs 2000 --guided 60".
fuzz: dev
	$(BIN)/python -m tests.fuzz.run $(FUZZ)

# What `bench` measures beside this program; where it is not installed, `bench` says so and measures the rest.
peers: dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-peers.lock

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
	rm -rf $(VENV) demo site build
