#!/bin/sh
# Writes docs/results.md on standard output: `make results`.
# $1 is the folder of real captures (MANIFEST.tsv, dev/*.600.log.gz).
set -eu
cd "$(dirname "$0")/.."
data=$1
work=.build/results
rm -rf "$work" && mkdir -p "$work"

# run shows a command and what it prints. Exit code 3, something left out, is no failure.
run() {
    printf '\n```sh\n%s\n```\n\n' "$*" | sed "s#$data#../shared/data#g; s#$work/##g; s#\./davy#davy#g"
    "$@" 2>"$work/stderr" || [ $? -eq 3 ] || { cat "$work/stderr" >&2; exit 1; }
}

cat <<'END'
# Results

What davy finds, what it misses and what it flags wrongly, as measured; made by `make results`. Bad figures stay: they are the starting line.

Two rules stand side by side. **article**: one raw hull over all mining windows, a pair matches when at least 98 % of its non-zero windows lie inside. **profiles** (the default): one calibrated hull for each group of miners, exact binomial tests against ordinary traffic. Ordinary pairs are pairs of addresses at one interface with at least one window of accepted TCP traffic; other protocols make no windows.

## Real captures

Public captures, ten-minute records. *On all other captures*: the model never saw the capture it judges, neither its miner nor its ordinary traffic; each capture is a profile of its own, so this asks whether one miner's hull finds another coin, pool or size. *On the first half of the same captures*: the miner is known, its later windows are not.
END
run ./davy eval --manifest "$data/MANIFEST.tsv" "$data"/dev/*.600.log.gz > "$work/real"
sed 's#\(\.\./shared/data/dev/[^ ]*\.600\.log\.gz \)\{2,\}#../shared/data/dev/*.600.log.gz #; s#\(\.\./shared/data/dev/[^ ]*\.600\.log\.gz *\)\{2,\}#../shared/data/dev/*.600.log.gz#' "$work/real"

cat <<'END'

## Simulated fleet

The model built into davy, on a fleet from a seed that was used neither for training nor for trying things: other pools, other sizes, the same kinds of program. `davy lab` is of our own making, as is the model: this says how the rules compare, not what they would find in the field.
END
./davy lab --preset fleet --enis 300 --miners 112 --seed 101 --for 24h "$work/fleet" 2>/dev/null
printf '\n```sh\ndavy lab --preset fleet --enis 300 --miners 112 --seed 101 --for 24h fleet\n```\n'
run ./davy eval --model default --labels "$work/fleet/labels.tsv" "$work/fleet/AWSLogs" > "$work/simulated"
# The table of 112 miners is shortened to the ones that were missed.
grep -v '| mining |$' "$work/simulated" | sed 's/^| mining pair/| missed mining pair/'
