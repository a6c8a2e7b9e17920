# Needs only Python 3.11 or newer, make and git. Every target fills .venv first.

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
PORT ?= 8081
DAYS ?= tests/e2e
MARK ?=
ONE_IN ?= 1
NOW ?= 2026-11-24T08:25:00+05:00

# Without compiled files every process of every test reads all sources anew: a third of what collecting takes.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: audit licences demo test long test-postgres faults authority run lint bench counts screens lock clean

demo: $(VENV)/run
ifdef PLAY
	@mkdir -p demo-out
	@rm -rf demo-out/office.db* demo-out/copies
	$(RUN) -m bot sandbox --port $(PORT) --db demo-out/office.db --now $(NOW) --limits off --play demo-out
else
	@mkdir -p demo-out
	@rm -rf demo-out/demo.db* demo-out/copies
	$(RUN) -m bot sandbox --port $(PORT) --db demo-out/demo.db --now $(NOW) $(if $(EMPTY),--empty,--history)
endif

# LONG=1 adds the long ones, as .ci/run does: collected once, and no core waits for the end of the short ones.
test: $(VENV)/dev
	$(RUN) -m pytest -n auto --dist worksteal $(if $(LONG),-m "" --ignore tests/e2e/test_authority.py)

# What is slow and rarely tells anything new; the table of authority has a target of its own.
long: $(VENV)/dev
	$(RUN) -m pytest -n auto --dist worksteal -m long --ignore tests/e2e/test_authority.py

# The same days on PostgreSQL instead of SQLite; storage tests run on both in `make test`. MARK="not long"
test-postgres: $(VENV)/dev
	OFFICE_ENGINE=postgresql $(RUN) -m pytest -n auto --dist worksteal -m "$(MARK)" $(DAYS)

# Hundreds of kills over both engines while every fifth call fails: an hour or so. FAULTS="--engine sqlite --kills 20"
faults: $(VENV)/dev
	$(RUN) -m tests.faults $(FAULTS)

# Every cell of who may do what, tried through the sandbox: minutes. ONE_IN=3 tries a third of them.
authority: $(VENV)/dev
	AUTHORITY_ONE_IN=$(ONE_IN) $(RUN) -m pytest -n auto --dist worksteal -m "" tests/e2e/test_authority.py
	$(RUN) -m tests.e2e.authority

run: $(VENV)/run
	$(RUN) -m bot serve

lint: $(VENV)/dev
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(RUN) -m mypy
	$(VENV)/bin/lint-imports

bench: $(VENV)/dev
	$(RUN) -m tests.benchmarks

counts: $(VENV)/dev
	$(RUN) -m tests.counts

# Every screen as a picture in docs/screens, in minutes. WHICH=cards or WHICH=day for one half of them.
screens: $(VENV)/dev
	$(RUN) -m tests.screens docs/screens $(WHICH)

# New pins for the ranges in pyproject.toml; names no index.
lock: $(VENV)/dev
	$(VENV)/bin/uv pip compile pyproject.toml --universal -q --generate-hashes --no-emit-index-url -o requirements/run.txt
	$(VENV)/bin/uv pip compile pyproject.toml --extra dev --universal -q --generate-hashes --no-emit-index-url -o requirements/dev.txt
	$(VENV)/bin/uv pip compile pyproject.toml --extra audit -c requirements/dev.txt --universal -q --generate-hashes --no-emit-index-url -o requirements/audit.txt

# Known vulnerabilities of what an office installs, as the package registry tells them. One that tells none
# is not taken for good news: every package is then said to be unknown, and the target fails.
audit: $(VENV)/audit
	$(VENV)/bin/pip-audit --strict --disable-pip --require-hashes -r requirements/run.txt

# What the program is made of, and under which licences.
licences: $(VENV)/run
	@$(RUN) .ci/licences.py requirements/run.txt

$(VENV)/run: requirements/run.txt
	test -x $(RUN) || $(PYTHON) -m venv $(VENV)
	$(RUN) -m pip install -q --disable-pip-version-check --require-hashes -r requirements/run.txt
	@touch $@

$(VENV)/dev: requirements/dev.txt
	test -x $(RUN) || $(PYTHON) -m venv $(VENV)
	$(RUN) -m pip install -q --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@ $(VENV)/run

$(VENV)/audit: requirements/audit.txt $(VENV)/dev
	$(RUN) -m pip install -q --disable-pip-version-check --require-hashes -r requirements/audit.txt
	@touch $@

clean:
	rm -rf $(VENV) demo-out
