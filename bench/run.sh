#!/usr/bin/env bash
# Measures davy and its rivals side by side, into docs/performance.md: `make bench`.
# bench/README.md says what is compared with what, and what each part needs.
# Smaller for a trial: SIZES='100k 1m' ROUNDS=3 DAYS='1 3' SECTIONS='parse scan' make bench
set -euo pipefail
cd "$(dirname "$0")/.."
SIZES=${SIZES:-100k 1m 10m}      # records; 10,000 of them an interface
MANY=${MANY:-10}                 # times as many, and as few, interfaces at the records of the largest size
DAYS=${DAYS:-1 3 7 14 21}        # of a fleet of
FLEET=${FLEET:-40}               # interfaces, a million records a day
DISTINCT=${DISTINCT:-1m 10m}     # pairs of one interface in one window
MEMORY=${MEMORY:-512MiB}         # what davy may take for them
CEILING=${CEILING:-32MiB}        # what it may take for the days, beside its default
ROUNDS=${ROUNDS:-5}              # of whatever takes seconds
FEW=${FEW:-3}                    # of what takes minutes
all='parse scan stages s3 interfaces days distinct geometry loops'
SECTIONS=${SECTIONS:-$all}
WORK=${WORK:-.build/bench}       # programs, data (5 GB, kept for the next run) and what was measured
OUT=${OUT:-docs}                 # where performance.md goes
GO=${GO:-go}

mkdir -p "$WORK" && WORK=$(cd "$WORK" && pwd)
bin=$WORK/bin data=$WORK/data run=$WORK/run
rm -rf "$run" && mkdir -p "$bin" "$data" "$run"
largest=${SIZES##* }
export LC_ALL=C OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1
export GOMAXPROCS=2 # of davy scan; correlate sets its own

wants() { case " $SECTIONS " in *" $1 "*) return 0 ;; esac; return 1; }
say() { printf '%s  %s\n' "$(date +%H:%M:%S)" "$*" >&2; }
# leave notes what is not measured, and why, for the page.
leave() { say "left out: $*"; printf '%s\n' "$*" >> "$run/left-out.txt"; }
fact() { printf '%s\t%s\n' "$1" "$2" >> "$run/machine.txt"; }
# number turns 1m into 1000000.
number() { echo "$1" | sed 's/k$/000/; s/m$/000000/'; }

# add takes a command into the next trial: NAME COMMAND ARG…
trial=()
add() { trial+=(-- "$@"); }
# measure runs the trial in turn: NAME ROUNDS
measure() {
    say "$1, $2 rounds"
    "$bin/interleave" -name "$1" -rounds "$2" -o "$run/$1.trial.json" "${trial[@]}"
    trial=()
}

# --- Programs

say 'building'
CGO_ENABLED=0 $GO build -trimpath -ldflags='-s -w' -pgo=cmd/davy/default.pgo -o "$bin/" ./cmd/davy ./bench/correlate
CGO_ENABLED=0 $GO build -trimpath -ldflags='-s -w' -o "$bin/" ./bench/workload ./bench/interleave ./bench/page
davy=$bin/davy
fact command "SIZES='$SIZES' MANY=$MANY DAYS='$DAYS' FLEET=$FLEET DISTINCT='$DISTINCT' MEMORY=$MEMORY CEILING=$CEILING ROUNDS=$ROUNDS FEW=$FEW SECTIONS='$SECTIONS' make bench"
fact date "$(date -u +%F)"
fact processor "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo 2>/dev/null | head -1)"
fact cores "$(getconf _NPROCESSORS_ONLN)"
fact memory "$(awk '/^MemTotal/ { printf "%.0f GiB", $2 / 1048576 }' /proc/meminfo 2>/dev/null)"
fact kernel "$(uname -sr)"
fact 'load before' "$(cut -d' ' -f1-3 /proc/loadavg 2>/dev/null)"
fact Go "$($GO env GOVERSION)"
fact davy "$(git describe --always --dirty 2>/dev/null || echo unknown)"

duckdb=
if CGO_ENABLED=1 $GO build -C bench/duckdb -o "$bin/duckdb" . 2>"$run/duckdb.err"; then
    duckdb=$bin/duckdb
    fact DuckDB "$($duckdb -version)"
else
    leave "DuckDB, since its module cannot be built here (it needs a C compiler and the Go module proxy): $(tail -1 "$run/duckdb.err")"
fi

# The first of these that has SciPy, since a Python may stand before the system's.
python=
for p in ${PYTHON:-python3 /usr/bin/python3}; do
    if "$p" -c 'import scipy' 2>/dev/null; then python=$p && break; fi
done
version() { "$python" -c "import $1; print($1.__version__)"; }
pandas=
if [ -n "$python" ]; then
    fact Python "$("$python" -c 'import platform; print(platform.python_version())')"
    fact NumPy "$(version numpy)"
    fact SciPy "$(version scipy)"
    [ -z "${OPENBLAS_CORETYPE:-}" ] || fact 'kernels of OpenBLAS' "$OPENBLAS_CORETYPE"
    if "$python" -c 'import pandas' 2>/dev/null; then
        pandas=1
        fact pandas "$(version pandas)"
    else
        leave 'pandas, which is not installed (Debian: python3-pandas)'
    fi
else
    leave "the article's pipeline, pandas and SciPy, since no Python here has SciPy (Debian: python3-scipy, python3-pandas)"
fi
if command -v qconvex >/dev/null; then fact Qhull "$(qconvex -V | sed -n '1s/^qhull_r //p')"; fi

mawk=$(command -v mawk || true)
awk=${mawk:-$(command -v awk)} # any will do to count
if [ -n "$mawk" ]; then
    fact mawk "$(mawk -W version 2>&1 | sed -n '1s/^mawk //p')"
else
    leave 'mawk, which is not installed'
fi

# --- Data

# data makes a set, unless it is there: NAME FLAG…
data() {
    local name=$1 && shift
    if [ "$(cat "$data/$name/made-by" 2>/dev/null)" != "$*" ]; then
        say "making the data: $name"
        "$bin/workload" "$@" -out "$data/$name"
        echo "$*" > "$data/$name/made-by"
    fi
}

# size makes a set of a size; its interfaces are as many times 1 for 10,000 records: SIZE
size() { data "$1" -records "$(number "$1")" -interfaces $(($(number "$1") / 10000)); }

# witness adds a count of a set by whoever is no davy, after its own writer's:
# NAME SAID FILE…
witness() {
    local name=$1 said=$2 && shift 2
    add "workload%$name" cat "$said"
    if [ -n "$duckdb" ]; then add "duckdb check%$name" "$duckdb" -threads 2 -check "$@"; return; fi
    # shellcheck disable=SC2068 # globs are for the shell here
    add "awk check%$name" sh -c 'gzip -dcf "$@" | "$0" -v check=1 -f bench/mawk/correlate.awk' "$awk" $@
}

# agree stops the run unless all that was read up to now was read alike.
agree() { "$bin/page" -check "$run"; }

# check counts a set by everybody, before anybody is measured on it: NAME SAID FILE…
check() {
    local name=$1 said=$2 && shift 2
    witness "$name" "$said" "$@"
    # shellcheck disable=SC2068
    add "davy%$name" "$bin/correlate" -workers 2 $@
}

# --- Parse and aggregate, alone

if wants parse; then
    for s in $SIZES; do
        size "$s"
        check "$s" "$data/$s/said.json" "$data/$s/plain/*.log"
        add "awk check%$s" "$awk" -v check=1 -f bench/mawk/correlate.awk "$data/$s"/plain/*.log
    done
    measure check-parse 1
    agree
    for format in plain gz; do
        for s in $SIZES; do
            for threads in 1 2; do
                add "davy $threads%$s" "$bin/correlate" -workers $threads "$data/$s/$format"
                [ -z "$duckdb" ] || add "duckdb $threads%$s" "$duckdb" -threads $threads "$data/$s/$format/*.log*"
            done
            [ -z "$mawk" ] || [ $format = gz ] || add "mawk%$s" "$mawk" -f bench/mawk/correlate.awk "$data/$s"/plain/*.log
        done
        measure $format "$ROUNDS"
    done
    if [ -z "$duckdb" ]; then
        leave 'Parquet, which DuckDB would have to write'
    else
        parquet=$data/$largest/parquet
        [ -d "$parquet" ] || { say "making the data: $largest, Parquet"; rm -rf "$parquet.new"; "$duckdb" -parquet "$parquet.new" "$data/$largest/gz/*.gz" && mv "$parquet.new" "$parquet"; }
        if "$bin/correlate" "$parquet" > "$run/parquet.out" 2>&1; then
            for threads in 1 2; do
                add "davy $threads%$largest" "$bin/correlate" -workers $threads "$parquet"
                add "duckdb $threads%$largest" "$duckdb" -threads $threads -format parquet "$parquet/*.parquet"
            done
            measure parquet "$ROUNDS"
        else
            leave 'Parquet, which this davy does not read'
        fi
    fi
fi

# --- The whole scan

# scan adds a davy scan with the built-in model: NAME DATA PATH…
scan() {
    local name=$1 set=$2 && shift 2
    add "$name%$set@$run/summary.json" "$davy" scan --quiet --format jsonl --workers 2 --summary "$run/summary.json" "$@"
}

if wants scan; then
    size "$largest"
    check "$largest" "$data/$largest/said.json" "$data/$largest/gz/*.gz"
    measure check-scan 1
    agree
    scan 'davy scan' "$largest" "$data/$largest/gz"
    if [ -n "$duckdb" ]; then add "duckdb 2%$largest" "$duckdb" -threads 2 "$data/$largest/gz/*.gz"; fi
    measure scan "$ROUNDS"
    if [ -n "$python" ]; then
        small=$(echo "$SIZES" | tr ' ' '\n' | sed '/^10m$/d' | tail -1)
        small=${small:-1m} # where the article's takes a minute for all ways of it
        size "$small"
        check "$small" "$data/$small/said.json" "$data/$small/gz/*.gz"
        measure check-article 1
        agree
        scan 'davy scan' "$small" "$data/$small/gz"
        add "article published%$small" "$python" bench/article/article.py published "$data/$small"
        add "article hoisted%$small" "$python" bench/article/article.py hoisted "$data/$small"
        [ -z "$pandas" ] || add "pandas%$small" "$python" bench/article/strong.py "$data/$small"
        measure article "$FEW"
    fi
    if [ -n "$python" ]; then
        scan 'davy scan' "$largest" "$data/$largest/gz"
        add "article published%$largest" "$python" bench/article/article.py published "$data/$largest"
        [ -z "$pandas" ] || add "pandas%$largest" "$python" bench/article/strong.py "$data/$largest"
        measure python "$FEW"
    fi
fi

# Where the time of a scan goes.
if wants stages; then
    say 'stages'
    size "$largest"
    CGO_ENABLED=0 $GO build -trimpath -pgo=cmd/davy/default.pgo -o "$bin/" ./bench/profile
    mkdir -p "$run/stages"
    for format in plain gz parquet; do
        [ -d "$data/$largest/$format" ] || continue
        "$bin/profile" -rounds 2 "$run/stages/$format.pprof" "$data/$largest/$format" > /dev/null
        $GO tool pprof -unit ms -traces "$bin/profile" "$run/stages/$format.pprof" 2>/dev/null | "$awk" -f bench/profile/stages.awk > "$run/stages/$format.tsv"
    done
fi

# The same scan from a server on the loopback, which takes its share of the processors.
if wants s3; then
    gateway=$(command -v versitygw || command -v .tools/versitygw || true)
    if [ -z "$gateway" ]; then
        leave 'S3, since there is no versitygw (make .tools/versitygw)'
    else
        fact VersityGW "$($GO version -m "$gateway" | awk '$1 == "mod" { print $3 }')"
        size "$largest"
        check "$largest" "$data/$largest/said.json" "$data/$largest/gz/*.gz"
        measure check-s3 1
        agree
        export AWS_ACCESS_KEY_ID=AKID AWS_SECRET_ACCESS_KEY=SECRET AWS_REGION=us-east-1
        rm -rf "$run/bucket" "$run/sidecar" && mkdir -p "$run/bucket" "$run/sidecar"
        cp -al "$data/$largest/gz" "$run/bucket/logs"
        ROOT_ACCESS_KEY=AKID ROOT_SECRET_KEY=SECRET "$gateway" --quiet --keep-alive --port 127.0.0.1:7171 posix --sidecar "$run/sidecar" "$run/bucket" > "$run/gateway.log" 2>&1 &
        server=$!
        trap 'kill $server 2>/dev/null' EXIT
        for _ in $(seq 50); do (: < /dev/tcp/127.0.0.1/7171) 2>/dev/null && break; sleep 0.1; done
        scan 'davy files' "$largest" "$data/$largest/gz"
        scan 'davy s3' "$largest" --s3-endpoint http://127.0.0.1:7171 s3://logs/
        measure s3 "$ROUNDS"
        agree
        kill $server
    fi
fi

# --- Scaling

if wants interfaces; then
    n=$(number "$largest")
    size "$largest"
    fleets="$largest-few $largest $largest-many"
    data "$largest-few" -records "$n" -interfaces $((n / 10000 / MANY > 2 ? n / 10000 / MANY : 2)) -gz=false
    data "$largest-many" -records "$n" -interfaces $((n / 10000 * MANY)) -gz=false
    for f in $fleets; do check "$f" "$data/$f/said.json" "$data/$f/plain/*.log"; done
    measure check-interfaces 1
    agree
    for f in $fleets; do
        add "davy 1%$f" "$bin/correlate" "$data/$f/plain"
        [ -z "$duckdb" ] || add "duckdb 1%$f" "$duckdb" "$data/$f/plain/*.log"
    done
    measure interfaces "$ROUNDS"
fi

if wants days; then
    fact 'ceiling (days)' "$CEILING"
    data days -days "${DAYS##* }" -interfaces "$FLEET" -plain=false
    # upto lists the folders of the first days: N
    upto() { for d in $(seq -f %02g 1 "$1"); do echo "$data/days/gz/day$d"; done; }
    for d in $DAYS; do
        globs=$(upto "$d" | sed 's#$#/*.gz#')
        # shellcheck disable=SC2086 # globs are words
        check "days-$d" "$data/days/said.day$(printf %02d "$d").json" $globs
    done
    measure check-days 1
    agree
    for d in $DAYS; do
        # shellcheck disable=SC2046
        scan 'davy scan' "days-$d" $(upto "$d")
        # shellcheck disable=SC2046
        scan 'davy ceiling' "days-$d" --memory "$CEILING" $(upto "$d")
        # shellcheck disable=SC2046
        [ -z "$duckdb" ] || add "duckdb 2%days-$d" "$duckdb" -threads 2 $(upto "$d" | sed 's#$#/*.gz#')
    done
    measure days "$FEW"
fi

if wants distinct; then
    if "$davy" scan --help 2>&1 | grep -q -- '--memory'; then
        for d in $DISTINCT; do
            data "distinct-$d" -distinct "$(number "$d")" -plain=false
            witness "distinct-$d" "$data/distinct-$d/said.json" "$data/distinct-$d/gz/*.gz"
        done
        measure check-distinct 1
        agree
        for d in $DISTINCT; do
            scan 'davy scan' "distinct-$d" --memory "$MEMORY" "$data/distinct-$d/gz"
            [ -z "$duckdb" ] || add "duckdb 2%distinct-$d" "$duckdb" -threads 2 "$data/distinct-$d/gz/*.gz"
        done
        measure distinct "$FEW"
    else
        leave 'a great many pairs in one window, since this davy has no --memory'
    fi
fi

# --- Geometry and statistics

if wants geometry && [ -n "$python" ]; then
    CGO_ENABLED=0 $GO build -o "$bin/" ./bench/degenerate
    mkdir -p "$run/degenerate"
    "$python" bench/degenerate/rival.py "$data/degenerate" > "$run/degenerate/scipy.jsonl"
    "$bin/degenerate" "$data/degenerate" > "$run/degenerate/davy.jsonl"
fi
if wants geometry; then
    if [ ! -d bench/geometry ]; then
        leave 'geometry and statistics, since bench/geometry is not there'
    elif [ -z "$python" ]; then
        leave 'geometry and statistics, which need SciPy'
    else
        CGO_ENABLED=0 $GO build -o "$bin/" ./bench/geometry
        clouds=$data/clouds
        "$python" bench/geometry/rival.py make "$clouds"
        mkdir -p "$run/geometry"
        # both runs one operation here and there, in turn: NAME OPERATION FILE…
        both() {
            local name=$1 && shift
            "$bin/geometry" -rounds 3 "$@" >> "$run/geometry/$name.davy.jsonl"
            "$python" bench/geometry/rival.py -rounds 3 "$@" >> "$run/geometry/$name.scipy.jsonl"
        }
        for round in $(seq "$ROUNDS"); do
            say "geometry, round $round of $ROUNDS"
            for n in 1k 10k 100k 1M; do both "hull-$n" hull "$clouds/hull-$n.f64"; done
            for model in small large; do
                for queries in inside mixed ordinary; do
                    both "member-$model-$queries" member "$clouds/model-$model.f64" "$clouds/$queries.f64"
                done
            done
            for n in 144 1008; do
                both "neighbour-$n" neighbour "$clouds/pair-$n.f64"
                both "ripley-$n" ripley "$clouds/pair-$n.f64"
            done
        done
    fi
fi

# --- The loops, for benchstat; a line each

if wants loops; then
    say 'loops'
    $GO test -run '^$' -bench . -benchtime 200ms -count 1 -cpu 1 ./flowlog ./internal/runs ./biflow ./internal/pipeline ./hull ./shape ./detect |
        grep '^Benchmark' > "$run/loops.txt"
fi

# --- The page

for section in $all; do
    wants "$section" || leave "$section: not asked for (SECTIONS)"
done
fact 'load after' "$(cut -d' ' -f1-3 /proc/loadavg 2>/dev/null)"
agree
"$bin/page" "$run" "$OUT"
say "$OUT/performance.md"
