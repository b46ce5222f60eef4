package explorer

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"html"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/internal/markup"
	"tasuki/internal/seeds"
	pages "tasuki/render/explorer"
)

// evil are texts that would run or style something where they are taken for markup.
var evil = []string{
	`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `' onmouseover='alert(1)`, ` style="}*{display:none}`, `javascript:alert(1)`, `</title></style><style>*{color:red}</style>`,
	`a>b<c>`, `{{.Graph}}`, `<!--`, `]]>`, `</svg><svg onload=alert(1)>`, ` data-task="x" href="//evil.example`, `=HYPERLINK("http://evil.example")`, `@SUM(1)`, `&lt;script&gt;`, `..`, `a//b/../c`, `a.svg`, `#?&%2F`, "\u202egnp.exe",
}

// hostileDataset has such texts as IDs and names of everything.
func hostileDataset() graph.Dataset {
	d := graph.Dataset{Name: graph.Name{EN: evil[0]}, Rules: graph.Rules{Leads: graph.AnyLead, Support: graph.NoSupport}}
	for i, text := range evil {
		next := evil[(i+1)%len(evil)]
		d.Organizations = append(d.Organizations, graph.Organization{ID: text, Name: graph.Name{EN: text, JA: next}, Contacts: []graph.Contact{{Name: graph.Name{EN: text}}}})
		d.Tasks = append(d.Tasks, graph.Task{ID: text, Name: graph.Name{EN: next, JA: text}})
		d.Assignments = append(d.Assignments, graph.Assignment{Organization: text, Task: text, Role: graph.Lead, Reading: graph.Printed, Source: graph.Source{File: text, Mark: text}},
			graph.Assignment{Organization: next, Task: text, Role: graph.Support, Reading: graph.Printed})
	}
	for i, text := range evil[:3] {
		f := graph.Flow{ID: text, Name: graph.Name{EN: evil[i+3]}, Start: []string{evil[0]}, Goal: []string{evil[len(evil)-1]}}
		for j := range len(evil) - 1 {
			f.Handoffs = append(f.Handoffs, graph.Handoff{From: evil[j], To: evil[j+1], Kind: graph.Report, Artifact: graph.Name{EN: text}, When: graph.Name{EN: evil[j]}})
		}
		d.Flows = append(d.Flows, f)
	}
	return d
}

// runs is what runs, loads or styles in a tag: no page has such but its own in the head.
var runs = regexp.MustCompile(`(?i)\s(on[a-z]+|style|srcdoc|formaction|src)=|(href|action)="\s*(javascript|data|vbscript|https?|//)`)

// TestNamesAreText holds that what a dataset or an address says is text in every view,
// format and error.
func TestNamesAreText(t *testing.T) {
	d := hostileDataset()
	s := start(t, Options{Open: given(t, d)})
	asks := []string{"/", "/matrix", "/map", "/findings", "/compare"}
	for _, text := range evil[:seeds.Size(len(evil), 1)] {
		e := func(format string) string { return strings.ReplaceAll(url.PathEscape(text), ".", "%2E") + format }
		q := url.QueryEscape(strings.NewReplacer("%", "%25", "=", "%3D", ":", "%3A", ",", "%2C").Replace(text))
		asks = append(asks, "/organization/"+e(""), "/task/"+e(""), "/flow/"+e(""), "/time/"+e(""), "/search?find="+url.QueryEscape(text), "/flow/"+url.PathEscape(evil[0])+"?without="+q, "/?without="+q, "/matrix?without-task="+q,
			"/compare?without="+q+"&against=without-task="+url.QueryEscape(q), "/nothing"+e(""), "/map?"+url.QueryEscape(text)+"="+q, "/map?lang="+url.QueryEscape(text), "/task/"+e("?lead="+q+"="+q), "/map?minute="+q)
	}
	forms := []pages.Format{pages.SVG, pages.JSON, pages.CSV, pages.Cypher}
	for i, address := range asks {
		path, query, _ := strings.Cut(address, "?")
		if i%2 == 1 && !strings.Contains(query, "lang=") {
			query = strings.Trim(query+"&lang=ja", "&")
		}
		for _, f := range []pages.Format{pages.Page, forms[i%len(forms)]} {
			at := path + string(f)
			if path == "/" && f != pages.Page {
				at = "/overview" + string(f)
			}
			at += "?" + query
			got := s.get(t, at)
			for hops := 0; got.code == http.StatusSeeOther && hops < 3; hops++ {
				at = got.header.Get("Location")
				got = s.get(t, at)
			}
			guarded(t, got)
			if got.code != http.StatusOK && got.code != http.StatusBadRequest && got.code != http.StatusNotFound {
				t.Errorf("%s: %d\n%.300s", at, got.code, got.body)
				continue
			}
			if (strings.HasPrefix(path, "/organization/") || strings.HasPrefix(path, "/task/")) && !strings.Contains(query, "lead=") && f == pages.Page && got.code != http.StatusOK {
				t.Errorf("%s: %d, although there is such a thing\n%.300s", at, got.code, got.body)
			}
			inert(t, at, got)
		}
	}
}

// inert holds that an answer is what its media type says, and runs nothing.
func inert(t *testing.T, at string, a answer) {
	t.Helper()
	switch kind, _, _ := strings.Cut(a.header.Get("Content-Type"), ";"); kind {
	case "text/html":
		head, body, _ := strings.Cut(a.body, "</head>")
		if n := strings.Count(a.body, "<script"); n != 1 || strings.Count(head, "<style>") > 1 || strings.Contains(body, "<style") {
			t.Errorf("%s: the page has %d scripts, or styles of others", at, n)
		}
		_, style, _ := strings.Cut(head, "<style>")
		if strings.Contains(style, "display:none") || strings.Contains(style, "color:red") {
			t.Errorf("%s: a name is in the style of the page:\n%s", at, style)
		}
		// Each sign that is not of a tag stands as a reference.
		if rest := markup.Tag.ReplaceAllString(body, ""); strings.ContainsAny(rest, "<>") {
			i := strings.IndexAny(rest, "<>")
			t.Errorf("%s: what is no tag has one's sign: %q", at, rest[max(0, i-80):min(len(rest), i+80)])
		}
		for _, tag := range markup.Tag.FindAllString(body, -1) {
			if found := runs.FindString(regexp.MustCompile(`"[^"]*"`).ReplaceAllStringFunc(tag, func(v string) string {
				return strings.NewReplacer(" ", "_", "=", "_").Replace(html.UnescapeString(strings.ReplaceAll(v, "&#34;", "_")))
			})); found != "" {
				t.Errorf("%s: %q in %s", at, found, tag)
			}
		}
	case "image/svg+xml":
		in := xml.NewDecoder(strings.NewReader(a.body))
		for {
			token, err := in.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Errorf("%s: the drawing is no XML: %v", at, err)
				break
			}
			if e, ok := token.(xml.StartElement); ok {
				if e.Name.Local == "script" || e.Name.Local == "foreignObject" || slices.ContainsFunc(e.Attr, func(a xml.Attr) bool {
					return strings.HasPrefix(a.Name.Local, "on") || a.Name.Local == "href" && regexp.MustCompile(`^\s*(javascript|data):|^//`).MatchString(a.Value)
				}) {
					t.Errorf("%s: the drawing has %v", at, e)
				}
			}
		}
	case "application/json":
		if !json.Valid([]byte(a.body)) {
			t.Errorf("%s: no JSON: %.200s", at, a.body)
		}
	case "text/csv":
		rows, err := csv.NewReader(strings.NewReader(a.body)).ReadAll()
		if err != nil {
			t.Errorf("%s: no CSV: %v", at, err)
		}
		for _, cell := range slices.Concat(rows...) {
			if cell != "" && strings.ContainsAny(cell[:1], "=@+\t") {
				t.Errorf("%s: the cell %q is a formula", at, cell)
			}
		}
	case "text/plain":
	default:
		t.Errorf("%s: the media type is %q", at, a.header.Get("Content-Type"))
	}
}
