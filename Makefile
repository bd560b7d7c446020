# SPDX-License-Identifier: Apache-2.0
# A thin front for CMake: `make help` lists what there is.
MAKEFLAGS += --no-print-directory
REPO ?= examples/clinic
TARGET ?=
SECONDS ?= 60
PREFIX ?= /usr/local
DESTDIR ?=
export GRAMMAR_DIR ?=
JOBS ?= $(shell nproc 2>/dev/null || echo 2)

# Configures a preset once, and when presets change; a build sees by itself what else has changed.
configure = [ -z "$(GRAMMAR_DIR)" -a build/$(1)/build.ninja -nt CMakePresets.json ] || \
	cmake --preset $(1) $(if $(GRAMMAR_DIR),-DPAVE_GRAMMAR_DIR=$(GRAMMAR_DIR)) >build/$(1).log 2>&1 || \
	{ cat build/$(1).log >&2; exit 1; }
# What a build says goes to stderr, so that the output of `make run` is the scan's alone.
build = mkdir -p build && $(call configure,$(1)) && cmake --build build/$(1) -j $(JOBS) $(2) >&2

.PHONY: release
release: ## Build build/release/pave (also: just `make`)
	@sh tools/setup.sh build
	@$(call build,release)

# What people say of a service expires; the example is of the autumn of 2026.
.PHONY: run
run: release ## Scan examples/clinic, or any folder: make run REPO=path
	@build/release/pave scan $(if $(filter examples/clinic,$(REPO)),--as-of 2026-11-01) "$(REPO)"

.PHONY: test
test: ## Build with sanitizers and run every test
	@sh tools/setup.sh build test
	@sh tools/fetch_npm.sh schemas node
	@sh tools/fetch_peers.sh
	@$(call build,test)
	@python3 tools/run_tests.py build/test

.PHONY: check
check: ## All that must pass: rooms, format, both compilers, analysers, tests
	@sh tools/setup.sh build test check
	@sh tools/check.sh

.PHONY: bench
bench: release ## Measure; the numbers of docs/benchmarks.md
	@sh tools/setup.sh bench
	@sh tools/fetch_npm.sh node
	@$(call build,release,-t bench node_binding)
	@sh tools/bench.sh $(TARGET)

.PHONY: fuzz
fuzz: ## Fuzz each target for SECONDS=60, or one: make fuzz TARGET=noun
	@sh tools/setup.sh build test fuzz
	@$(call build,fuzz)
	@sh tools/fuzz.sh "$(SECONDS)" $(TARGET)

.PHONY: docs
docs: release ## A page for each shipped rule, under build/release/docs/rules
	@python3 tools/rule_pages.py build/release/pave build/release/docs/rules

.PHONY: golden
golden: ## Rewrite the golden files; review the diff
	@sh tools/setup.sh build test
	@$(call build,test)
	@PAVE_GOLDEN=write python3 tools/run_tests.py build/test

.PHONY: install
install: release ## Install under PREFIX (/usr/local), inside DESTDIR if set
	@DESTDIR="$(DESTDIR)" cmake --install build/release --prefix "$(PREFIX)"

.PHONY: dist
dist: ## Make dist/pave-VERSION.tar.gz, which builds without npm and git
	@sh tools/setup.sh build
	@sh tools/dist.sh

.PHONY: clean
clean: ## Remove what was built; fetched sources stay
	@rm -rf build dist

.PHONY: help
help: ## Show this
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile
