# Every command sets up what it needs, from the locks alone, and is quick the second time.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
RUN := $(VENV)/bin/python
LOCKS := .ci/locks
INSTALL := $(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps
# Tests start many processes: none compiles again what another did, wherever the environment forbids bytecode beside it.
export PYTHONPYCACHEPREFIX := $(CURDIR)/$(VENV)/bytecode
export PYTHONDONTWRITEBYTECODE :=
UV := uv==0.13.9
UV_COMPILE := --universal --generate-hashes --no-emit-index-url --no-annotate --no-header --quiet

.PHONY: help run check format style types contracts guide tests fuzz crashes bench picture lock clean

help:
	@echo "make run      open the study guide"
	@echo "make check    run every gate: format, lint, spelling, types, contracts, the guide, tests, coverage"
	@echo "make format   put the code into its form"
	@echo "make fuzz     the property tests, for long"
	@echo "make crashes  200 learners and 50 hosts killed as they answer, and windows at once: is anything lost?"
	@echo "make bench    measure, and write benchmarks/RESULTS.md"
	@echo "make picture  take the documents' pictures anew"
	@echo "make lock     lock the dependencies anew (UPGRADE=--upgrade for newer ones)"
	@echo "make clean    remove the environment and every cache"

run: $(VENV)/runtime
	@$(RUN) -m tui

check: style types contracts guide tests

format: $(VENV)/development
	$(RUN) -m ruff format
	$(RUN) -m ruff check --fix

style: $(VENV)/development
	$(RUN) -m ruff format --check
	$(RUN) -m ruff check
	$(RUN) -m codespell_lib

types: $(VENV)/development
	$(RUN) -m mypy

contracts: $(VENV)/development
	$(VENV)/bin/lint-imports

guide: $(VENV)/development
	$(RUN) -m tui check --strict

tests: $(VENV)/development $(VENV)/browser
	@rm -f .coverage .coverage.*
	$(RUN) -m coverage run -m pytest -n 4 --dist loadgroup
	@$(RUN) -m coverage combine --quiet
	$(RUN) -m coverage report

fuzz: $(VENV)/development
	$(RUN) -m pytest -n 2 -m hypothesis --hypothesis-profile=fuzz

crashes: $(VENV)/development
	$(RUN) -m tests.memory.crashes kills 200
	$(RUN) -m tests.memory.crashes together 50
	$(RUN) -m tests.memory.resuming_crashes 200
	$(RUN) -m benchmarks.room_crashes 50

bench: $(VENV)/development
	@$(RUN) -m compileall -q $(VENV) tui benchmarks || true
	$(RUN) -m benchmarks

picture: $(VENV)/development
	$(RUN) -m docs.picture

lock: $(VENV)/locking
	$(VENV)/locking/bin/uv pip compile pyproject.toml $(UV_COMPILE) $(UPGRADE) -o $(LOCKS)/runtime.txt
	$(VENV)/locking/bin/uv pip compile pyproject.toml --group dev -c $(LOCKS)/runtime.txt \
		$(UV_COMPILE) $(UPGRADE) -o $(LOCKS)/development.txt

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache .coverage .coverage.*

# One environment for both: the development lock holds the runtime lock's very versions.
$(VENV)/runtime: $(LOCKS)/runtime.txt | $(RUN)
	@echo "Setting up $(VENV) to run kruzhok"
	@$(INSTALL) -r $<
	@touch $@

$(VENV)/development: $(LOCKS)/development.txt | $(RUN)
	@echo "Setting up $(VENV) to work on kruzhok"
	@$(INSTALL) -r $<
	@touch $@

# The pupils' page is tried in Debian's browser: the tests take no other, and download none.
$(VENV)/browser: | $(RUN)
	@command -v chromium >/dev/null || { echo "Setting up Chromium for the tests of the pupils' page"; \
		SUDO=$$([ $$(id -u) = 0 ] || echo sudo); \
		$$SUDO apt-get -qq update && $$SUDO apt-get -qq install -y --no-install-recommends chromium >/dev/null; }
	@touch $@

$(VENV)/locking: | $(RUN)
	$(PYTHON) -m venv $@
	$@/bin/python -m pip install --quiet --disable-pip-version-check $(UV)

$(RUN):
	@$(PYTHON) -c 'import sys; sys.exit("kruzhok needs Python 3.11 or newer, and this is " + sys.version.split()[0] if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -m venv $(VENV)
