package explorer

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"tasuki/analysis/drill"
	"tasuki/analysis/findings"
	"tasuki/graph"
	"tasuki/internal/graphtext"
	"tasuki/queries"
)

// relay is a dataset of two organizations, of which one leads what the other hands to it.
const relay = "org a \"Alpha\"\norg b \"Beta\"\n1: a*\n2: b*\n3: a* b\nflow f from 1 to 3: 1 -> 2 -> 3"

func model(t testing.TB, text string) *Model {
	t.Helper()
	return NewModel(graphtext.Graph(t, text), "relay", graph.English, 1)
}

// written returns a page by its address.
func written(t *testing.T, m *Model, address string) (string, error) {
	t.Helper()
	path, query, _ := strings.Cut(address, "?")
	place, format, err := ParsePlace(path, query)
	if err != nil {
		return "", err
	}
	var b bytes.Buffer
	err = m.Write(&b, place, format)
	return b.String(), err
}

// addresses are pages of every view, each as it is and with changes.
func addresses() (list []string) {
	for _, a := range []string{"/overview", "/matrix", "/map", "/flow/f", "/time/f", "/organization/a", "/task/2", "/findings", "/compare", "/search"} {
		list = append(list, a+"%s", a+"%s?without=b", a+"%s?without=b&leads=any&lang=ja", a+"%s?without-task=2&against=without=a&find=alpha&minute=2")
	}
	return list
}

// TestEveryPageInEveryFormat writes every view in every format that it has: HTML and SVG
// that are well-formed, JSON, CSV, and questions that exist and take their parameters.
func TestEveryPageInEveryFormat(t *testing.T) {
	m := model(t, relay)
	found := map[Format]int{}
	for _, address := range addresses() {
		for _, f := range append([]Format{Page}, formats...) {
			at := strings.Replace(address, "%s", string(f), 1)
			text, err := written(t, m, at)
			if absent := (NotThere{}); errors.As(err, &absent) && f != Page {
				continue
			}
			if err == nil {
				err = checked(f, text)
			}
			if err != nil {
				t.Errorf("%s: %v", at, err)
			}
			found[f]++
		}
	}
	for f, least := range map[Format]int{Page: 40, SVG: 13, JSON: 40, CSV: 30, Cypher: 25} {
		if found[f] < least {
			t.Errorf("%d pages have the format %q, want %d at least", found[f], f, least)
		}
	}
}

// checked reads what was written in a format.
func checked(f Format, text string) error {
	switch f {
	case JSON:
		return json.Unmarshal([]byte(text), &Exported{})
	case CSV:
		rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
		if err == nil && len(rows) == 0 {
			return errors.New("there is no heading")
		}
		return err
	case SVG:
		return wellFormed(text)
	case Cypher:
		return asked(text)
	}
	if strings.Contains(text, " style=\"") {
		return errors.New("an element has a style of its own, which the policy refuses")
	}
	return nil
}

func wellFormed(text string) error {
	for in := xml.NewDecoder(strings.NewReader(text)); ; {
		if _, err := in.Token(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// asked binds the parameters that stand before each question.
func asked(text string) error {
	params := map[string]any{}
	for line := range strings.Lines(text) {
		rest, ok := strings.CutPrefix(line, ":param ")
		if !ok {
			continue
		}
		name, value, _ := strings.Cut(strings.TrimSuffix(rest, ";\n"), " => ")
		var v any
		if err := json.Unmarshal([]byte(value), &v); err != nil {
			return err
		}
		params[name] = v
	}
	for _, q := range queries.All() {
		if !strings.Contains(text, q.Cypher) {
			continue
		}
		own := map[string]any{}
		for _, p := range q.Params {
			v, given := params[p.Name]
			if p.Required && !given {
				return errors.New(q.Name + " lacks the parameter " + p.Name)
			}
			if list, ok := v.([]any); ok {
				texts := []string{}
				for _, x := range list {
					texts = append(texts, x.(string))
				}
				v = texts
			}
			if given {
				own[p.Name] = v
			}
		}
		if _, err := q.Bind(own); err != nil {
			return err
		}
	}
	return nil
}

// TestClick takes an organization away where its lane is clicked, and brings it back.
func TestClick(t *testing.T) {
	m := model(t, relay)
	for address, want := range map[string][]string{
		"/flow/f":                    {`href="/flow/f?without=b" data-key="drawing without=b" aria-label="Take away Beta"`, `href="/flow/f?without-task=2"`},
		"/flow/f?without=b":          {`href="/flow/f" data-key="drawing without=b" aria-label="Bring back Beta"`, "Without Beta", "1 of 1 flow"},
		"/map?without=b&lang=ja":     {`href="/map?lang=ja"`, `lang="ja"`},
		"/organization/a":            {`value="merge=a:b"`, `href="/organization/a?without=a"`},
		"/task/2":                    {`value="lead=2=b:a"`, `value="supporter=2=a"`},
		"/time/f?minute=2":           {`max="3"`, "At step 2 of 3", "Beta"},
		"/compare?against=leads=any": {"Side by side"},
		"/search?find=ALPH":          {`href="/organization/a"`},
	} {
		page, err := written(t, m, address)
		if err != nil {
			t.Fatalf("%s: %v", address, err)
		}
		for _, w := range want {
			if !strings.Contains(page, w) {
				t.Errorf("%s lacks %s", address, w)
			}
		}
	}
}

// TestNames holds every ID and every text of a dataset to what it is: text.
func TestNames(t *testing.T) {
	const bad = `<script>alert(1)</script>" onload="x.svg`
	d := graphtext.Graph(t, relay).Dataset()
	for i := range d.Organizations {
		d.Organizations[i].Name = graph.Text(bad)
	}
	d.Flows[0].ID, d.Flows[0].Name = bad, graph.Text(bad)
	g, err := graph.New(d)
	if err != nil {
		t.Fatal(err)
	}
	m := NewModel(g, bad, graph.English, 1)
	for _, v := range []Place{{}, {View: FlowView, Subject: bad}, {View: TimeView, Subject: bad}, {View: FindingsView}, {View: SearchView, Find: bad}} {
		page, err := written(t, m, v.Address(Page))
		if err != nil {
			t.Fatalf("%s: %v", v.Address(Page), err)
		}
		if strings.Contains(page, "<script>") || strings.Contains(page, `" onload="`) {
			t.Errorf("%s holds markup of the dataset", v.Address(Page))
		}
	}
}

// TestDrillsAndDecisions shows on the pages what drills have tested, and asks about
// findings who decides.
func TestDrillsAndDecisions(t *testing.T) {
	m := model(t, relay)
	m.Record = []drill.Entry{{Time: "2026-03-04", Flow: "f", From: "1", To: "2", Outcome: drill.Confirmed}}
	decided := 0
	m.Decide = func(r *findings.Review, _ *graph.Graph) { r.Findings, decided = nil, decided+1 }
	for address, want := range map[string]string{
		"/flow/f": "1 of 2 handoffs of the flow have ever been tested, 1 are untested.", "/findings": "No rule found anything.", "/findings?without=b": "No rule found anything.",
	} {
		page, err := written(t, m, address)
		if err != nil || !strings.Contains(page, want) {
			t.Errorf("%s lacks %q (%v)", address, want, err)
		}
	}
	if decided != 2 {
		t.Errorf("findings were decided about %d times, want once for the dataset and once for what is left", decided)
	}
}
