# Says what share of a CPU profile each stage of a scan takes, from the text of
#
#	go tool pprof -unit ms -traces PROGRAM PROFILE
#
# A sample is of the stage whose code is nearest to where it was taken: copying and
# hashing count for whoever asked for them. One line a stage: share, a tab, its name.
function is(code, name) { codes[++n] = "^" code; names[n] = name }
BEGIN {
    is("github[.]com/klauspost/compress/", "unpacking (klauspost/compress)")
    is("davy/flowlog/parquet[.]", "pages and columns of Parquet")
    is("davy/flowlog[./]", "parsing and checking lines")
    is("davy/internal/runs[.]", "packing and ordering records")
    is("davy/biflow[.]", "windows and pairs")
    is("davy/(trait|shape)[.]", "judging: traits")
    is("davy/boost[.]", "judging: votes of the trees")
    is("davy/(model|detect)[.]", "judging: the rest")
    is("davy/internal/", "files and workers")
    names[n + 1] = "the runtime (garbage, scheduling)"
}
/^-+[+]/ { weight = 0; next }
weight < 0 { next } # the stage is known
{
    frame = $1
    if (weight == 0) {
        if ($1 !~ /^[0-9.]+ms$/) next # the head
        weight = $1 + 0
        frame = $2
        all += weight
        rest += weight
    }
    for (i = 1; i <= n; i++)
        if (frame ~ codes[i]) {
            took[i] += weight
            rest -= weight
            weight = -1
            break
        }
}
END {
    took[n + 1] = rest
    for (i = 1; i <= n + 1; i++) printf "%.4f\t%s\n", took[i] / all, names[i]
}
