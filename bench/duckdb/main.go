// Duckdb is the rival in SQL: records to windows by a query that a competent
// user would write. It is a module of its own, since DuckDB needs cgo.
//
//	duckdb [-threads N] [-format text|parquet] [-check] GLOB…
//	duckdb -parquet DIR [-codec gzip|snappy] GLOB…
//	duckdb -version
//
// The query sums accepted records of all protocols by interface, unoriented
// pair of addresses and 600 seconds by the clock. What it read is printed as a
// JSON object of whole numbers; with -check also what else the other engines
// say they read (davy/bench/trial.Said), in a query of its own that nobody
// measures. With -parquet each file of the glob becomes a Parquet file in DIR.
package main

import (
	"database/sql"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"

	_ "github.com/duckdb/duckdb-go/v2"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("duckdb: ")
	threads := flag.Int("threads", 1, "of DuckDB")
	format := flag.String("format", "text", "of what is read: text, packed or not, or parquet")
	check := flag.Bool("check", false, "count all that can be compared")
	parquet := flag.String("parquet", "", "write Parquet files into this folder instead")
	codec := flag.String("codec", "gzip", "of these")
	version := flag.Bool("version", false, "print the version of DuckDB")
	flag.Parse()
	db, err := open(*threads)
	if err != nil {
		log.Fatal(err)
	}
	switch {
	case *version:
		err = printVersion(db)
	case flag.NArg() == 0:
		log.Fatal("one GLOB is needed")
	case *parquet != "":
		err = convert(db, flag.Args(), *parquet, *codec)
	default:
		err = correlate(db, source(*format, flag.Args()...), *check)
	}
	if err != nil {
		log.Fatal(err)
	}
}

// open returns a database in memory. The order of rows, which no sum depends
// on, need not be kept.
func open(threads int) (*sql.DB, error) {
	db, err := sql.Open("duckdb", "")
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	_, err = db.Exec(fmt.Sprintf("SET threads=%d; SET preserve_insertion_order=false", threads))
	return db, err
}

func printVersion(db *sql.DB) error {
	var v string
	if err := db.QueryRow("SELECT version()").Scan(&v); err != nil {
		return err
	}
	_, err := fmt.Println(v)
	return err
}

// correlate runs the query and prints what it read.
func correlate(db *sql.DB, from string, check bool) error {
	said := make(map[string]int64)
	if err := ask(db, said, fmt.Sprintf(windows, from), totals, pairs); err != nil {
		return err
	}
	if check {
		if err := ask(db, said, fmt.Sprintf(tcpWindows, from), tcpTotals, tcpPairs, fmt.Sprintf(records, from)); err != nil {
			return err
		}
	}
	return json.NewEncoder(os.Stdout).Encode(said)
}

// ask makes a table and adds the columns of one-row queries to said, by name.
func ask(db *sql.DB, said map[string]int64, table string, queries ...string) error {
	if _, err := db.Exec(table); err != nil {
		return err
	}
	for _, q := range queries {
		rows, err := db.Query(q)
		if err != nil {
			return err
		}
		names, err := rows.Columns()
		if err != nil {
			return err
		}
		values := make([]int64, len(names))
		into := make([]any, len(names))
		for i := range values {
			into[i] = &values[i]
		}
		if !rows.Next() {
			return fmt.Errorf("no row of %s: %w", q, rows.Err())
		}
		if err := rows.Scan(into...); err != nil {
			return err
		}
		for i, name := range names {
			said[name] = values[i]
		}
		if err := rows.Close(); err != nil {
			return err
		}
	}
	return nil
}

// convert writes a Parquet file for each file of the globs.
func convert(db *sql.DB, globs []string, dir, codec string) error {
	var paths []string
	for _, glob := range globs {
		found, err := filepath.Glob(glob)
		if err != nil {
			return err
		}
		if len(found) == 0 {
			return fmt.Errorf("%s: no such files", glob)
		}
		paths = append(paths, found...)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, path := range paths {
		name := filepath.Base(path)
		to := filepath.Join(dir, strings.TrimSuffix(strings.TrimSuffix(name, ".gz"), ".log")+".parquet")
		_, err := db.Exec(fmt.Sprintf("COPY (SELECT * FROM %s) TO '%s' (FORMAT parquet, COMPRESSION '%s')", source("text", path), to, codec))
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	return nil
}
