package explorer

import (
	"context"
	"encoding/json"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/graph/neo4jstore"
	"tasuki/graph/neo4jstore/guard"
	"tasuki/graph/said"
	"tasuki/internal/samples"
	"tasuki/render/explorer"
)

// at is the address of the servers of these tests, which nothing listens on.
var at = &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 4000}

const origin = "http://127.0.0.1:4000"

// open returns a server of the relay, which lies in a database under a name.
func open(t *testing.T, d Database, name string) *Server {
	t.Helper()
	s, err := New(t.Context(), at, Options{Database: d, Say: error.Error, Open: func(_ context.Context, version int) (*explorer.Model, error) {
		m := explorer.NewModel(samples.RelayGraph(t), name, graph.English, version)
		m.Console = d != nil
		return m, nil
	}})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// post sends a form as a page of the server does, but for what change changes.
func post(s *Server, path string, form url.Values, change func(*http.Request)) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodPost, origin+path, strings.NewReader(form.Encode()))
	r.AddCookie(&http.Cookie{Name: s.cookie(), Value: s.token})
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Origin", origin)
	if change != nil {
		change(r)
	}
	w := httptest.NewRecorder()
	s.Handler().ServeHTTP(w, r)
	return w
}

// fake is a database that answers as do does.
type fake struct {
	asked []string
	do    func(ctx context.Context, statement string, params map[string]any, yield func([]string, []any) error) error
}

func (f *fake) Run(ctx context.Context, statement string, params map[string]any, _ neo4jstore.Limits, yield func([]string, []any) error) error {
	f.asked = append(f.asked, statement)
	if f.do == nil {
		return yield([]string{"n"}, nil)
	}
	return f.do(ctx, statement, params, yield)
}

func (f *fake) Plan(ctx context.Context, statement string, params map[string]any, _ neo4jstore.Limits) error {
	return f.Run(ctx, statement, params, neo4jstore.Limits{}, func([]string, []any) error { return nil })
}

var one = url.Values{"statement": {"RETURN 1"}}

// TestOnlyPagesOfTheServerSendForms tries what strangers can make a browser send.
func TestOnlyPagesOfTheServerSendForms(t *testing.T) {
	header := func(name, value string) func(*http.Request) {
		return func(r *http.Request) {
			r.Header.Del("Origin")
			r.Header.Set(name, value)
		}
	}
	for name, c := range map[string]struct {
		change func(*http.Request)
		code   int
	}{
		"ours":                        {nil, http.StatusOK},
		"ours, without an Origin":     {header("Sec-Fetch-Site", "same-origin"), http.StatusOK},
		"nobody's":                    {header("Accept", "*/*"), http.StatusForbidden},
		"a stranger's":                {header("Origin", "http://evil.example"), http.StatusForbidden},
		"of another port":             {header("Origin", "http://127.0.0.1:4001"), http.StatusForbidden},
		"of another name of this":     {header("Origin", "http://localhost:4000"), http.StatusForbidden},
		"of a hidden page":            {header("Origin", "null"), http.StatusForbidden},
		"https":                       {header("Origin", "https://127.0.0.1:4000"), http.StatusForbidden},
		"a stranger's, navigating":    {header("Sec-Fetch-Site", "cross-site"), http.StatusForbidden},
		"of a neighbour":              {header("Sec-Fetch-Site", "same-site"), http.StatusForbidden},
		"typed":                       {header("Sec-Fetch-Site", "none"), http.StatusForbidden},
		"ours, by a stranger's name":  {func(r *http.Request) { r.Host = "evil.example:4000" }, http.StatusMisdirectedRequest},
		"without the token":           {func(r *http.Request) { r.Header.Del("Cookie") }, http.StatusUnauthorized},
		"as a text":                   {func(r *http.Request) { r.Header.Set("Content-Type", "text/plain") }, http.StatusUnsupportedMediaType},
		"as JSON":                     {func(r *http.Request) { r.Header.Set("Content-Type", "application/json") }, http.StatusUnsupportedMediaType},
		"without a type":              {func(r *http.Request) { r.Header.Del("Content-Type") }, http.StatusUnsupportedMediaType},
		"with a token in the address": {func(r *http.Request) { r.Header.Del("Cookie"); r.URL.RawQuery = "token=x" }, http.StatusUnauthorized},
	} {
		for _, path := range []string{"/console", "/console/check"} {
			db := &fake{}
			w := post(open(t, db, "relay"), path, one, c.change)
			if w.Code != c.code || (len(db.asked) > 0) != (c.code == http.StatusOK) {
				t.Errorf("a form %s to %s: status %d, asked %q; want %d", name, path, w.Code, db.asked, c.code)
			}
		}
	}
}

func TestFormsOfTheConsoleAreBounded(t *testing.T) {
	db := &fake{}
	s := open(t, db, "relay")
	for _, path := range []string{"/console", "/console/check"} {
		if w := post(s, path, url.Values{"statement": {strings.Repeat("x", mostBody)}}, nil); w.Code != http.StatusRequestEntityTooLarge {
			t.Errorf("%s takes a form that is too large: %d", path, w.Code)
		}
	}
	if len(db.asked) > 0 {
		t.Error("the database was asked")
	}
	if w := post(s, "/", one, nil); w.Code != http.StatusMethodNotAllowed {
		t.Errorf("another page takes a form: %d", w.Code)
	}
}

// TestNextQuestionEndsTheOneBefore asks three times; each waits until it is ended.
func TestNextQuestionEndsTheOneBefore(t *testing.T) {
	begun, running, most := make(chan bool, 3), make(chan bool, 1), make(chan string, 3)
	db := &fake{}
	db.do = func(ctx context.Context, statement string, _ map[string]any, yield func([]string, []any) error) error {
		select {
		case running <- true:
		default:
			most <- "two run at once"
		}
		defer func() { <-running }()
		begun <- true
		if statement == "last" {
			return yield([]string{"n"}, nil)
		}
		<-ctx.Done()
		return ctx.Err()
	}
	s := open(t, db, "relay")
	codes := make(chan int, 2)
	for _, statement := range []string{"first", "second"} {
		go func() { codes <- post(s, "/console", url.Values{"statement": {statement}}, nil).Code }()
		<-begun
	}
	last := post(s, "/console", url.Values{"statement": {"last"}}, nil)
	if a, b := <-codes, <-codes; a != http.StatusConflict || b != http.StatusConflict || last.Code != http.StatusOK {
		t.Errorf("statuses %d, %d and %d", a, b, last.Code)
	}
	if len(most) > 0 {
		t.Error(<-most)
	}
}

func TestStatusOfWhatFails(t *testing.T) {
	for _, c := range []struct {
		err  error
		code int
		says string
	}{
		{&guard.Refused{Reason: guard.Writes, What: "it writes"}, http.StatusForbidden, "refused (writes): it writes"},
		{&guard.Malformed{What: "no such word"}, http.StatusBadRequest, "no such word"},
		{&neo4jstore.Exceeded{Limit: "rows", Advice: "allow more with --rows"}, http.StatusOK, "a page takes 10,000 rows"},
		{&neo4jstore.Exceeded{Limit: "time"}, http.StatusOK, "30 seconds"},
		{&guard.Malformed{What: "no such word (line 1, column 2 (offset: 1))\n\"quoted\""}, http.StatusBadRequest, "(line 1, column 2 (offset: 1))</p>"},
		{said.New("the server is gone"), http.StatusBadGateway, "the server is gone"},
	} {
		db := &fake{do: func(context.Context, string, map[string]any, func([]string, []any) error) error { return c.err }}
		if w := post(open(t, db, "relay"), "/console", one, nil); w.Code != c.code || !strings.Contains(w.Body.String(), c.says) || strings.Contains(w.Body.String(), "--rows") {
			t.Errorf("%v: status %d, want %d, on a page that says %q", c.err, w.Code, c.code, c.says)
		}
	}
}

func TestNoConsoleWithoutADatabase(t *testing.T) {
	s := open(t, nil, "relay")
	s.source.NoConsole = said.New("with pseudonyms there is none")
	r := httptest.NewRequest(http.MethodGet, origin+"/console", nil)
	r.AddCookie(&http.Cookie{Name: s.cookie(), Value: s.token})
	w := httptest.NewRecorder()
	s.Handler().ServeHTTP(w, r)
	for _, w := range []*httptest.ResponseRecorder{w, post(s, "/console", one, nil), post(s, "/console/check", one, nil)} {
		if w.Code != http.StatusNotFound || !strings.Contains(w.Body.String(), "with pseudonyms there is none") || strings.Contains(w.Body.String(), "<textarea") {
			t.Errorf("status %d: %s", w.Code, w.Body)
		}
	}
}

func TestPlaced(t *testing.T) {
	for _, c := range []struct {
		statement, message string
		want               mistake
	}{
		{"MATCH (n) RETRUN n", "Bad (line 1, column 11 (offset: 10))\n\"x\"", mistake{10, 16, "Bad"}},
		{"// 😀業務\nRETURN 業務😀x + 1", "Bad (line 2, column 8 (offset: 15))", mistake{15, 20, "Bad"}},
		{"RETURN )", "Bad (line 1, column 8 (offset: 7))", mistake{7, 8, "Bad"}},
		{"MATCH (n", "Bad (line 1, column 9 (offset: 8))", mistake{7, 8, "Bad"}},
		{"MATCH (n", "Bad (line 9, column 9 (offset: 800))", mistake{7, 8, "Bad"}},
		{"", "Bad (line 1, column 1 (offset: 0))", mistake{0, 0, "Bad"}},
		{"MATCH 😀", "refused", mistake{0, 8, "refused"}},
	} {
		if got := placed(c.statement, c.message); got != c.want {
			t.Errorf("%q in %q is at %+v, want %+v", c.message, c.statement, got, c.want)
		}
	}
}

func TestNamesOfTheModel(t *testing.T) {
	n := names()
	for name, list := range map[string][]string{"Organization": n.Labels, "LEADS": n.Relationships, "tasuki": n.Properties, "name_ja": n.Properties, "dataset": n.Parameters} {
		if !slices.Contains(list, name) {
			t.Errorf("%s is not among %q", name, list)
		}
	}
	if slices.Contains(n.Labels, "LEADS") || !slices.IsSorted(n.Properties) || len(slices.Compact(slices.Clone(n.Properties))) != len(n.Properties) {
		t.Errorf("the names are %+v", n)
	}
}

// database returns a store with the relay, under a name of this test's own.
func database(t *testing.T) (*neo4jstore.Store, string) {
	t.Helper()
	uri := os.Getenv("TASUKI_NEO4J_URI")
	if uri == "" {
		t.Skip(`no Neo4j: set -a; eval "$(scripts/neo4j start)"; set +a; or run ./scripts/test`)
	}
	a, err := neo4jstore.ParseAddress(uri)
	if err != nil {
		t.Fatal(err)
	}
	login, err := neo4jstore.LoginFrom(os.Getenv)
	if err != nil {
		t.Fatal(err)
	}
	store, err := neo4jstore.Open(t.Context(), a, login, neo4jstore.Options{})
	if err != nil {
		t.Fatal(err)
	}
	name := "test of the console/" + t.Name()
	t.Cleanup(func() {
		store.Drop(context.Background(), name, true)
		store.Close(context.Background())
	})
	if _, err := store.Replace(t.Context(), name, samples.RelayGraph(t).Dataset()); err != nil {
		t.Fatal(err)
	}
	return store, name
}

// TestConsoleOfADatabase asks a real server.
func TestConsoleOfADatabase(t *testing.T) {
	store, name := database(t)
	s := open(t, store, name)
	const task = "MATCH (t:Task {dataset: $dataset, id: $id}) RETURN count(t) AS n"
	first := samples.RelayGraph(t).Tasks()[0].ID
	for _, c := range []struct {
		form url.Values
		code int
		says []string
	}{
		{url.Values{"statement": {"MATCH (t:Task {dataset: $dataset}) SET t.name = 'x'"}}, http.StatusForbidden, []string{"refused (writes)", "SetProperty"}},
		{url.Values{"statement": {"LOAD CSV FROM 'file:///x' AS r RETURN r"}}, http.StatusForbidden, []string{"refused (import)"}},
		{url.Values{"statement": {"RETURN 1; RETURN 2"}}, http.StatusForbidden, []string{"refused (several)"}},
		{url.Values{"statement": {"RETRUN 1"}}, http.StatusBadRequest, []string{"line 1, column 1"}},
		{url.Values{"statement": {task}, "params": {`id = "` + first + `"`}}, http.StatusOK, []string{`class="number">1</th>`}},
		{url.Values{"statement": {task}, "params": {`id = ` + first + `"}) DETACH DELETE t //`}}, http.StatusOK, []string{`class="number">0</th>`}},
		{url.Values{"statement": {task}}, http.StatusBadRequest, []string{"id"}},
		{url.Values{"question": {"lead-shares"}}, http.StatusOK, []string{"lead_marks", "RETURN o.id AS organization"}},
		{url.Values{"question": {"lead-shares"}, "param-wine": {"1"}}, http.StatusBadRequest, []string{"wine is no parameter"}},
		{url.Values{"statement": {"RETURN '<b>&' AS `<i>`"}}, http.StatusOK, []string{"&lt;b&gt;&amp;", "&lt;i&gt;"}},
		{url.Values{"statement": {"MATCH p = (:Organization {dataset: $dataset})-[:LEADS]->(:Task) RETURN p"}, "as": {"picture"}}, http.StatusOK, []string{"<svg", "leads"}},
		{url.Values{"statement": {"RETURN 1"}, "as": {"picture"}}, http.StatusBadRequest, []string{"holds no node"}},
		{url.Values{"statement": {"UNWIND range(1, 20000) AS n RETURN n"}}, http.StatusOK, []string{"10,000 rows.", "cut off"}},
		{url.Values{"statement": {"UNWIND range(1, 600) AS n MATCH (t:Task {dataset: $dataset}) RETURN t"}, "as": {"picture"}}, http.StatusBadRequest, []string{"a picture shows 1000 at most"}},
	} {
		w := post(s, "/console", c.form, nil)
		for _, want := range c.says {
			if !strings.Contains(w.Body.String(), want) {
				t.Errorf("%v: the page lacks %q", c.form, want)
			}
		}
		if w.Code != c.code {
			t.Errorf("%v: status %d, want %d", c.form, w.Code, c.code)
		}
		if strings.Contains(w.Body.String(), "<b>") || strings.Contains(w.Body.String(), "<i>") {
			t.Errorf("%v: the answer is markup", c.form)
		}
	}
	if g, err := store.Load(t.Context(), name); err != nil || len(g.Tasks) != len(samples.RelayGraph(t).Tasks()) {
		t.Errorf("the dataset is another: %v", err)
	}
}

// TestMistakesOfADatabase has a real server say where mistakes are.
func TestMistakesOfADatabase(t *testing.T) {
	store, name := database(t)
	s := open(t, store, name)
	for statement, marked := range map[string]string{
		"MATCH (n:Task)\nRETURN n":                              "",
		"EXPLAIN MATCH (n:Task {dataset: $dataset}) RETURN n":   "",
		"MATCH (n)\nRETRUN n":                                   "RETRUN",
		"// 😀業務\r\nMATCH (n {x: \"😀\"}) RETURN n, missing":      "missing",
		"MATCH (n {x: '業務'})\nRETURN foo(n)":                    "foo",
		"MATCH (n":                                              "n",
		"MATCH (n) DETACH DELETE n":                             "MATCH (n) DETACH DELETE n",
		"MATCH (n) SET n.x = 1 RETRUN n":                        "RETRUN",
		"CALL dbms.listConfig() YIELD name RETURN name":         "CALL dbms.listConfig() YIELD name RETURN name",
		"MATCH (a:Task)-[:LEADS]->(b:Task) WHERE a > 1 RETRN a": "RETRN",
	} {
		w := post(s, "/console/check", url.Values{"statement": {statement}}, nil)
		var list []mistake
		if err := json.Unmarshal(w.Body.Bytes(), &list); err != nil || w.Code != http.StatusOK || list == nil {
			t.Errorf("%q: status %d: %s", statement, w.Code, w.Body)
			continue
		}
		got := ""
		units := []rune(strings.NewReplacer("\r\n", "\n", "😀", "\x01\x01").Replace(statement)) // two for a sign of two units
		for _, m := range list {
			got += string(units[m.From:m.To])
			if m.Message == "" || strings.Contains(m.Message, "offset") {
				t.Errorf("%q: the mistake is called %q", statement, m.Message)
			}
		}
		if got != marked {
			t.Errorf("%q: %q is marked, want %q", statement, got, marked)
		}
	}
}
