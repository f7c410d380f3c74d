package main

import (
	"fmt"
	"strings"
)

// source is a table function that reads globs. The columns are those of the
// default format, with AWS's names in Parquet.
func source(format string, globs ...string) string {
	list := "['" + strings.Join(globs, "', '") + "']"
	if format == "parquet" {
		return fmt.Sprintf("read_parquet(%s)", list)
	}
	return fmt.Sprintf(`read_csv(%s, delim=' ', header=true, quote='', escape='', nullstr='-', auto_detect=false, columns={
		'version': 'INTEGER', 'account_id': 'VARCHAR', 'interface_id': 'VARCHAR', 'srcaddr': 'VARCHAR', 'dstaddr': 'VARCHAR',
		'srcport': 'INTEGER', 'dstport': 'INTEGER', 'protocol': 'INTEGER', 'packets': 'BIGINT', 'bytes': 'BIGINT',
		'start': 'BIGINT', 'end': 'BIGINT', 'action': 'VARCHAR', 'log_status': 'VARCHAR'})`, list)
}

// The query that is measured: windows of all protocols.
const (
	windows = `CREATE TABLE windows AS
		SELECT interface_id, least(srcaddr, dstaddr) a, greatest(srcaddr, dstaddr) b, start // 600 w,
			sum(CASE WHEN srcaddr <= dstaddr THEN bytes ELSE 0 END)::BIGINT a_bytes,
			sum(CASE WHEN srcaddr <= dstaddr THEN packets ELSE 0 END)::BIGINT a_packets,
			sum(CASE WHEN srcaddr > dstaddr THEN bytes ELSE 0 END)::BIGINT b_bytes,
			sum(CASE WHEN srcaddr > dstaddr THEN packets ELSE 0 END)::BIGINT b_packets
		FROM %s WHERE action = 'ACCEPT' AND log_status = 'OK' GROUP BY ALL`
	totals = `SELECT count(*) accepted_points, sum(a_packets + b_packets)::BIGINT accepted_packets,
		sum(a_bytes + b_bytes)::BIGINT accepted_bytes FROM windows`
	pairs = `SELECT count(*) accepted_pairs FROM (SELECT DISTINCT interface_id, a, b FROM windows)`
)

// What is only counted, for comparison with davy, which keeps windows of TCP.
const (
	tcpWindows = `CREATE TABLE tcp_windows AS
		SELECT interface_id, least(srcaddr, dstaddr) a, greatest(srcaddr, dstaddr) b, start // 600 w,
			count(*) n, sum(packets)::BIGINT packets, sum(bytes)::BIGINT bytes
		FROM %s WHERE action = 'ACCEPT' AND log_status = 'OK' AND protocol = 6 GROUP BY ALL`
	tcpTotals = `SELECT count(*) tcp_points, sum(n)::BIGINT tcp_records, sum(packets)::BIGINT tcp_packets,
		sum(bytes)::BIGINT tcp_bytes FROM tcp_windows`
	tcpPairs = `SELECT count(*) tcp_pairs FROM (SELECT DISTINCT interface_id, a, b FROM tcp_windows)`
	records  = `SELECT count(*) AS "rows", count(DISTINCT interface_id) interfaces, count(*) FILTER (log_status = 'OK') records,
		sum(packets) FILTER (log_status = 'OK')::BIGINT packets, sum(bytes) FILTER (log_status = 'OK')::BIGINT bytes FROM %s`
)
