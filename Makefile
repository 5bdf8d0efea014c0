# Everything a person or a machine does with Glane. Each target makes .venv by itself, once.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --quiet --disable-pip-version-check --no-input
LOCK := uv pip compile --quiet --generate-hashes --no-emit-index-url --universal \
	--python-version 3.11 --custom-compile-command "make lock"

# The production settings, for `check --deploy`: a throw-away key, and nothing is served with it.
LINT_KEY := VGhyb3ctYXdheSwgb25seSBmb3IgbWFrZSBsaW50ISE=
AS_DEPLOYED := GLANE_PRODUCTION=1 GLANE_HOSTS=glane.example GLANE_SECRET_KEY=$(LINT_KEY) \
	GLANE_KEK=$(LINT_KEY) GLANE_CODE_KEY=$(LINT_KEY) GLANE_SIGNING_KEY=$(LINT_KEY) \
	GLANE_CONTROLLER=Glane GLANE_CONTACT=nobody@glane.example

.DEFAULT_GOAL := help
.PHONY: help run test lint bench bench-redaction bench-thin-zip bench-usefulness bench-attacks bench-release \
	bench-pages test-trainers load screens soak audit messages lock clean tools
.DELETE_ON_ERROR:

help:
	@echo "make run              the site at http://127.0.0.1:8000/ with all it needs; Ctrl-C stops it"
	@echo "make test             every test (as root, installs the Debian packages they need)"
	@echo "make test-trainers    a release in TRL's own trainers, one step each (installs PyTorch; not in make test)"
	@echo "make lint             every check that reads without running"
	@echo "make bench            reading and deciding, measured"
	@echo "make bench-redaction  redaction, measured beside stock Presidio"
	@echo "make bench-thin-zip   sorting a large archive on the donor's device, measured"
	@echo "make bench-usefulness what a model learns from a release; PAIRS=FILE.jsonl for pairs of yours"
	@echo "make bench-attacks    a release attacked: canaries, linkage, rare strings"
	@echo "make bench-release    building and verifying a large release, measured"
	@echo "make load             fifty slow uploads at once and visitors beside them, measured"
	@echo "make bench-pages      each page of a report of a hundred thousand lines, measured"
	@echo "make screens          the pictures of docs/screens.md, taken again"
	@echo "make soak             a thousand kill cycles, ten thousand damaged exports; half an hour"
	@echo "make audit            licences, bill of materials and known defects of what is installed"
	@echo "make messages         what the site says, extracted for its translation, and compiled"
	@echo "make lock             requirements*.txt from requirements*.in (needs uv)"
	@echo "make clean            removes what was built; var/, where donations live, stays"

run: .venv/runtime.stamp
	@exec $(BIN)/python manage.py serve

test: .venv/development.stamp tools
	$(BIN)/python -m pytest --numprocesses 2 --dist loadfile

test-trainers: .venv/runtime.stamp .venv-trainers/stamp
	@data=$$(mktemp -d) && trap 'rm -rf "$$data"' EXIT && export GLANE_DATA=$$data && \
	$(BIN)/python manage.py migrate --verbosity 0 && \
	$(BIN)/python manage.py release build trainers --demo && \
	.venv-trainers/bin/python -m tests.trainers.one_step "$$data/releases/trainers-demo"

.venv-trainers/stamp: requirements-trainers.in
	@$(PYTHON) -m venv .venv-trainers
	@.venv-trainers/bin/python -m pip install --quiet --disable-pip-version-check --no-input \
		--requirement requirements-trainers.in
	@touch $@

lint: .venv/development.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djlint templates --lint --quiet
	$(BIN)/codespell
	$(BIN)/yamllint --strict .
	$(AS_DEPLOYED) $(BIN)/python manage.py check --deploy --fail-level WARNING
	$(BIN)/python manage.py makemigrations --check --dry-run

bench: .venv/development.stamp
	$(BIN)/python -m benchmarks.reading

bench-redaction: .venv/development.stamp
	$(BIN)/python -m benchmarks.redaction

bench-thin-zip: .venv/development.stamp tools
	$(BIN)/python -m benchmarks.thin_zip

bench-usefulness: .venv/development.stamp
	$(BIN)/python -m benchmarks.usefulness $(if $(PAIRS),--pairs $(PAIRS))

bench-attacks: .venv/development.stamp
	$(BIN)/python -m benchmarks.attacks

bench-release: .venv/development.stamp
	$(BIN)/python -m benchmarks.releases

bench-pages: .venv/development.stamp
	$(BIN)/python -m benchmarks.pages

load: .venv/development.stamp
	$(BIN)/python -m benchmarks.load

screens: .venv/development.stamp tools
	$(BIN)/python -m benchmarks.screens

soak: .venv/development.stamp
	$(BIN)/python -m tests.hostile.mutants 10000
	$(BIN)/python -m tests.soak 1000

# The bill of materials and the licences lie in build/; an audit that could not be made says so.
audit: .venv/development.stamp .venv/audit.stamp
	@mkdir -p build
	$(BIN)/python -m deploy.bill_of_materials > build/glane.cdx.json
	$(BIN)/python -m deploy.bill_of_materials --licences > build/licences.txt
	$(BIN)/python -m deploy.known_defects .venv/audit/bin/pip-audit requirements.txt

messages: .venv/development.stamp
	$(BIN)/python manage.py makemessages --locale fr --locale en --no-location --no-obsolete \
		--ignore '.venv*' --ignore tests --ignore var
	$(BIN)/python manage.py compilemessages --locale fr --locale en --ignore '.venv*'

lock:
	@command -v uv >/dev/null || { echo "uv compiles the locks: install it first." >&2; exit 1; }
	$(LOCK) requirements.in --output-file requirements.txt
	$(LOCK) requirements-dev.in --output-file requirements-dev.txt
	$(LOCK) requirements-audit.in --output-file requirements-audit.txt

clean:
	rm -rf .venv .venv-trainers build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Glane needs Python 3.11 or later; '$(PYTHON)' is not. Try: make PYTHON=python3.11 ..." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "Python lacks its venv module. On Debian or Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@echo "Making .venv (once; a minute or two)"
	@$(PYTHON) -m venv .venv

.venv/runtime.stamp: requirements.txt | .venv/bin/python
	@$(PIP) install --require-hashes --requirement requirements.txt
	@touch $@

# The development lock holds the whole runtime lock, so one install serves both.
.venv/development.stamp: requirements-dev.txt requirements.txt | .venv/bin/python
	@$(PIP) install --require-hashes --requirement requirements-dev.txt
	@touch .venv/runtime.stamp $@

# In an environment of its own: what looks for defects must not be among what is looked at.
.venv/audit.stamp: requirements-audit.txt | .venv/bin/python
	@$(PYTHON) -m venv .venv/audit
	@.venv/audit/bin/python -m pip --quiet --quiet --disable-pip-version-check --no-input install \
		--require-hashes --requirement requirements-audit.txt
	@touch $@

requirements-audit.txt:
	@echo "NOT CHECKED: requirements-audit.txt is missing; make lock compiles it." >&2; exit 1

# What the tests need that no wheel holds: a browser, a PostgreSQL server, and the gettext tools.
tools:
	@missing=""; \
	command -v chromium >/dev/null || missing="$$missing chromium"; \
	ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || command -v postgres >/dev/null || \
		missing="$$missing postgresql"; \
	command -v xgettext >/dev/null || missing="$$missing gettext"; \
	[ -n "$$missing" ] || exit 0; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		echo "Installing for the tests:$$missing"; \
		export DEBIAN_FRONTEND=noninteractive; \
		apt-get update -qq && apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
	else \
		echo "The tests need:$$missing. On Debian: sudo apt-get install$$missing" >&2; exit 1; \
	fi
