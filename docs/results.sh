#!/bin/sh
# Writes docs/results.md on standard output: `make results`.
# $1 is the folder of real captures (MANIFEST.tsv, dev/*.600.log.gz).
# Smaller for a trial: ENIS=20 DAYS=1 SEEDS=5 MINERS=20 DRILLS=1001 sh docs/results.sh …
set -eu
cd "$(dirname "$0")/.."
data=$1
ENIS=${ENIS:-1000}      # fleet of the article's size: interfaces,
DAYS=${DAYS:-21}        # days,
SEEDS=${SEEDS:-115 116} # and a fleet for each seed; see CONTRIBUTING.md
PARTS=${PARTS:-10}      # made and read one after another: one is in memory at a time
MINERS=${MINERS:-300}   # fleets of a day in which every interface mines
DRILLS=${DRILLS:-1001 1002}                      # what models that judge real captures learn from,
LOOKALIKES=${LOOKALIKES:-1101 1102 1103 1104}    # with so many sets of look-alikes,
FOLDS=${FOLDS:-10}                               # and how many there are of those models
OTHERS=${OTHERS:-h-108 n-106} # the generators of other makes that judge, and their seeds
TRYING=${TRYING:-o-21 p-21 q-21 r-21 s-21 t-21 y-21 z-21} # those that nothing was learnt from, and that are there to be looked into
SIFT=${SIFT:-1001}      # what models of single filters learn from
MODEL=${MODEL:-default}    # a model file, or the one built into davy
# What the page is made of; all of it takes hours.
all='other real fleet pool heldout kinds evasion shared interval filters'
SECTIONS=${SECTIONS:-$all}
KNOBS=${KNOBS:-padding=0.05 padding=0.1 padding=0.2 padding=0.3 padding=0.5 jitter=0.1 jitter=0.3 jitter=1
    throttle=0.5 throttle=0.25 throttle=0.1 rotate=4 rotate=20 dilution=0.05 dilution=0.2 dilution=0.5}
seed=${SEEDS%% *}
work=.build/results
rm -rf "$work" && mkdir -p "$work"

# wants tells whether the page has the section.
wants() {
    case " $SECTIONS " in *" $1 "*) return 0 ;; esac
    return 1
}

# quiet runs a command. Exit code 3, something left out, is no failure.
quiet() {
    "$@" 2>"$work/stderr" || [ $? -eq 3 ] || { cat "$work/stderr" >&2; exit 1; }
}

# show shows commands as one would type them beside the folders of $work.
show() {
    printf '\n```sh\n'
    printf '%s\n' "$@" | sed "s#$work/##g; s#$data#../shared/data#g"
    printf '```\n\n'
}

# fleet makes logs of a fleet in a folder of $work, once: NAME FLAG…
fleet() {
    name=$1 && shift
    [ -d "$work/$name" ] || quiet ./davy lab --preset fleet "$@" "$work/$name"
}

# learn makes what models trained here learn from and take their thresholds
# from, once, and leaves the flags in $learnt: 'SEED… of drills' 'SEED… of look-alikes'
learn() {
    [ -d "$work/trial" ] || quiet ./davy lab --preset trial --seed 1 "$work/trial"
    learnt="--measure $work/trial/labels.tsv=$work/trial/AWSLogs"
    lines="davy lab --preset trial --seed 1 trial"
    for preset in drill lookalikes; do
        seeds=$1 && shift
        [ -n "$seeds" ] || continue
        for s in $seeds; do
            [ -d "$work/$preset-$s" ] || quiet ./davy lab --preset "$preset" --seed "$s" "$work/$preset-$s"
            learnt="$learnt --with $work/$preset-$s/labels.tsv=$work/$preset-$s/AWSLogs"
        done
        lines="$lines; for s in $seeds; do davy lab --preset $preset --seed \$s $preset-\$s; done"
    done
    show "$lines"
}

# page shows how a fleet is made and judged, and the whole report: NAME 'LAB FLAGS' EVAL FLAG…
page() {
    name=$1 flags=$2 && shift 2
    # shellcheck disable=SC2086 # flags are words
    fleet "$name" $flags
    show "davy lab --preset fleet $flags $name" "davy eval $* --labels $name/labels.tsv $name/AWSLogs"
    quiet ./davy eval "$@" --labels "$work/$name/labels.tsv" "$work/$name/AWSLogs"
}

# whole judges a fleet of the article's size, in parts with a seed each: SEED
whole() {
    n=$((ENIS / PARTS))
    flags="--enis $n --days $DAYS --miners $((n / 20 + 1))"
    also='' i=1
    while [ "$i" -le "$PARTS" ]; do
        part="fleet-$1$(printf %02d "$i")"
        # shellcheck disable=SC2086
        fleet "$part" $flags --seed "$1$(printf %02d "$i")"
        [ "$i" -eq 1 ] || also="$also --also $work/$part/labels.tsv=$work/$part/AWSLogs"
        i=$((i + 1))
    done
    first=$work/fleet-${1}01
    show "for i in \$(seq -w 01 $PARTS); do davy lab --preset fleet $flags --seed $1\$i fleet-$1\$i; done" \
        "davy eval --model $MODEL --labels fleet-${1}01/labels.tsv --also fleet-${1}02/labels.tsv=fleet-${1}02/AWSLogs … fleet-${1}01/AWSLogs"
    # shellcheck disable=SC2086
    quiet ./davy eval --model "$MODEL" --labels "$first/labels.tsv" $also "$first/AWSLogs"
    rm -rf "$work"/fleet-"$1"*
}

# rows gives the rows of the summary table of a fleet, after a label: LABEL 'LAB FLAGS'
# The fleet is thrown away.
rows() {
    label=$1 flags=$2
    # shellcheck disable=SC2086
    fleet row $flags
    quiet ./davy eval --model "$MODEL" --labels "$work/row/labels.tsv" "$work/row/AWSLogs" > "$work/row.md"
    # fleet, rule, found, interfaces, ordinary ≥ 1, false alerts, precision at 1:1,000
    awk -F ' [|] ' -v label="$label" -v head="$head" '
        NR == 1 { sub(/^[|] /, "", $1); if (head == "") print "| fleet | " $1 " | " $3 " | " $4 " | " $5 " | " $9 " | " $10 " |\n|---|---|---|---|---|---|---|" }
        /^$/ { exit }
        NR > 2 { sub(/^[|] /, "", $1); print "| " label " | " $1 " | " $3 " | " $4 " | " $5 " | " $9 " | " $10 " |" }' "$work/row.md"
    head=shown
    rm -rf "$work/row"
}

# table begins a table of rows, after the command that makes each: 'LAB FLAGS'
table() {
    head=
    show "davy lab --preset fleet $1 fleet" "davy eval --model $MODEL --labels fleet/labels.tsv fleet/AWSLogs"
}

mining="--enis $MINERS --miners $MINERS --days 1"

exec 3>&1 > "$work/page"
cat <<'END_OF_TEXT'
# Results

What davy finds, what it misses and what it flags wrongly, as measured; made by `make results`. Bad figures stay.

Two rules stand side by side. **article**: one raw hull over all mining windows, a pair matches when at least 98 % of its non-zero windows lie inside. **cascade** (the default): whole pairs by their traits, miners and ordinary traffic both known. Ordinary pairs are pairs of addresses at one interface with at least one window of TCP traffic. The seeds of simulated traffic below were used neither for training nor for trying things; each seed has pools, hash rates and programs of its own. `davy lab` is of our own making, as is the model, and so its figures are the kindest on this page. Generators of other makes, which the model never learnt from, say what to expect elsewhere.
END_OF_TEXT

missing=
for section in $all; do
    wants "$section" || missing="$missing $section"
done
[ -z "$missing" ] || printf '\nNot on this page, for the hours they take:%s. `make results` makes them all.\n' "$missing"
printf '\nThis page is `ENIS=%s DAYS=%s PARTS=%s MINERS=%s SEEDS="%s" SECTIONS="%s" KNOBS="%s" make results`.\n' \
    "$ENIS" "$DAYS" "$PARTS" "$MINERS" "$SEEDS" "$SECTIONS" "$(echo $KNOBS)"

if wants other; then
    cat <<'END_OF_TEXT'

## Generators it has never learnt from

The model built into davy, on a day of traffic of [makes](../makes/README.md) that it has not learnt from: 500 interfaces, of which 200 mine, in all ways.
END_OF_TEXT
    # judged prints what the model says of a day of a make: MAKE SEED
    judged() {
        (cd makes && go build -o ../"$work"/make ./"$1")
        quiet "$work/make" -seed "$2" -interfaces 500 -miners 200 -kinds all -hours 24 -out "$work/other"
        quiet ./davy eval --model "$MODEL" --labels "$work/other/labels.tsv" "$work/other/logs"
        rm -rf "$work/other" "$work/make"
    }
    for other in $OTHERS; do
        make=${other%-*}
        printf '\n### Make %s\n' "$make"
        show "(cd makes && go run ./$make -seed ${other#*-} -interfaces 500 -miners 200 -kinds all -hours 24 -out ../other)" \
            "davy eval --model $MODEL --labels other/labels.tsv other/logs"
        # Not pair by pair: nobody may tune on it.
        judged "$make" "${other#*-}" |
            awk '/^#### Rule/ { skip = 1 } /^[|] ordinary program/ { skip = 0 } /^[|] (pool|group) [|]/ && !/[|] (article|cascade) [|]/ { next } !skip' |
            sed 's/^#\{2,4\} /#&/'
    done
    cat <<'END_OF_TEXT'

### Makes for trying

Nothing was learnt from these either, but what comes next may be tuned on them. One day each, judged by the cascade as above: miners called *mining*, of each kind and all at pools that are suspect besides; ordinary pairs called so.
END_OF_TEXT
    show "(cd makes && go run ./MAKE -seed SEED -interfaces 500 -miners 200 -kinds all -hours 24 -out ../other)" \
        "davy eval --model $MODEL --labels other/labels.tsv other/logs"
    cat <<'END_OF_TEXT'
| make, seed | at pools | suspect besides | solo | with a proxy | blocked | ordinary pairs |
|---|---|---|---|---|---|---|
END_OF_TEXT
    for other in $TRYING; do
        judged "${other%-*}" "${other#*-}" | awk -F'|' -v other="${other%-*}, ${other#*-}" '
            /^[|] kind [|]/ { gsub(/ /, "", $3); sub(/ [(].*/, "", $5); found[$3] = $5 }
            /^[|] cascade [|] beforehand [|]/ { ordinary = $6 }
            /^[|] pool [|] cascade [|]/ { suspect = $5 }
            END { print "| " other " |" found["pool"] " |" suspect "|" found["solo"] " |" found["proxy"] " |" found["blocked"] " |" ordinary "|" }'
    done
fi

if wants real; then
    cat <<'END_OF_TEXT'

## Real captures

Public captures, ten-minute records. The model that judges a capture was trained on simulated traffic and on the other captures, never on the one it judges; captures are held out some at a time.
END_OF_TEXT
    learn "$DRILLS" "$LOOKALIKES"
    show "davy eval --hold-out capture --folds $FOLDS $learnt --manifest $data/MANIFEST.tsv ../shared/data/dev/*.600.log.gz"
    # shellcheck disable=SC2086 # flags are words
    quiet ./davy eval --hold-out capture --folds "$FOLDS" $learnt --manifest "$data/MANIFEST.tsv" "$data"/dev/*.600.log.gz
fi

if wants fleet; then
    printf '\n## Fleet of the article'\''s size\n\nThe model built into davy; %s interfaces, %s days.\n' "$ENIS" "$DAYS"
    for s in $SEEDS; do
        printf '\n### Seed %s\n' "$s"
        whole "$s"
    done
fi

if wants pool; then
    printf '\n## Pool miners: coins, sizes, transports, time to verdict, reliability\n\nThe model built into davy, on a day of %s miners of the seed'\''s own pools.\n' "$MINERS"
    page pool "$mining --mining pool --seed $seed" --model "$MODEL"
fi

if wants heldout; then
    printf '\n## Never trained on\n\nModels trained on the same day without what they judge: miners of a pool, a coin, a size or a transport, and a part of the kinds of ordinary program. The judging logs train the models here, so this asks what is learnt of the rest, not what the built-in model finds.\n'
    page pool "$mining --mining pool --seed $seed" --hold-out pool,coin,size,transport --folds 5 |
        awk '/^#### Rule/ { skip = 1 } /^### / { skip = 0 } /^[|] (pool|group) [|]/ && !/[|] (article|cascade) [|]/ { next } !skip'
fi

if wants kinds; then
    printf '\n## Blocked, solo, proxy\n'
    table "$mining --mining KIND --seed $seed"
    for kind in pool solo proxy blocked; do
        rows "$kind" "$mining --mining $kind --seed $seed"
    done
fi

if wants evasion; then
    printf '\n## Evasion\n\nPool miners that do something against being found. Padding: random bytes, as a share of each message. Jitter: waiting, as a share of the interval. Throttle: share of the hash rate used. Rotate: addresses gone about. Dilution: share of windows with other traffic between the same addresses.\n'
    table "$mining --mining pool --seed $seed --evade KNOB"
    for knob in $KNOBS; do
        rows "$knob" "$mining --mining pool --seed $seed --evade $knob"
    done
fi

if wants shared; then
    printf '\n## Shared addresses\n\nAn address may serve more than one thing: that of a content network, of a load balancer. Here other traffic runs at the address of an ordinary program'\''s server, in 1 to 30 %% of the windows, for a share of the programs.\n'
    table "$mining --mining pool --seed $seed --shared SHARE"
    for share in 0 0.1 1; do
        rows "$share of programs" "$mining --mining pool --seed $seed --shared $share"
    done
fi

if wants interval; then
    printf '\n## Aggregation interval and delivery\n\nThe same traffic in records of one and ten minutes; then with what AWS does to logs: late starts, split records, lost intervals, phases.\n'
    table "$mining --mining pool --seed $seed FLAGS"
    rows '600 s' "$mining --mining pool --seed $seed --every 600"
    rows '60 s' "$mining --mining pool --seed $seed --every 60"
    rows 'as delivered' "$mining --mining pool --seed $seed --reality"
fi

if wants filters; then
    printf '\n## What each filter is worth\n\nTrained on simulated traffic, and judged on the pool miners above; a filter is a set of traits of the pair.\n'
    learn "$SIFT" ''
    # shellcheck disable=SC2086 # flags are words
    page pool "$mining --mining pool --seed $seed" --ablate $learnt
fi

exec >&3
sed '/^## /,$d' "$work/page"
printf '## In short\n\nGoals, and what was measured: miners called *mining* with a 95 %% Wilson interval, and ordinary pairs called so. How each figure came about is below.\n\n'
awk -f docs/short.awk "$work/page"
echo
sed -n '/^## /,$p' "$work/page"
rm -rf "$work"
