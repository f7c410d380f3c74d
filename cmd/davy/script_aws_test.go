package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/johannesboyne/gofakes3"
	"github.com/johannesboyne/gofakes3/backend/s3mem"
	"github.com/rogpeppe/go-internal/testscript"
)

// Script commands that stand in for AWS.

// credentials are what the SDK asks for; nobody looks at them.
func credentials(ts *testscript.TestScript) {
	for key, value := range map[string]string{
		"AWS_ACCESS_KEY_ID": "AKIAIOSFODNN7EXAMPLE", "AWS_SECRET_ACCESS_KEY": "secret", "AWS_REGION": "eu-central-1",
		"AWS_EC2_METADATA_DISABLED": "true",
	} {
		ts.Setenv(key, value)
	}
}

// s3 FOLDER: serves a bucket "logs" with the files of the folder, at $S3.
func scriptS3(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: s3 FOLDER")
	}
	backend := s3mem.New()
	ts.Check(backend.CreateBucket("logs"))
	root := ts.MkAbs(args[0])
	ts.Check(filepath.Walk(root, func(path string, info os.FileInfo, err error) error {
		if err != nil || info.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		key, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		_, err = backend.PutObject("logs", filepath.ToSlash(key), nil, bytes.NewReader(content), int64(len(content)), nil)
		return err
	}))
	server := httptest.NewServer(gofakes3.New(backend).Server())
	ts.Defer(server.Close)
	credentials(ts)
	ts.Setenv("S3", server.URL)
}

// cwl FILE: serves a log group "flows" with the lines of a log of the default
// format, and lets nobody ask for flow logs.
func scriptLogGroup(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: cwl FILE")
	}
	lines := strings.Split(strings.TrimSpace(ts.ReadFile(args[0])), "\n")
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		if req.Header.Get("X-Amz-Target") != "Logs_20140328.FilterLogEvents" {
			w.WriteHeader(http.StatusForbidden)
			fmt.Fprint(w, `<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>no</Message></Error></Errors></Response>`)
			return
		}
		filterLogEvents(w, req, lines)
	}))
	ts.Defer(server.Close)
	credentials(ts)
	ts.Setenv("AWS_ENDPOINT_URL_CLOUDWATCH_LOGS", server.URL)
	ts.Setenv("AWS_ENDPOINT_URL_EC2", server.URL)
}

// filterLogEvents answers with all events of the time asked for, on one page.
func filterLogEvents(w http.ResponseWriter, req *http.Request, lines []string) {
	var asked struct{ StartTime, EndTime *int64 }
	if err := json.NewDecoder(req.Body).Decode(&asked); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	type event struct {
		EventID       string `json:"eventId"`
		Timestamp     int64  `json:"timestamp"`
		LogStreamName string `json:"logStreamName"`
		Message       string `json:"message"`
	}
	events := []event{}
	for i, line := range lines {
		f := strings.Fields(line)
		start, err := strconv.ParseInt(f[10], 10, 64)
		if err != nil {
			continue // the header
		}
		if at := 1000 * start; (asked.StartTime == nil || at >= *asked.StartTime) && (asked.EndTime == nil || at <= *asked.EndTime) {
			events = append(events, event{strconv.Itoa(i), at, f[2] + "-all", line})
		}
	}
	w.Header().Set("Content-Type", "application/x-amz-json-1.1")
	if err := json.NewEncoder(w).Encode(map[string]any{"events": events}); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}
