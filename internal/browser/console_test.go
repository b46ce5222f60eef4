package browser

import (
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"unicode/utf16"

	"tasuki/internal/editor"
)

// policy is the strictest that a page of the program has; noScripts leaves a reader
// without the editor.
const (
	policy    = "default-src 'self'"
	noScripts = "default-src 'self'; script-src 'none'"
)

// console is what the page of the editor says, in one language.
type console struct {
	Lang, Title, Before, Label, Statement, Submit, Mistake, Kind string
	Words                                                        string // of the editor, as JSON
}

func consoles() []console {
	return []console{
		{"en", "Console", "Questions", "Question in Cypher", "MATCH (t:Task)\nRETURN t.id", "Ask", "Invalid input", "label",
			`{"hint": "Ctrl+Enter asks. Escape, then Tab, leaves the editor.", "label": "label", "relationship": "relationship", "property": "property", "parameter": "parameter", "keyword": "keyword"}`},
		{"ja", "コンソール", "質問の一覧", "Cypherの質問", "// 業務\nMATCH (t:Task)\nRETURN t.id", "質問する", "構文の誤りです", "ラベル",
			`{"hint": "Ctrl+Enterで質問します。EscapeのあとTabで、エディターを離れます。", "label": "ラベル", "relationship": "関係", "property": "属性", "parameter": "パラメーター", "keyword": "キーワード", "phrases": {"Completions": "補完の候補"}}`},
	}
}

// serve answers as the program will: pages under the policy, checks of statements. It
// counts the checks that have no answer.
func serve(t *testing.T) (address string, slow *slowChecks) {
	t.Helper()
	page := template.Must(template.ParseFiles(filepath.Join("testdata", "editor", "page.html")))
	mux, slow := http.NewServeMux(), new(slowChecks)
	show := func(w http.ResponseWriter, r *http.Request, p string) {
		list := consoles()
		c := list[max(0, slices.IndexFunc(list, func(c console) bool { return c.Lang == r.FormValue("lang") }))]
		if s := r.FormValue("statement"); s != "" {
			c.Statement = s
		}
		w.Header().Set("Content-Security-Policy", p)
		if err := page.Execute(w, c); err != nil {
			t.Error(err)
		}
	}
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, r *http.Request) { show(w, r, policy) })
	mux.HandleFunc("GET /plain", func(w http.ResponseWriter, r *http.Request) { show(w, r, noScripts) })
	mux.HandleFunc("GET /ask", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", policy)
		fmt.Fprintf(w, "<!DOCTYPE html><title>asked</title><pre>%s</pre>", template.HTMLEscapeString(r.FormValue("statement")))
	})
	mux.HandleFunc("GET /favicon.ico", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusNoContent) })
	mux.HandleFunc("GET /page.mjs", func(w http.ResponseWriter, r *http.Request) {
		http.ServeFile(w, r, filepath.Join("testdata", "editor", "page.mjs"))
	})
	mux.HandleFunc("GET /place.mjs", func(w http.ResponseWriter, r *http.Request) {
		http.ServeFile(w, r, filepath.Join("..", "editor", "place.mjs"))
	})
	mux.HandleFunc("GET /editor.js", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
		fmt.Fprint(w, editor.Module())
	})
	mux.HandleFunc("POST /check", func(w http.ResponseWriter, r *http.Request) { check(t, w, r, slow) })
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.URL, slow
}

// slowChecks are the checks that last until the page gives them up.
type slowChecks struct{ begun, ended atomic.Int32 }

// check finds one mistake, RETRUN, and counts as JavaScript does. What ends in SLOW has
// no answer.
func check(t *testing.T, w http.ResponseWriter, r *http.Request, slow *slowChecks) {
	text, err := io.ReadAll(r.Body)
	if err != nil {
		t.Error(err)
	}
	if strings.HasSuffix(string(text), "SLOW") {
		slow.begun.Add(1)
		<-r.Context().Done()
		slow.ended.Add(1)
		return
	}
	type mistake struct {
		From    int    `json:"from"`
		To      int    `json:"to"`
		Message string `json:"message"`
	}
	list := []mistake{}
	for _, c := range consoles() {
		if before, _, ok := strings.Cut(string(text), "RETRUN"); ok && c.Lang == r.URL.Query().Get("lang") {
			from := len(utf16.Encode([]rune(before)))
			list = append(list, mistake{from, from + len("RETRUN"), c.Mistake})
		}
	}
	if err := json.NewEncoder(w).Encode(list); err != nil {
		t.Error(err)
	}
}
