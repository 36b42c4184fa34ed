# Two commands are enough to begin with: `make workshop` and `make test`.

PYTHON ?= python3
ARGS ?=
VENV := .venv
RUN := $(VENV)/bin/python -m
FIRST_PAGE := notebooks/00-welcome.ipynb
TOOLS := .tools
INSTALL := pip install -qq --disable-pip-version-check
# uv keeps what is pinned already and still fits, and takes one version for every Python where there is one.
PIN := $(TOOLS)/bin/uv pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest --no-build \
  --generate-hashes --no-annotate --no-emit-index-url --custom-compile-command "make pins" $(ARGS)
# A file's tests stay together, because they share a browser and servers.
AT_ONCE := --numprocesses logical --maxprocesses 4 --dist loadfile
PROSE := README.md CONTRIBUTING.md PRIVACY.md docs data notebooks workshop_helpers

# Jupyter refuses to start for the administrator of a machine, as in a container, unless it is told to.
ROOT := $(if $(filter 0,$(shell id -u)),--allow-root)

# Node.js comes with the tools for the checks; where there is no wheel of it, the system's is used. A machine that has
# neither checks no JavaScript, and says so; where WORKSHOP_NODE_REQUIRED is set, that is a failure.
MODULES := node_modules/.installed
NODE_PATHS := PATH="$(CURDIR)/$(VENV)/bin:$$PATH"
NPM := $(NODE_PATHS) npm --silent
NO_NODE := ! $(NODE_PATHS) command -v npm >/dev/null && { \
  echo "SKIPPED: JavaScript, as there is no Node.js here. Install version 22 or newer, with npm, and do this again."; \
  [ -z "$$WORKSHOP_NODE_REQUIRED" ]; }

.PHONY: help workshop test lint format bundles bench pictures screenshots pins sbom clean

help: ## say what can be made
	@echo "What you can make:"
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' Makefile | expand -t 20

workshop: $(VENV)/.workshop ## open the workshop in JupyterLab; ARGS="--no-browser --port=8899" goes to jupyter lab
	@echo "Opening JupyterLab at $(FIRST_PAGE). It runs until you press Ctrl-C twice in this window."
	@echo "Next: read the page in your browser from the top. If no browser opens, copy the address printed below."
	@$(RUN) jupyterlab $(ROOT) --LabApp.default_url=/lab/tree/$(FIRST_PAGE) $(ARGS)

test: $(VENV)/.test lint ## run every check
	@echo "Running the tests ..."
	@$(NO_NODE) || $(NPM) test
	@$(RUN) pytest $(AT_ONCE)
	@echo "Running every notebook and comparing what was saved in it ..."
	@$(RUN) pytest $(AT_ONCE) --nbval --nbval-cell-timeout=60 --nbval-sanitize-with tests/nbval-sanitize.cfg notebooks/
	@echo "Every check that could run here passed."
	@echo "Next: where a line above starts with SKIPPED, it says what was left out and how to get it."

lint: $(VENV)/.test $(MODULES) ## check style, format, types and spelling
	@echo "Checking style, format, types and spelling ..."
	@$(RUN) ruff check --quiet .
	@$(RUN) ruff format --quiet --check .
	@$(RUN) mypy --no-error-summary
	@$(RUN) codespell_lib $(wildcard $(PROSE))
	@$(RUN) pytest -qq tests/test_names.py
	@$(NO_NODE) || $(NPM) run lint

format: $(VENV)/.test $(MODULES) ## put the code into the one format
	@$(RUN) ruff check --quiet --fix .
	@$(RUN) ruff format .
	@$(NO_NODE) || $(NPM) run format
	@echo "Next: make test"

bundles: $(VENV)/.test $(MODULES) ## put each page's JavaScript and styles into the files that the workshop loads
	@$(NO_NODE) || $(NPM) run bundles
	@echo "Next: make test"

bench: $(VENV)/.workshop ## measure how quick the costly steps are
	@$(RUN) bench

pictures: $(VENV)/.test ## let the made-up group answer, and save its pictures; ARGS=notebooks/04-communication.ipynb: in one page
	@$(VENV)/bin/workshop made-up-group
	@$(VENV)/bin/python tests/save_pictures.py $(ARGS)
	@echo "Next: make test"

screenshots: $(VENV)/.test ## take a picture of every page, to look at
	@$(VENV)/bin/python tests/screenshots.py screenshots
	@echo "Next: look at the pictures in screenshots/"

pins: $(TOOLS)/.tools ## write the pinned versions anew from pyproject.toml; ARGS=--upgrade takes the newest
	@echo "Choosing versions ..."
	@$(PIN) pyproject.toml --group build --output-file requirements.txt
	@$(PIN) pyproject.toml --group build --extra test --constraint requirements.txt --output-file requirements-test.txt
	@$(PIN) --group tools --output-file requirements-tools.txt
	@echo "Next: make test"

sbom: $(TOOLS)/.tools ## list all that the workshop is made of, as CycloneDX, in build/sbom.cdx.json
	@mkdir -p build
	@$(TOOLS)/bin/python -W ignore::UserWarning -m cyclonedx_py requirements requirements.txt --pyproject pyproject.toml \
	  --output-reproducible --validate --output-file build/sbom.cdx.json
	@echo "Next: hand build/sbom.cdx.json to whoever asks what is inside."

clean: ## take away everything that was built; your workbook stays
	@rm -rf $(VENV) $(TOOLS) node_modules sbom.cdx.json build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
	@echo "Clean. Next: make workshop"

# A stamp is touched last, so whatever was interrupted is done again, and whatever was done is not.

$(VENV)/.python:
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" 2>/dev/null || { \
	  echo "The workshop needs Python 3.11 or newer, and '$(PYTHON)' is not."; \
	  echo "Install it, or name the one you have: make workshop PYTHON=python3.12"; exit 1; }
	@echo "Making an environment in $(VENV) ..."
	@$(PYTHON) -m venv $(VENV) || { echo "On Debian and Ubuntu, install python3-venv first."; exit 1; }
	@touch $@

# The project itself has no file with a hash: it is put in by a step of its own, which fetches nothing.
$(VENV)/.workshop: $(VENV)/.python requirements.txt pyproject.toml $(shell find share -type f)
	@echo "Installing what the workshop runs on; the first time, this takes a few minutes ..."
	@$(RUN) $(INSTALL) --require-hashes --requirement requirements.txt
	@$(RUN) $(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test: $(VENV)/.workshop requirements-test.txt
	@echo "Installing the tools for the checks ..."
	@$(RUN) $(INSTALL) --require-hashes --requirement requirements-test.txt
	@touch $@

# Apart from the rest, so that neither the workshop nor its tests need them.
$(TOOLS)/.tools: requirements-tools.txt | $(VENV)/.python
	@echo "Installing the tools for packaging ..."
	@$(RUN) venv $(TOOLS)
	@$(TOOLS)/bin/python -m $(INSTALL) --require-hashes --requirement requirements-tools.txt
	@touch $@

$(MODULES): $(VENV)/.test package.json package-lock.json .npmrc
	@$(NO_NODE) || { \
	  echo "Installing the tools for JavaScript ..." && $(NPM) ci --no-audit --no-fund && touch $@; }
