package explorer

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/graph/files"
	"tasuki/internal/bruteforce"
	"tasuki/internal/seeds"
	pages "tasuki/render/explorer"
)

// asks is how many requests are made that must change nothing.
const asks = 1000

// TestNothingChanges holds that no request changes the files of a dataset, nor fails in a
// way that is the server's fault.
func TestNothingChanges(t *testing.T) {
	folder := copied(t, helpdesk)
	before, hash := contents(t, folder), hashOf(t, folder)
	s := start(t, Options{Open: read(folder)})
	d := s.source.model().Graph.Dataset()
	counts := map[int]int{}
	for seed := range seeds.Each(asks) {
		request := s.random(d, seed)
		got := s.raw(t, request)
		counts[got.code]++
		if got.code >= 500 {
			t.Errorf("seed %d: %d to %.500q\n%.300s", seed, got.code, request, got.body)
		}
		guarded(t, got)
	}
	if !maps.Equal(before, contents(t, folder)) || hashOf(t, folder) != hash {
		t.Error("the dataset has changed")
	}
	if in, err := graph.Hash(s.source.model().Graph.Dataset()); err != nil || in != hash {
		t.Errorf("what the server holds has changed: %v", err)
	}
	if seeds.All() && (counts[http.StatusOK] < asks/3 || counts[http.StatusBadRequest] == 0 || counts[http.StatusNotFound] == 0) {
		t.Errorf("the answers are %v", counts)
	}
}

func hashOf(t *testing.T, folder string) string {
	t.Helper()
	g, err := files.Open(t.Context(), folder, files.Options{})
	if err != nil {
		t.Fatal(err)
	}
	hash, err := graph.Hash(g.Dataset())
	if err != nil {
		t.Fatal(err)
	}
	return hash
}

// random returns a request that the seed determines: mostly of a page that there is.
func (s running) random(d graph.Dataset, seed uint64) string {
	r := rand.New(rand.NewPCG(seed, 150))
	p := pages.Place{View: pages.Views()[r.IntN(len(pages.Views()))], Changes: bruteforce.RandomChanges(d, seed), Minute: r.IntN(100), Lang: graph.Lang([]string{"", "en", "ja"}[r.IntN(3)])}
	switch p.View {
	case pages.FlowView, pages.TimeView:
		p.Subject = d.Flows[r.IntN(len(d.Flows))].ID
	case pages.OrganizationView:
		p.Subject = d.Organizations[r.IntN(len(d.Organizations))].ID
	case pages.TaskView:
		p.Subject = d.Tasks[r.IntN(len(d.Tasks))].ID
	case pages.CompareView:
		p.Against = bruteforce.RandomChanges(d, seed+1)
	case pages.SearchView:
		p.Find = d.Tasks[r.IntN(len(d.Tasks))].Name.EN
	}
	address := p.Address([]pages.Format{pages.Page, pages.Page, pages.SVG, pages.JSON, pages.CSV, pages.Cypher}[r.IntN(6)])
	method, body := "GET", ""
	switch r.IntN(8) {
	case 0: // signs that are wrong somewhere
		at := 1 + r.IntN(len(address))
		address = address[:at] + url.QueryEscape(string(rune(r.IntN(0x300)))) + address[at:]
	case 1:
		method = []string{"HEAD", "POST", "PUT", "DELETE", "PATCH"}[r.IntN(5)]
		if method != "HEAD" {
			body = strings.Repeat("without=desk&", r.IntN(100))
		}
	case 2:
		noise := make([]byte, r.IntN(30))
		for i := range noise {
			noise[i] = byte(r.IntN(256))
		}
		address = "/" + []string{"static/", "flow/", "task/", "events/", ""}[r.IntN(5)] + url.PathEscape(string(noise))
	}
	return fmt.Sprintf("%s %s HTTP/1.1\r\nHost: %s\r\nCookie: %s=%s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s", method, address, s.at, s.cookie(), s.token, len(body), body)
}
