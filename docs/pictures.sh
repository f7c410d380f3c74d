#!/bin/sh
# Makes docs/img/plot-*, the pictures of docs/plot.md: `make docs-pictures`.
# All are of simulated logs and of a model made of other simulated logs, so
# that they do not change with the built-in model.
set -eu
cd "$(dirname "$0")/.."
work=.build/pictures
img=docs/img
rm -rf "$work" && mkdir -p "$work" "$img"

lab() { ./davy lab --preset fleet "$@" 2>/dev/null; }
lab --enis 12 --miners 12 --mining all --days 3 --seed 21 "$work/fleet"   # what is looked at
lab --enis 12 --miners 12 --days 10 --seed 22 "$work/other"               # what the model is of
lab --enis 4 --kinds monero-plain --days 42 --seed 23 "$work/long"        # many windows of few miners
train() { ./davy train --rule profiles --skip-refused --labels "$work/$1/labels.tsv" -o "$work/$1.json" "$work/$1/AWSLogs" > "$work/$1.txt" 2>&1; }
train fleet
train other

# plot NAME FLEET MODEL FLAG…
plot() {
    name=$1 fleet=$2 model=$3
    shift 3
    ./davy plot --quiet --model "$work/$model.json" "$@" -o "$img/plot-$name" "$work/$fleet/AWSLogs"
    size=$(wc -c < "$img/plot-$name")
    [ "$size" -lt 300000 ] || { echo "plot-$name has $size bytes, 300,000 or more" >&2; exit 1; }
}

labels() { echo "--labels=$work/$1/labels.tsv"; }
miner=10.0.0.20::198.51.100.64
known=10.0.0.10::198.18.34.134 # of those that the model is of
article='--rule article --hull article --width 1200'
plot frames.gif fleet fleet "$(labels fleet)" --label mining --view frames --zoom --scale linear --hull none --most 10
plot honeycomb.png long other --pair 10.0.0.11::198.51.100.8 --zoom --scale linear --hull none --width 1200
plot planes.png other other "$(labels other)" --pair $known --width 1200
plot dark.png other other "$(labels other)" --pair $known --zoom --scale linear --plane-hull --theme dark --width 1200
plot quantum.png fleet other --pair 10.0.0.16::198.51.100.90 --view quantum --width 1200
for view in timeline line neighbour ripley; do
    plot $view.png fleet other --pair $miner --view $view --width 1200
done
plot pca.png other other "$(labels other)" --pair $known --view pca --width 1200
# The article's four kinds, by its own rule.
plot found.png fleet other "$(labels fleet)" $article --pair 10.0.0.14::198.51.100.21
plot rejected.png fleet other "$(labels fleet)" $article --pair 10.0.0.19::10.238.133.245
plot missed.png fleet other "$(labels fleet)" $article --pair 10.0.0.16::198.51.100.90
plot alarm.png fleet other "$(labels fleet)" $article --pair 10.0.0.16::10.131.50.171
