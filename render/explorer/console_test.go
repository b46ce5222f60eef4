package explorer

import (
	"bytes"
	"maps"
	"net/url"
	"reflect"
	"slices"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/internal/samples"
	"tasuki/queries"
)

// consoleOf writes the page of the console about the relay.
func consoleOf(t *testing.T, c Console) string {
	t.Helper()
	m := NewModel(samples.RelayGraph(t), "relay", graph.English, 1)
	m.Console = true
	var b bytes.Buffer
	if err := m.WriteConsole(&b, c); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestParseParams(t *testing.T) {
	got, err := parseParams("a = 3-24\n\n$b = 12\nc=\"12\"\n d = [1, 2.5, \"x\"] \ne = null\nf = {\"g\": 9007199254740993}\nh = 1 2\ni = 1e999\nj = x = y\nk =\n")
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]any{"a": "3-24", "b": int64(12), "c": "12", "d": []any{int64(1), 2.5, "x"}, "e": nil, "f": map[string]any{"g": int64(9007199254740993)}, "h": "1 2", "i": "1e999", "j": "x = y", "k": ""}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("parameters %#v, want %#v", got, want)
	}
	for _, text := range []string{"alone", "= 1", "dataset = other", "a = 1\na = 2"} {
		if params, err := parseParams(text); err == nil {
			t.Errorf("%q gives %v", text, params)
		}
	}
}

// TestParamsOfQuestionsAreReadAsTheyAreWritten asks each question with its defaults, and
// then its Cypher with the parameters that the page writes for it.
func TestParamsOfQuestionsAreReadAsTheyAreWritten(t *testing.T) {
	for _, q := range queries.All() {
		ask := Ask{Question: q.Name, Given: map[string]string{}}
		for _, p := range q.Params {
			if p.Required && p.Name != "dataset" {
				ask.Given[p.Name] = "a, b"
			}
		}
		statement, params, err := ask.Bind("relay")
		if err != nil || statement != strings.TrimSpace(q.Cypher) || params["dataset"] != "relay" {
			t.Errorf("%s asks %q with %v, %v", q.Name, statement, params, err)
			continue
		}
		_, again, err := Ask{Statement: statement, Params: paramLines(params)}.Bind("relay")
		for name, v := range params {
			// Lists of texts come back as lists of anything, which the driver sends alike.
			if list, ok := v.([]string); ok {
				values := []any{}
				for _, x := range list {
					values = append(values, x)
				}
				params[name] = values
			}
		}
		if err != nil || !maps.EqualFunc(again, params, func(a, b any) bool { return reflect.DeepEqual(a, b) || a == int64(30) && b == 30.0 }) {
			t.Errorf("%s: parameters come back as %v, %v; want %v", q.Name, again, err, params)
		}
	}
}

func TestParseAsk(t *testing.T) {
	form, err := url.ParseQuery("statement=RETURN+1%0D%0A%2B+2&params=a%3D1%0D%0Ab%3D2&as=picture&question=loss&param-flow=+f+&param-k=")
	if err != nil {
		t.Fatal(err)
	}
	want := Ask{Question: "loss", Given: map[string]string{"flow": "f"}, Statement: "RETURN 1\n+ 2", Params: "a=1\nb=2", Picture: true}
	if got := ParseAsk(form); !reflect.DeepEqual(got, want) {
		t.Errorf("the form asks %+v, want %+v", got, want)
	}
}

func TestConsoleIsOfferedWhereThereIsADatabase(t *testing.T) {
	m := NewModel(samples.RelayGraph(t), "relay", graph.English, 1)
	for _, there := range []bool{false, true} {
		m.Console = there
		var b bytes.Buffer
		if err := m.Write(&b, Place{View: MatrixView}, Page); err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(b.String(), `href="/console"`); got != there {
			t.Errorf("with a console: %v; the pages lead to it: %v", there, got)
		}
	}
}

// TestConsoleShowsTheCatalogue holds that each question stands on the page with a field
// for each parameter but the dataset, and keeps what was typed.
func TestConsoleShowsTheCatalogue(t *testing.T) {
	page := consoleOf(t, Console{Place: Place{View: ConsoleView, Lang: graph.Japanese}, Ask: Ask{Question: "path-to-goal", Given: map[string]string{"flow": `a"b`}}})
	if n := strings.Count(page, "<details"); n != len(queries.All()) || strings.Count(page, "<details open") != 1 {
		t.Errorf("%d questions, %d open; want %d and one", n, strings.Count(page, "<details open"), len(queries.All()))
	}
	for _, q := range queries.All() {
		if !strings.Contains(page, `name="question" value="`+q.Name+`"`) {
			t.Errorf("there is no form of %s", q.Name)
		}
		for _, p := range q.Params {
			if got := strings.Contains(page, `id="`+q.Name+"-"+p.Name+`"`); got != (p.Name != "dataset") {
				t.Errorf("%s: a field for %s: %v", q.Name, p.Name, got)
			}
		}
	}
	for _, want := range []string{`value="a&#34;b"`, `action="/console?lang=ja"`, `data-check="/console/check?lang=ja"`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
}

const hostile = `</td><script>alert(1)</script>"' onload=x {"`

// TestConsoleEscapes puts markup wherever a database or a reader can put a text.
func TestConsoleEscapes(t *testing.T) {
	reply := &Reply{Columns: []string{hostile, "b", "c"}, Rows: [][]any{{hostile, []any{hostile}, map[string]any{hostile: hostile}}, {nil, 2.5, "a\u202eb\u0007"}}}
	page := consoleOf(t, Console{Ask: Ask{Statement: "</textarea>" + hostile, Params: "</textarea>" + hostile}, Reply: reply})
	failed := consoleOf(t, Console{Reply: &Reply{Problem: hostile}})
	for name, text := range map[string]string{"answer": page, "problem": failed} {
		if strings.Contains(text, "<script>alert") || strings.Count(text, "</textarea>") != 2 || strings.Count(text, "</style>") != strings.Count(text, "<style>") || strings.Count(text, "</style>") > 1 {
			t.Errorf("the %s breaks out of its place", name)
		}
	}
	if strings.ContainsAny(page, "\u202e\u0007") {
		t.Error("a sign that hides or turns the direction of reading reaches the page")
	}
	if !strings.Contains(page, "&lt;/td&gt;&lt;script&gt;") {
		t.Error("the answer does not show its text")
	}
}

func TestConsoleSaysWhatBecameOfAQuestion(t *testing.T) {
	rows := [][]any{{int64(1)}, {int64(2)}}
	for _, c := range []struct {
		reply *Reply
		wants []string
	}{
		{nil, []string{`aria-live="polite"></p>`}},
		{&Reply{Columns: []string{"n"}, Rows: rows}, []string{"2 rows.", `<th scope="row" class="number">2</th>`}},
		{&Reply{Columns: []string{"n"}, Rows: rows[:1]}, []string{"1 row."}},
		{&Reply{Columns: []string{"n"}}, []string{"The answer has no rows."}},
		{&Reply{Columns: []string{"n"}, Rows: rows, Cut: CutRows, Most: 10_000}, []string{"2 rows.", "cut off: a page takes 10,000 rows"}},
		{&Reply{Cut: CutTime, Most: 30}, []string{"There is no answer.", "30 seconds"}},
		{&Reply{Cut: CutBytes, Most: 5}, []string{"5 bytes"}},
		{&Reply{Cut: CutMemory}, []string{"no more memory"}},
		{&Reply{Problem: "refused"}, []string{"There is no answer.", `role="alert">refused`}},
		{&Reply{Columns: []string{"n"}, Rows: rows, SVG: []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="8pt" height="8pt"></svg>`)}, []string{"A picture of 2 rows.", `<figure id="picture">`}},
	} {
		page := consoleOf(t, Console{Reply: c.reply})
		for _, want := range c.wants {
			if !strings.Contains(page, want) {
				t.Errorf("after %+v the page lacks %q", c.reply, want)
			}
		}
	}
}

// TestConsoleKeepsChanges leads to the console and back to the pages with what was changed.
func TestConsoleKeepsChanges(t *testing.T) {
	place, err := ParseConsole("without=ops&lang=ja")
	if err != nil {
		t.Fatal(err)
	}
	page := consoleOf(t, Console{Place: place})
	for _, want := range []string{`href="/matrix?without=ops&amp;lang=ja"`, `action="/console?without=ops&amp;lang=ja"`, `href="/console?without=ops&amp;lang=en"`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if _, err := ParseConsole("wine=1"); err == nil {
		t.Error("an unknown change is taken")
	}
}

func TestNumericColumns(t *testing.T) {
	rows := [][]any{{int64(1), "a", nil, 1.5}, {nil, int64(2), nil, int64(2)}}
	var got []bool
	for i := range 4 {
		got = append(got, numeric(rows, i))
	}
	if !slices.Equal(got, []bool{true, false, false, true}) {
		t.Errorf("numeric columns %v", got)
	}
}
