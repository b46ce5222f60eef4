package browser

import (
	"context"
	"net"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"tasuki/graph"
	"tasuki/graph/neo4jstore"
	"tasuki/internal/explorer"
	"tasuki/internal/samples"
	pages "tasuki/render/explorer"
)

// servedFrom serves the relay as it lies in a database, and returns the address to open.
func servedFrom(t *testing.T) string {
	t.Helper()
	uri := os.Getenv("TASUKI_NEO4J_URI")
	if uri == "" {
		t.Skip(`no Neo4j: set -a; eval "$(scripts/neo4j start)"; set +a; or run ./scripts/test`)
	}
	at, err := neo4jstore.ParseAddress(uri)
	if err != nil {
		t.Fatal(err)
	}
	login, err := neo4jstore.LoginFrom(os.Getenv)
	if err != nil {
		t.Fatal(err)
	}
	store, err := neo4jstore.Open(t.Context(), at, login, neo4jstore.Options{})
	if err != nil {
		t.Fatal(err)
	}
	name := "test in a browser/" + t.Name()
	t.Cleanup(func() {
		store.Drop(context.Background(), name, true)
		store.Close(context.Background())
	})
	g := samples.RelayGraph(t)
	if _, err := store.Replace(t.Context(), name, g.Dataset()); err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server, err := explorer.New(t.Context(), listener.Addr(), explorer.Options{Say: error.Error, Database: store, Open: func(_ context.Context, version int) (*pages.Model, error) {
		m := pages.NewModel(g, name, graph.English, version)
		m.Console = true
		return m, nil
	}})
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- server.Serve(ctx, listener) }()
	t.Cleanup(func() {
		stop()
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
	return server.URL()
}

// answered is how the page of the console stands.
type answered struct {
	State     string   `json:"state"`     // what is announced
	Problem   string   `json:"problem"`   // why there is no answer
	Cells     []string `json:"cells"`     // of the table
	Boxes     int      `json:"boxes"`     // texts of the picture
	Statement string   `json:"statement"` // in the textarea
	Params    string   `json:"params"`
	Marked    string   `json:"marked"` // what is underlined in the editor
	Offered   []string `json:"offered"`
	Editor    bool     `json:"editor"`
	Busy      bool     `json:"busy"`
	Width     int      `json:"width"` // of the page beyond the window
}

const asked = `() => {
  const root = document.querySelector(".editor")?.shadowRoot, all = selector => [...root?.querySelectorAll(selector) ?? []];
  const texts = selector => [...document.querySelectorAll(selector)].map(e => e.textContent);
  return {state: document.getElementById("answer")?.textContent ?? "", problem: texts("#reply #problem").join(), cells: texts("#reply tbody th, #reply tbody td"),
    boxes: texts("#reply figure svg text").length, statement: document.getElementById("statement")?.value ?? "", params: document.getElementById("params")?.value ?? "",
    marked: all(".cm-lintRange-error").map(e => e.textContent).join(), offered: all(".cm-completionLabel").map(e => e.textContent), editor: !!root,
    busy: document.getElementById("view")?.ariaBusy === "true", width: Math.max(0, document.documentElement.scrollWidth - innerWidth)};
}`

// write puts a text into the editor as a person types it, in the place of what stands
// there.
func write(t *testing.T, ctx context.Context, text string) {
	t.Helper()
	evaluate[bool](t, ctx, `() => { document.querySelector(".editor").shadowRoot.querySelector(".cm-content").focus(); return true; }`)
	press(t, ctx, "a", chromedp.KeyModifiers(chromedp.ModifierCtrl))
	press(t, ctx, kb.Backspace)
	press(t, ctx, text)
}

func TestConsole(t *testing.T) {
	ctx, library := chromium(t), axe(t)
	address := servedFrom(t)
	for _, lang := range []string{"en", "ja"} {
		for _, w := range windows() {
			t.Run(lang+" "+w.name, func(t *testing.T) {
				ctx := tab(t, ctx)
				quiet := listen(t, ctx)
				visit(t, ctx, w, strings.Replace(address, "/?", "/console?lang="+lang+"&", 1))
				tells(t, ctx)
				draws(t, ctx, library)
				answersCatalogue(t, ctx, library)
				quiet()
				refuses(t, ctx)
			})
		}
		t.Run(lang+" without scripts", func(t *testing.T) {
			ctx := tab(t, ctx)
			if _, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
				t.Fatal(err)
			}
			visit(t, ctx, windows()[0], strings.Replace(address, "/?", "/console?lang="+lang+"&", 1))
			asksPlainly(t, ctx)
		})
	}
}

// tells holds that what is typed is completed and checked, and that Ctrl-Enter brings a
// table.
func tells(t *testing.T, ctx context.Context) {
	t.Helper()
	if s := until(t, ctx, asked, func(s answered) bool { return s.Editor }); !s.Editor || s.Width != 0 {
		t.Fatalf("the page begins with %+v", s)
	}
	write(t, ctx, "MATCH (o:Organ") // while it is typed, MATCH may be offered
	first := func(s answered) bool { return len(s.Offered) > 0 && s.Offered[0] == "Organization" }
	if s := until(t, ctx, asked, first); !first(s) {
		t.Errorf("%q is offered", s.Offered)
	}
	press(t, ctx, kb.Escape)
	write(t, ctx, "RETRUN 1")
	if s := until(t, ctx, asked, func(s answered) bool { return s.Marked == "RETRUN" }); s.Marked != "RETRUN" {
		t.Errorf("%q is marked", s.Marked)
	}
	write(t, ctx, "MATCH (o:Organization {dataset: $dataset}) RETURN o.id AS id, '<b>' AS text ORDER BY id ")
	press(t, ctx, kb.Escape)
	press(t, ctx, kb.Enter, chromedp.KeyModifiers(chromedp.ModifierCtrl))
	s := until(t, ctx, asked, func(s answered) bool { return len(s.Cells) > 0 })
	if len(s.Cells) < 4 || s.Cells[1] != "<b>" || !strings.ContainsAny(s.State, "0123456789") || s.Problem != "" || s.Width != 0 {
		t.Errorf("the table stands at %+v", s)
	}
}

// draws holds that the second button brings a picture.
func draws(t *testing.T, ctx context.Context, library string) {
	t.Helper()
	accessible(t, ctx, library)
	write(t, ctx, "MATCH p = (:Organization {dataset: $dataset})-[:LEADS]->(:Task) RETURN p ")
	press(t, ctx, kb.Escape)
	if err := chromedp.Do(ctx, chromedp.Click(chromedp.CSS("button[name=as]"))); err != nil {
		t.Fatal(err)
	}
	if s := until(t, ctx, asked, func(s answered) bool { return s.Boxes > 0 }); s.Boxes == 0 || len(s.Cells) > 0 || s.Width != 0 {
		t.Errorf("the picture stands at %+v", s)
	}
	accessible(t, ctx, library)
}

// answersCatalogue holds that a question of the catalogue is asked where it stands, and
// shows its Cypher with its parameters.
func answersCatalogue(t *testing.T, ctx context.Context, library string) {
	t.Helper()
	evaluate[bool](t, ctx, `() => {
	  const form = document.querySelector("[name=question][value=lead-shares]").form;
	  form.closest("details").open = true;
	  form.querySelector("button").click();
	  return true;
	}`)
	s := until(t, ctx, asked, func(s answered) bool { return strings.Contains(s.Statement, "lead_marks") })
	if len(s.Cells) == 0 || s.Boxes > 0 || !strings.Contains(s.Statement, "RETURN o.id AS organization") || s.Width != 0 {
		t.Errorf("the question of the catalogue leaves %+v", s)
	}
	evaluate[bool](t, ctx, `() => {
	  const form = document.querySelector("[name=question][value=losing-organizations]")?.form ?? [...document.querySelectorAll("aside form")].find(f => f.querySelector("select"));
	  form.closest("details").open = true;
	  return true;
	}`)
	accessible(t, ctx, library)
}

// refuses holds that what writes is refused, and that the page says by which check.
func refuses(t *testing.T, ctx context.Context) {
	t.Helper()
	write(t, ctx, "MATCH (n) DETACH DELETE n ")
	press(t, ctx, kb.Escape)
	press(t, ctx, kb.Enter, chromedp.KeyModifiers(chromedp.ModifierCtrl))
	if s := until(t, ctx, asked, func(s answered) bool { return s.Problem != "" }); !strings.Contains(s.Problem, "DetachDelete") || len(s.Cells) > 0 || s.Busy {
		t.Errorf("what writes leaves %+v", s)
	}
}

// asksPlainly holds that the form brings a page of its own where no script runs.
func asksPlainly(t *testing.T, ctx context.Context) {
	t.Helper()
	if s := evaluate[answered](t, ctx, asked); s.Editor || s.Statement == "" {
		t.Fatalf("without scripts the page begins with %+v", s)
	}
	if err := chromedp.Do(ctx, chromedp.Click(chromedp.CSS("#ask button"))); err != nil {
		t.Fatal(err)
	}
	if s := until(t, ctx, asked, func(s answered) bool { return len(s.Cells) > 0 }); len(s.Cells) == 0 || s.Problem != "" {
		t.Errorf("without scripts the form leaves %+v", s)
	}
}
