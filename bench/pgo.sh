#!/usr/bin/env bash
# Makes cmd/davy/default.pgo anew, the CPU profile that the compiler builds davy
# with: `make pgo`, two minutes on a quiet machine. It is of scans of a fleet's logs
# in text, gzip and, where bench/duckdb can be built to write it, Parquet; of another
# fleet than `make bench` measures on.
set -euo pipefail
cd "$(dirname "$0")/.."
GO=${GO:-go}
WORK=${WORK:-.build/pgo}
ROUNDS=${ROUNDS:-10}

mkdir -p "$WORK"
export CGO_ENABLED=0
$GO build -o "$WORK/" ./bench/workload ./bench/profile
[ -d "$WORK/data" ] || "$WORK/workload" -seed 7 -records 3000000 -interfaces 300 -out "$WORK/data"
if [ ! -d "$WORK/data/parquet" ] && CGO_ENABLED=1 $GO build -C bench/duckdb -o "$PWD/$WORK/duckdb" .; then
    "$WORK/duckdb" -parquet "$WORK/data/parquet" "$WORK/data/gz/*.gz"
fi
profiles=()
for format in plain gz parquet; do
    [ -d "$WORK/data/$format" ] || continue
    "$WORK/profile" -rounds "$ROUNDS" "$WORK/$format.pprof" "$WORK/data/$format"
    profiles+=("$WORK/$format.pprof")
done
$GO tool pprof -proto "$WORK/profile" "${profiles[@]}" > "$WORK/default.pgo"
mv "$WORK/default.pgo" cmd/davy/default.pgo
