# Reads docs/results.md and prints its short table: each goal beside what was measured.
# A goal whose section is not on the page is not in the table.
BEGIN { FS = " *[|] *"; lines = 0 }

# found turns "67 of 96 (95 % interval 60.0 to 78.1 %)" into "67 of 96: 69.8 % (60.0–78.1)".
function found(cell, n) {
    if (cell !~ /interval/) return cell
    split(cell, n, /[^0-9.]+/)
    return sprintf("%d of %d: %.1f %% (%s–%s)", n[1], n[2], n[2] ? 100 * n[1] / n[2] : 0, n[4], n[5])
}

# line takes a line of the table, the rules in the order of the columns.
function line(what, goal, article, cascade) {
    table[lines++] = "| " what " | " goal " | " cascade " | " article " |"
}

# both takes a line for a row of each rule, of which the article's comes first.
function both(rule, what, goal, measured) {
    if (rule == "article") first = measured
    else line(what, goal, first, measured)
}

/^## / { section = $0; sub(/^## /, "", section) }
/^### (Make|Seed) / { part = tolower(substr($0, 5, 1)) substr($0, 6) }

section ~ /^Generators/ && $2 == "kind" && $3 == "pool" { line("pool miners of " part ", a day", "–", $4, $5) }
section ~ /^Generators/ && /^[|] (article|cascade) [|] beforehand/ {
    sub(/ \(.*/, "", $6)
    held[$2] = $6
}
section ~ /^Generators/ && $2 == "all" && $3 == "" { line("ordinary pairs of " part " called mining", "–", held["article"], held["cascade"]) }

section ~ /^Real/ && ($2 == "article" || $2 == "cascade") && /[|] on the other/ {
    both($2, "real captures, miners of at least 10 windows", "all", found($4))
    wrong[$2] = $7
    if ($2 == "cascade") line("real captures, ordinary pairs of at least 3 windows called mining", "0", wrong["article"], wrong["cascade"])
}
section ~ /^Fleet/ && /^[|] (article|cascade) [|] beforehand/ {
    sub(/ \(.*/, "", $6)
    both($2, "ordinary pairs of a fleet called mining, " part, "0", $6 "; " $10 " for 1,000 interfaces and a week")
}
section ~ /^Pool miners/ && /^[|] (article|cascade) [|] beforehand/ { both($2, "pool miners, a day", "≥ 99.5 %", found($4)) }
section ~ /^Pool miners/ && $2 == "transport" && $3 != "plain" { line("over " $3, "≥ 98 %", $4, $5) }
section ~ /^Pool miners/ && $2 == "3" { line("after 3 hours", "≥ 95 %", $3, $5) }
section ~ /^Blocked/ && $2 ~ /^(solo|proxy|blocked)$/ { both($3, $2, "≥ 98 %", found($4)) }
section ~ /^Evasion/ && $2 ~ /^(padding=0.1|jitter=|throttle=0.25|dilution=0.05)/ { both($3, "pool miners, " $2, "≥ 95 %", found($4)) }
section ~ /^Shared/ && ($3 == "article" || $3 == "cascade") && $2 !~ /^0 / { sub(/ \(.*/, "", $6); both($3, "ordinary pairs called mining, " $2 " at shared addresses", "–", $6) }
section ~ /^Aggregation/ && ($3 == "article" || $3 == "cascade") { both($3, "pool miners, " ($2 ~ / s$/ ? "records of " : "") $2, "within 1 point", found($4)) }

END {
    print "| | goal | cascade | article |\n|---|---|---|---|"
    for (i = 0; i < lines; i++) print table[i]
}
