# davy. `make help` lists the targets; each does its own set-up.

GO      ?= go
DATA    ?= ../shared/data
LINT    := .tools/golangci-lint
LINT_V  := v2.15.0
S3      := .tools/versitygw
S3_V    := v1.8.0
FUZZ    ?= 100000x

export CGO_ENABLED ?= 0
# Only davy itself is built with the profile in cmd/davy: for tests and lint all
# that it depends on would be compiled once more.
export GOFLAGS := $(GOFLAGS) -pgo=off

.PHONY: help build demo test lint fuzz bench profile pgo benchmarks sample model results captures third-party docs-pictures clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 15

build: ## build the static binary ./davy
	$(GO) build -trimpath -pgo=auto -ldflags='-s -w' -o davy ./cmd/davy

demo: build ## find the miner in the sample logs
	./davy scan sample/AWSLogs

test: ## run all tests, with the race detector where there is a C compiler
	$(GO) vet ./...
	cd makes && $(GO) vet ./... && $(GO) test ./...
	@if command -v $${CC:-cc} >/dev/null 2>&1; then \
	  echo 'go test -race ./...'; CGO_ENABLED=1 $(GO) test -race -timeout 30m ./... && \
	  echo 'what it blurs, without it' && $(GO) test -run 'Allocate|TestG13' ./flowlog/... ./internal/source/bucket; \
	else \
	  echo 'go test ./... (no C compiler: without -race)'; $(GO) test -timeout 30m ./...; \
	fi

$(LINT):
	GOBIN=$(CURDIR)/.tools $(GO) install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$(LINT_V)

$(S3): # an S3 server, for tests of internal/source/bucket, which find it here: three minutes
	GOBIN=$(CURDIR)/.tools $(GO) install github.com/versity/versitygw/cmd/versitygw@$(S3_V)

lint: $(LINT) ## check style and the layers of ARCHITECTURE.md
	$(LINT) run

# Not internal/source/loggroup: go would instrument the SDK of AWS with it, for ten minutes.
FUZZED := ./boost ./eval ./flowlog ./flowlog/envelope ./flowlog/parquet ./hull ./internal/blob ./internal/enrich ./internal/report \
	./internal/source ./internal/suppress ./model

fuzz: ## fuzz every decoder, FUZZ (100000x) inputs each
	@set -e; for pkg in $(FUZZED); do \
	  for f in $$($(GO) test -list '^Fuzz' $$pkg | grep '^Fuzz'); do \
	    echo "$$pkg $$f"; $(GO) test -run '^$$' -fuzz "^$$f\$$" -fuzztime $(FUZZ) -fuzzminimizetime 10x $$pkg; \
	  done; done

bench: ## measure davy beside DuckDB, the article, pandas, Qhull, into docs/performance.md: more than an hour
	bash bench/run.sh

profile: ## say where the CPU time of a scan goes (PROFILE of LOGS): for go tool pprof
	$(GO) run ./bench/profile $(or $(PROFILE),cpu.pprof) $(or $(LOGS),sample/AWSLogs)

pgo: ## make the profile anew that davy is built with, cmd/davy/default.pgo: two minutes
	bash bench/pgo.sh

benchmarks: ## run the benchmarks beside the code, ready for benchstat
	$(GO) test -run '^$$' -bench . -count 3 -cpu 1 ./...

sample: build ## make the sample logs anew
	rm -rf sample/AWSLogs sample/labels.tsv
	./davy lab --preset sample sample

include model/model.mk

results: build ## measure on the captures in DATA and on a simulated fleet, into docs/results.md
	sh docs/results.sh $(DATA) > docs/results.md.new
	mv docs/results.md.new docs/results.md

captures: ## hold the simulator against the captures in DATA, into docs/captures.md
	$(GO) run ./docs/captures $(DATA) docs

third-party: ## fetch the files of others in third_party anew, and check them
	sh third_party/refresh.sh third_party/uplot
	sh third_party/module.sh third_party/ocsf third_party/securityhub

REPORT := .build/report
docs-pictures: build ## draw the pictures in docs/img anew, of simulated logs; those of the report need Chromium
	sh docs/pictures.sh
	rm -rf $(REPORT) && mkdir -p $(REPORT)
	./davy lab --preset fleet --enis 60 --miners 16 --mining all --days 1 --seed 21 $(REPORT)/fleet
	./davy scan --quiet --min-verdict suspect --report $(REPORT)/report.html $(REPORT)/fleet/AWSLogs > $(REPORT)/found.txt
	DAVY_REPORT=$(CURDIR)/$(REPORT)/report.html DAVY_PICTURES=$(CURDIR)/docs/img $(GO) test -count 1 -run '^TestPictures$$' ./internal/page

clean: ## remove what was built
	rm -rf davy .build .tools
