# Everything a person runs. Needs Python 3.11+, git and make; the rest goes into .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test check setup bench crash soak lock clean

run: $(VENV)/.run  ## start the bot (without BOT_TOKEN: the sandbox)
	$(BIN)/python -m bot

test: $(VENV)/.dev  ## all tests
	$(BIN)/python -m pytest -n 2 --dist worksteal

check: $(VENV)/.dev  ## formatting, lint, types, import contracts, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(MAKE) test

setup: $(VENV)/.dev  ## only set everything up

bench: $(VENV)/.dev  ## print the figures of docs/performance.md
	$(BIN)/python -m benchmarks

crash: $(VENV)/.dev  ## a thousand kills of the real process
	CRASH_KILLS=1000 $(BIN)/python -m pytest -m crash -n 2 --timeout 7200

soak: $(VENV)/.dev  ## a million random steps of money, the books checked after each
	$(BIN)/python -m tests.money.soak

lock: $(VENV)/.dev  ## compile the locked requirements anew from pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --group dev pyproject.toml -o requirements-dev.txt

clean:
	rm -rf $(VENV)

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed; this is " + sys.version.split()[0])'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: $(VENV)/bin/python requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@
