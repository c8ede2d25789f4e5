# make          sets up this machine and builds the briefing of seeds/ into build/
# make help     lists the other targets
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules
.NOTPARALLEL:

export LC_ALL := C.UTF-8

# Under `sudo make` too every command runs as the owner of the checkout.
AS_OWNER := $(if $(SUDO_UID),bash scripts/as.sh owner)
BIN := .venv/bin

# What to build and with which options: make build SOURCES=~/documents OUT=~/briefing OPTIONS='--strict'
SOURCES := seeds
OUT := build
OPTIONS :=
# How many documents make bench-scale builds with.
SIZES := 100,1000,5000
# What make fuzz drives, and for how long: make fuzz TARGET=html SECONDS=600
TARGET := numbers
SECONDS := 600
# More for pytest: make unit PYTEST='-k repair -x'
PYTEST :=

# The stamps are touched last, by the set-up itself; one from another place (a moved .venv) does not count.
PLACE := $(shell cat .venv/.place 2>/dev/null)
MOVED := $(if $(PLACE),$(if $(subst $(CURDIR),,$(PLACE))$(subst $(PLACE),,$(CURDIR)),moved))
GROUND := pyproject.toml requirements.lock requirements-build.lock scripts/setup.sh

.PHONY: all help setup setup-dev test lint types imports unit build verify wheel bench bench-scale fuzz audit licences lock format clean distclean moved

all: setup build ## set up, then build the briefing of seeds/ into build/ (the default)

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 22

setup: .venv/.ready ## install what is missing: system packages, .venv, locked Python packages

setup-dev: .venv/.ready-dev ## the same, and what the tests need

.venv/.ready: $(GROUND) $(MOVED)
	@bash scripts/setup.sh

.venv/.ready-dev: $(GROUND) requirements-dev.lock $(MOVED)
	@bash scripts/setup.sh --dev

moved:
	@echo "setup: .venv was made in $(PLACE) and is made anew here"

test: lint types imports unit ## set up, then all checks: style, types, import rules, tests

lint: setup-dev ## style (ruff)
	$(AS_OWNER) $(BIN)/ruff check .
	$(AS_OWNER) $(BIN)/ruff format --check .

types: setup-dev ## types (mypy --strict)
	$(AS_OWNER) $(BIN)/mypy

imports: setup-dev ## which room may import which (import-linter)
	$(AS_OWNER) $(BIN)/lint-imports --no-logo

unit: setup-dev ## the tests alone
	$(AS_OWNER) $(BIN)/pytest -n 2 --dist loadgroup --no-loadscope-reorder $(PYTEST)

build: setup ## build SOURCES (seeds) into OUT (build)
	$(AS_OWNER) $(BIN)/reporter build $(SOURCES) -o $(OUT) $(OPTIONS)

verify: setup ## prove every quotation of the briefing in OUT
	$(AS_OWNER) $(BIN)/reporter verify $(OUT)

wheel: setup ## the installable package, in dist/
	$(AS_OWNER) $(BIN)/python -m pip wheel -q --no-deps --no-build-isolation -w dist .

bench: setup-dev ## measure against peers
	$(AS_OWNER) $(BIN)/python -m bench

bench-scale: setup-dev ## measure builds of 100, 1,000 and 5,000 documents (an hour; SIZES=100,1000 for less)
	$(AS_OWNER) $(BIN)/python -m bench.scale --sizes $(SIZES)

fuzz: setup-dev ## drive the fuzz target TARGET for SECONDS (docs/ci.md)
	$(AS_OWNER) $(BIN)/python -m pip install -q --disable-pip-version-check --only-binary :all: --require-hashes -r requirements-fuzz.lock || \
	  echo "fuzz: Atheris can't be installed here"
	$(AS_OWNER) $(BIN)/python -W ignore -m tests.fuzz.run $(TARGET) $(SECONDS)

audit: setup ## ask what is known against the locked packages (exit code 3: nobody could be asked)
	$(AS_OWNER) bash scripts/audit.sh

licences: setup-dev ## write docs/licences.md from the metadata of the locked packages
	$(AS_OWNER) $(BIN)/python scripts/licences.py

lock: setup-dev ## choose the newest versions and write the lock files
	$(AS_OWNER) bash scripts/lock.sh

format: setup-dev ## format the code and sort its imports
	$(AS_OWNER) $(BIN)/ruff check --fix --select I .
	$(AS_OWNER) $(BIN)/ruff format .

clean: ## remove what builds and checks have written
	rm -rf dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find build -mindepth 1 ! -name .gitkeep -delete

distclean: clean ## the same, and .venv
	rm -rf .venv
