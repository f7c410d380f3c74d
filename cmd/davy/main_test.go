package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"davy": func() { os.Exit(run(os.Args[1:])) },
	})
}

// TestScripts runs every script of testdata/script. They find in $LOGS a folder
// of objects from six interfaces, three of which mine, in $LOG the same records
// in one file, in $LABELS what they are, in $MODEL a model made of them, and in
// $ROOT the repository.
func TestScripts(t *testing.T) {
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	paths := writeFleet(t, t.TempDir())
	paths["ROOT"] = root
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("testdata", "script"),
		Setup: func(env *testscript.Env) error {
			for name, path := range paths {
				env.Setenv(name, path)
			}
			env.Setenv("SOON", time.Now().UTC().AddDate(0, 1, 0).Format(time.DateOnly))
			return nil
		},
		Condition: func(cond string) (bool, error) {
			if cond == "root" {
				return os.Geteuid() == 0, nil
			}
			return false, fmt.Errorf("unknown condition %q", cond)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": scriptExits, "json": scriptJSON, "same": scriptSame, "conserve": scriptConserve,
			"jsonlines": scriptJSONLines, "clean": scriptClean,
			"gz": scriptGzip, "glue": scriptGlue, "cut": scriptCut, "flip": scriptFlip, "fill": scriptFill,
			"replace": scriptReplace, "rename": scriptRename, "shuffle": scriptShuffle, "split": scriptSplit,
			"flows": scriptFlows, "parquet": scriptParquet, "s3": scriptS3, "cwl": scriptLogGroup,
		},
		RequireUniqueNames: true,
	})
}

// header is the default format's.
const header = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status\n"

// writeFleet writes what the scripts share. The miners are far from all else,
// so that no scruple of a model matters here.
func writeFleet(t *testing.T, folder string) map[string]string {
	t.Helper()
	file := func(elem ...string) string { return filepath.Join(append([]string{folder}, elem...)...) }
	paths := map[string]string{"LOGS": file("logs"), "LOG": file("fleet.log"), "LABELS": file("labels.tsv"), "MODEL": file("model.json"), "SAMPLE": absolute(t, "..", "..", "sample", "AWSLogs")}
	all, labels := header, "# pair label group interface\n*\tbenign\trest\n"
	for i := range 6 {
		eni, local := fmt.Sprintf("eni-0123456789abcdef%d", i), fmt.Sprintf("10.0.0.1%d", i)
		var lines string
		if i < 3 {
			remote := fmt.Sprintf("198.51.100.1%d", i)
			lines = flows(uint64(i), 40, eni, local, remote, middle{40, 100}, middle{50, 180})
			labels += fmt.Sprintf("%s::%s\tmining\tcoin\t%s\n", local, remote, eni)
		}
		for j := range 12 {
			lines += flows(uint64(100*i+j), 20, eni, local, fmt.Sprintf("203.0.113.%d", j), middle{2000, 300}, middle{4000, 1300})
		}
		mustWrite(t, file("logs", "2025", strconv.Itoa(i)+".log.gz"), gzipped(t, header+lines))
		all += lines
	}
	mustWrite(t, paths["LOG"], []byte(all))
	mustWrite(t, paths["LABELS"], []byte(labels))
	if out, err := exec.Command("davy", "train", "--rule", "profiles", "--labels", paths["LABELS"], "-o", paths["MODEL"], paths["LOGS"]).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return paths
}

func absolute(t *testing.T, elem ...string) string {
	t.Helper()
	path, err := filepath.Abs(filepath.Join(elem...))
	if err != nil {
		t.Fatal(err)
	}
	return path
}

func mustWrite(t *testing.T, path string, text []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, text, 0o644); err != nil {
		t.Fatal(err)
	}
}

func gzipped(t *testing.T, text string) []byte {
	t.Helper()
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	if _, err := io.WriteString(z, text); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return packed.Bytes()
}

// A middle is what one side's packets of a window are drawn around.
type middle struct{ packets, size int }

// flows is a pair's records, one each way a window of ten minutes.
func flows(seed uint64, windows int, eni, local, remote string, up, down middle) string {
	r := rand.New(rand.NewPCG(seed, 2))
	around := func(n int) int { return n - n/8 + r.IntN(n/4+1) }
	var b strings.Builder
	for w := range windows {
		start := 1740960000 + 600*w
		packets := around(up.packets)
		fmt.Fprintf(&b, "2 123456789012 %s %s %s 40000 3333 6 %d %d %d %d ACCEPT OK\n", eni, local, remote, packets, packets*around(up.size), start+5, start+590)
		packets = around(down.packets)
		fmt.Fprintf(&b, "2 123456789012 %s %s %s 3333 40000 6 %d %d %d %d ACCEPT OK\n", eni, remote, local, packets, packets*around(down.size), start+5, start+590)
	}
	return b.String()
}
