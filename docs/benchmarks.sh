#!/bin/sh
# Writes docs/benchmarks.md on standard output: `make benchmarks`.
set -eu
cd "$(dirname "$0")/.."
cat <<'END'
# Benchmarks

Figures of one machine on one day, made by `make benchmarks` on one core, three runs each. They are no targets, and lone absolute figures say little: run them twice, before and after a change, and let benchstat compare.

END
printf '%s, %s\n' "$(go version | cut -d' ' -f3-)" "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1)"
bench() {
    printf '\n## %s\n\n```\n' "$1"
    go test -run '^$' -bench "$2" -count 3 -cpu 1 $3 | grep '^Benchmark'
    printf '```\n'
}
bench 'Parse: text to records (`records/s`, plain text in memory)' '^BenchmarkRead' ./flowlog
bench 'Aggregate: records to a table, and a table to windows' '^Benchmark(Add|Pairs)' ./biflow
bench 'Objects to a table, with parsing, checksums and merging; plain and gzip' '^BenchmarkRun' ./internal/pipeline
bench 'Hull: building (integer clouds like a miner'\''s), membership by an index and by asking all facets, gauge' . ./hull
bench 'Judging pairs, and training a profile of 1,440 windows beside 300 ordinary pairs' '^Benchmark(Judge|Train)' './detect ./model'
