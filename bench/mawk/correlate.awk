# The plain man's tool: records to windows, in one pass over text.
#
#   mawk -f correlate.awk FILE.log…              accepted records of all protocols
#   mawk -v check=1 -f correlate.awk FILE.log…   and all that can be compared
#
# Windows are 600 seconds by the clock, of an interface and a pair of addresses
# in either direction. The last line is what was read, as JSON; sums are exact
# up to 2^53.

$1 == "version" { next } # a header
check { rows++; interfaces[$3] }
$14 != "OK" { next }
check { records++; packets += $9; bytes += $10 }
$13 != "ACCEPT" { next }
{
    pair = $4 <= $5 ? $3 SUBSEP $4 SUBSEP $5 : $3 SUBSEP $5 SUBSEP $4
    window = pair SUBSEP int($11 / 600)
    if ($4 <= $5) {
        aBytes[window] += $10
        aPackets[window] += $9
        if (!(window in bBytes)) bBytes[window] = bPackets[window] = 0
    } else {
        bBytes[window] += $10
        bPackets[window] += $9
        if (!(window in aBytes)) aBytes[window] = aPackets[window] = 0
    }
    pairs[pair]
}
check && $8 == 6 {
    tcpRecords++
    tcpPackets += $9
    tcpBytes += $10
    tcpPairs[pair]
    tcpPoints[window]
}

function size(set, n, key) {
    for (key in set) n++
    return n + 0
}

END {
    for (window in aBytes) {
        points++
        allBytes += aBytes[window] + bBytes[window]
        allPackets += aPackets[window] + bPackets[window]
    }
    printf "{\"accepted_points\":%.0f,\"accepted_pairs\":%.0f,\"accepted_packets\":%.0f,\"accepted_bytes\":%.0f", points, size(pairs), allPackets, allBytes
    if (check)
        printf ",\"rows\":%.0f,\"interfaces\":%.0f,\"records\":%.0f,\"packets\":%.0f,\"bytes\":%.0f,\"tcp_records\":%.0f,\"tcp_packets\":%.0f,\"tcp_bytes\":%.0f,\"tcp_pairs\":%.0f,\"tcp_points\":%.0f",
            rows, size(interfaces), records, packets, bytes, tcpRecords, tcpPackets, tcpBytes, size(tcpPairs), size(tcpPoints)
    print "}"
}
