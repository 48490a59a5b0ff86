# Every command for people and CI; `make` alone is what CI runs.

PYTHON ?= python3
BIN := .venv/bin
NODE_BIN := node_modules/.bin
DIRECTIVES := $(BIN)/directives

.PHONY: test long quick fuzz mutants mutants-all branches licences bom audit site serve lint style types check scripts browser encodings bench bench-exports bench-search bench-draft answers kills lock messages schema format clean
.DEFAULT_GOAL := test

test:  ## all that CI checks; what needs no pytest goes two at a time, as most of it uses one processor
	@$(MAKE) --no-print-directory --jobs 2 --output-sync lint check scripts browser
	$(BIN)/pytest -n auto --dist worksteal -m "not long"

long: .venv/ready browser  ## the cases that are too many for each run: every kind of change, every builder under attack, every view
	$(BIN)/pytest -n auto --dist worksteal -m long

quick: lint  ## the tests that build no whole site and open no browser
	$(BIN)/pytest -n auto --dist worksteal -m "not slow and not long"

fuzz: .venv/ready  ## the properties with cases that no run has had; as often as one likes
	HYPOTHESIS_PROFILE=search $(BIN)/pytest -n auto --dist worksteal -m hypothesis

kills: .venv/ready  ## runs of the generator killed at random moments: make kills KILLS=1000
	$(BIN)/python -m tests.tools.kills $(or $(KILLS),300)

site: .venv/ready  ## generate the pages and build site/
	$(DIRECTIVES) build

serve: .venv/ready  ## live preview: an edit in data/ shows at once
	$(DIRECTIVES) serve

lint: style types

types: .venv/ready
	$(BIN)/mypy --no-error-summary

style: .venv/ready node_modules/ready
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	@report=$$($(BIN)/lint-imports --no-cache) || { echo "$$report"; exit 1; }
	$(NODE_BIN)/biome check --error-on-warnings --log-level=warn
	$(NODE_BIN)/tsc
	$(NODE_BIN)/tsc --project tests/scripts

check: .venv/ready  ## the data, and the schemas that editors use
	$(DIRECTIVES) check --coverage 100
	$(DIRECTIVES) schema --check

scripts: .venv/ready node_modules/ready  ## the scripts of the site, without a browser
	@mkdir -p .cache
	$(BIN)/python -m tests.tools.script_rules > .cache/script-rules.json
	node --test --test-reporter=dot tests/scripts/*.test.js

encodings: .venv/ready  ## sites of directives that others wrote: make encodings CORPUS=folder TARGET=folder
	$(BIN)/python -m tests.tools.corpora.encodings "$(CORPUS)" "$(TARGET)"

bench: .venv/ready  ## what each stage costs, and how it grows: make bench ARGS="--sizes d1k d10k"
	$(BIN)/python -m tests.benchmarks $(ARGS)

bench-exports: .venv/ready  ## files, bytes and time of each form for other programs
	$(BIN)/python -m tests.benchmarks.exports

bench-search: .venv/ready  ## what the search finds, how fast: make bench-search ARGS="--pages 2000 --no-site"
	$(BIN)/python -m tests.benchmarks.search $(ARGS)

answers: .venv/ready  ## clicks, keys and screens to each answer, lengths of pages: make answers ARGS="--json figures.json"
	$(BIN)/python -m tests.benchmarks.answers $(ARGS)

bench-draft: .venv/ready  ## how well drafts read annotated texts: make bench-draft ARGS="--half test --misses"
	$(BIN)/python -m tests.benchmarks.draft $(ARGS)

format: .venv/ready node_modules/ready
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(NODE_BIN)/biome check --write

schema: .venv/ready  ## write data/schemas/
	$(DIRECTIVES) schema

messages: .venv/ready  ## update the catalogues with the messages that the code uses
	$(BIN)/python -m tests.tools.messages

mutants: .venv/ready  ## do the tests see small mistakes in a stage: make mutants ARGS="schedule --count 60"
	$(BIN)/python -m tests.tools.mutation $(ARGS)

mutants-all: .venv/ready  ## the same with every mistake in each stage; takes hours
	$(BIN)/python -m tests.tools.mutation --count 0 $(ARGS)

branches: .venv/ready  ## which lines and branches of these stages no test takes; fails below 95 %
	$(BIN)/python -m tests.tools.mutation.branches

licences: .venv/ready node_modules/ready  ## the table of licences in the guide, after `make lock`
	$(BIN)/python -m tests.tools.packages.licences

bom: .venv/ready  ## the bill of materials of the pinned packages: .cache/bom.cdx.json
	$(BIN)/python -m tests.tools.packages.bom

audit: .venv/ready  ## known advisories on the pinned packages; asks an advisory service on the network
	$(BIN)/uv tool run pip-audit --disable-pip --require-hashes --requirement requirements.lock

lock: .venv/ready node_modules/ready  ## pin every dependency again, with hashes and without host names
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --upgrade \
	  --generate-hashes --no-header --no-emit-index-url --no-emit-find-links --quiet -o requirements.lock
	npm update --silent

clean: .venv/ready  ## remove all that was generated, but not the virtual environment and node_modules
	$(DIRECTIVES) clean
	rm -rf site .cache

# The virtual environment, made again when the lock file changes.
.venv/ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; name it with: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || sh tests/tools/install.sh python3-venv
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

# The tools for the scripts of the site, made again when the lock file changes. It names no host (.npmrc).
node_modules/ready: package-lock.json package.json .npmrc
	@command -v npm >/dev/null || sh tests/tools/install.sh nodejs npm
	npm ci --silent
	@touch $@

# The browser tests need a Chromium and a font with Chinese; Debian has one without windows, which is quicker.
browser: .venv/ready
	@$(BIN)/python -m tests.tools.browsing.browser || sh tests/tools/install.sh chromium-headless-shell fonts-noto-cjk \
	  || sh tests/tools/install.sh chromium fonts-noto-cjk \
	  || $(BIN)/playwright install --with-deps chromium
