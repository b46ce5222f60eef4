package main

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestWatched holds that what a dataset is read from is what is looked at for changes.
func TestWatched(t *testing.T) {
	for _, c := range []struct {
		path, reading string
		want          []string
	}{
		{pension, "", []string{pension}},
		{pension + "/matrix.tsv", "", []string{pension + "/matrix.tsv", pension + "/matrix.reading.yaml", pension + "/matrix.reading.yml", pension + "/reading.yaml", pension + "/reading.yml"}},
		{pension + "/matrix.tsv", "r.yaml", []string{"r.yaml", pension + "/matrix.tsv"}},
		{"-", "", nil},
		{"neo4j://127.0.0.1#pension", "", nil},
	} {
		f := serveFlags{}
		f.dataset.Reading = c.reading
		if got := f.watched(c.path); !slices.Equal(got, c.want) {
			t.Errorf("watched(%q, %q) = %q, want %q", c.path, c.reading, got, c.want)
		}
	}
}

// TestServeOfADatabase serves a dataset in Neo4j, with its names and with pseudonyms, and
// ends when it is stopped.
func TestServeOfADatabase(t *testing.T) {
	address := database(t)
	succeed(t, "load", pension, "--store", address)
	for _, c := range []struct {
		flags      []string
		page, says string
		code       int
	}{
		{nil, "<textarea", "", http.StatusOK},
		{[]string{"--redact", filepath.Join(t.TempDir(), "key")}, "no console with --redact", "no console with --redact", http.StatusNotFound},
	} {
		ctx, stop := context.WithCancel(t.Context())
		out, in := io.Pipe()
		var stderr bytes.Buffer
		ended := make(chan int, 1)
		go func() {
			ended <- run(ctx, append([]string{"serve", address, "--lang", "en"}, c.flags...), in, &stderr)
			in.Close()
		}()
		line, err := bufio.NewReader(out).ReadString('\n')
		if err != nil {
			t.Fatalf("serve %q: %v\n%s", c.flags, err, &stderr)
		}
		code, page := opened(t, strings.TrimSpace(line), "/console")
		if code != c.code || !strings.Contains(page, c.page) || strings.Contains(page, `href="/console"`) != (c.code == http.StatusOK) {
			t.Errorf("serve %q: /console answers %d: %s", c.flags, code, page)
		}
		stop()
		<-ended
		if !strings.Contains(stderr.String(), c.says) {
			t.Errorf("serve %q says %q, want %q", c.flags, &stderr, c.says)
		}
	}
}

// opened opens the first address of a server and then one of its pages.
func opened(t *testing.T, first, path string) (code int, page string) {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	client := &http.Client{Jar: jar}
	to, err := url.Parse(first)
	if err != nil {
		t.Fatal(err)
	}
	for _, address := range []string{first, "http://" + to.Host + path} {
		answer, err := client.Get(address)
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(answer.Body)
		answer.Body.Close()
		if err != nil {
			t.Fatal(err)
		}
		code, page = answer.StatusCode, string(text)
	}
	return code, page
}

// TestServeTakesDecisions holds that the page of findings says what a team has decided
// about them, and that stopping the server is no failure.
func TestServeTakesDecisions(t *testing.T) {
	folder := checked(t, "accept:\n  - {rule: task-without-lead, reason: It is being agreed., owner: Ada, expires: 2027-03-31}\n")
	ctx, stop := context.WithCancel(t.Context())
	out, in := io.Pipe()
	var stderr bytes.Buffer
	ended := make(chan int, 1)
	go func() {
		ended <- run(ctx, []string{"serve", folder, "--on", "2027-03-01", "--lang", "en"}, in, &stderr)
		in.Close()
	}()
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatalf("%v\n%s", err, &stderr)
	}
	code, page := opened(t, strings.TrimSpace(line), "/findings")
	if code != http.StatusOK || !strings.Contains(page, "Accepted until 2027-03-31 by Ada") {
		t.Errorf("/findings answers %d: %s", code, page)
	}
	stop()
	if code := <-ended; code != exitOK {
		t.Errorf("it ends with %d: %s", code, &stderr)
	}
}
