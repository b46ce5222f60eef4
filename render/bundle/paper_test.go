package bundle_test

import (
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"testing"

	"tasuki/analysis/drill"
	"tasuki/analysis/escalation"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/graph/numbers"
	"tasuki/internal/graphtext"
	"tasuki/internal/pdftext"
	"tasuki/internal/seeds"
	"tasuki/render/bundle"
	"tasuki/render/messages"
	"tasuki/render/paint"
)

// packOf makes the pack of a drill of a graph, by the names of its files.
func packOf(t *testing.T, g *graph.Graph, s graph.Scenario, n numbers.File, lang graph.Lang) map[string][]byte {
	t.Helper()
	plan, err := drill.PlanOf(g, "f", s, escalation.EscalationOptions{})
	if err != nil {
		t.Fatal(err)
	}
	tools := func() (paint.Painter, paint.Paper, error) {
		return paint.Painter{Font: paint.DefaultFont(), StandIns: &paint.StandIns{}}, paint.A4, nil
	}
	files, err := bundle.Pack(g, plan, n, bundle.Words{Dataset: "d", Flow: "f"}, rules.Options{}, tools, messages.In(lang))
	if err != nil {
		t.Fatal(err)
	}
	byName := map[string][]byte{}
	for _, f := range files {
		byName[f.Name] = f.Data
	}
	return byName
}

// long is a flow of many tasks that goes to and fro between organizations, whose drawings
// take several pages.
func long(t *testing.T, branches bool) *graph.Graph {
	t.Helper()
	var b strings.Builder
	for i := range 7 {
		fmt.Fprintf(&b, "org o%d contacts=Desk/10,Officer/20,Manager escalates=o%d \"Organization number %d of them\"\n", i, (i+1)%7, i)
	}
	const n = 36
	for i := range n {
		fmt.Fprintf(&b, "%d \"Task number %d with a name that is long enough to take two lines\": o%d* o%d\n", i+1, i+1, i%7, (i+3)%7)
	}
	fmt.Fprintf(&b, "flow f from 1 to %d: ", n)
	for i := 1; i < n; i++ {
		if branches && i%6 == 2 && i+2 <= n {
			fmt.Fprintf(&b, "%d -request:10@a-> %d \"the one\", %d -report:10@b-> %d \"the other\", ", i, i+1, i, i+2)
			continue
		}
		fmt.Fprintf(&b, "%d -request:10-> %d \"thing %d\", ", i, i+1, i)
	}
	return graphtext.Graph(t, strings.TrimSuffix(b.String(), ", "))
}

// TestPaperIsReadable reads every page: no text is smaller than 8 points, that of the list
// of events than 9, running text has 10, in Japanese 10.5; and no page cuts a line of text
// or a box.
func TestPaperIsReadable(t *testing.T) {
	body := map[graph.Lang]float64{graph.English: 10, graph.Japanese: 10.5}
	for _, branches := range []bool{true, false}[:seeds.Size(2, 1)] {
		g := long(t, branches)
		for _, lang := range []graph.Lang{graph.Japanese, graph.English}[:seeds.Size(2, 1)] {
			size := body[lang]
			pages := 0
			for name, data := range packOf(t, g, graph.Scenario{Without: []string{"o5"}}, numbers.File{}, lang) {
				if !strings.HasSuffix(name, ".pdf") {
					continue
				}
				running := false
				for i, page := range pdftext.Drawn(t, data) {
					pages++
					at := fmt.Sprintf("%s %s page %d", lang, name, i+1)
					if least := leastText(page); least < 8-1e-6 {
						t.Errorf("%s has text of %.2f points", at, least)
					}
					for _, text := range page.Texts {
						running = running || text.Size == size
					}
					checkNothingIsCut(t, at, page)
				}
				if !running && name != "contacts.pdf" {
					t.Errorf("%s %s has no running text of %.1f points", lang, name, size)
				}
			}
			if pages < 40 {
				t.Errorf("%d pages", pages)
			}
			checkEventsAreReadable(t, packOf(t, g, graph.Scenario{}, numbers.File{}, lang)["controllers.pdf"], messages.In(lang))
		}
	}
}

func leastText(p pdftext.Page) float64 {
	least := math.Inf(1)
	for _, text := range p.Texts {
		if strings.TrimSpace(text.Text) != "" && text.Y > text.Clip.Low && text.Y < text.Clip.High {
			least = min(least, text.Size)
		}
	}
	return least
}

// checkNothingIsCut checks the texts and the closed shapes of a page. Shapes higher than
// half of what is seen of them are backgrounds, which go on.
func checkNothingIsCut(t *testing.T, at string, p pdftext.Page) {
	t.Helper()
	for _, text := range p.Texts {
		if text.Clip.Cut(text.Y, text.Y+0.7*text.Size) {
			t.Errorf("%s cuts %q", at, text.Text)
		}
	}
	for _, s := range p.Shapes {
		if high := s.Clip.High - s.Clip.Low; s.High-s.Low < high/2 && s.Clip.Cut(s.Low, s.High) {
			t.Errorf("%s cuts a box from %.1f to %.1f, seen from %.1f to %.1f", at, s.Low, s.High, s.Clip.Low, s.Clip.High)
		}
	}
}

// checkEventsAreReadable checks the pages behind the first heading of the list of events.
func checkEventsAreReadable(t *testing.T, data []byte, lang messages.Language) {
	t.Helper()
	found := false
	for _, page := range pdftext.Drawn(t, data) {
		if len(page.Texts) > 0 && strings.HasPrefix(page.Texts[0].Text, strings.TrimSuffix(lang.Plain("Master scenario events list: {1}", ""), " ")) {
			found = true
			for _, text := range page.Texts[:len(page.Texts)-1] { // the foot stands last
				if text.Size < 9 {
					t.Errorf("the list of events has text of %.1f points: %q", text.Size, text.Text)
				}
			}
		}
	}
	if !found {
		t.Error("there is no list of events")
	}
}

// TestPlayersFilesDoNotTellWhoIsOut compares what players get with what they get when
// nobody is out: it is the same, byte for byte.
func TestPlayersFilesDoNotTellWhoIsOut(t *testing.T) {
	g := long(t, false)
	for _, lang := range []graph.Lang{graph.English, graph.Japanese}[:seeds.Size(2, 1)] {
		all := packOf(t, g, graph.Scenario{}, numbers.File{}, lang)
		out := packOf(t, g, graph.Scenario{Without: []string{"o5", "o6"}}, numbers.File{}, lang)
		players := 0
		for name, data := range out {
			if strings.HasPrefix(name, "players-") || name == "contacts.pdf" || name == "participant.html" {
				players++
				if string(all[name]) != string(data) {
					t.Errorf("%s %s tells that somebody is out", lang, name)
				}
			}
		}
		if _, plays := out["players-o5.pdf"]; plays || players != 7 {
			t.Errorf("%d files for players, one of them of an organization that is out: %v", players, plays)
		}
	}
}

// TestPlayersGetTheirOwnOpening: what begins the drill is told to those who begin it.
func TestPlayersGetTheirOwnOpening(t *testing.T) {
	g := graphtext.Graph(t, "org a\norg b\norg c\n1 \"Secret fault\": a*\n2: b* c\nflow f from 1 to 2: 1 -report:5-> 2 \"the slip\"")
	files := packOf(t, g, graph.Scenario{Injects: []graph.Inject{{Event: graph.Text("Title of it"), Inject: graph.Text("Press is calling"), To: "b", ExpectedAction: graph.Text("Refuses")}}}, numbers.File{}, graph.English)
	for name, opens := range map[string]bool{"players-a.pdf": true, "players-b.pdf": false, "players-c.pdf": false} {
		text := strings.Join(pdftext.Pages(t, files[name]), "")
		if strings.Contains(text, "Secret fault") != opens {
			t.Errorf("%s tells how it begins: %v, want %v", name, !opens, opens)
		}
		for _, secret := range []string{"Press", "Refuses", "the slip", "Title of it"} {
			if strings.Contains(text, secret) {
				t.Errorf("%s tells %q", name, secret)
			}
		}
	}
	cards := strings.Join(pdftext.Pages(t, files["cards.pdf"]), "")
	for text, want := range map[string]bool{"Secret fault": true, "Press is calling": true, "the slip": true, "Refuses": false, "Title of it": false, "Takes on": false, "Received": true} {
		if strings.Contains(cards, text) != want {
			t.Errorf("the cards say %q: %v", text, !want)
		}
	}
}

// TestManyPlayersShareAFile plays a drill of more organizations than get files of their own.
func TestManyPlayersShareAFile(t *testing.T) {
	var b strings.Builder
	for i := range 60 {
		fmt.Fprintf(&b, "%d \"Work %d.\": o%d*\n", i+1, i+1, i)
	}
	b.WriteString("flow f from 1 to 60: 1")
	for i := 1; i < 60; i++ {
		fmt.Fprintf(&b, " -> %d", i+1)
	}
	files := packOf(t, graphtext.Graph(t, b.String()), graph.Scenario{}, numbers.File{}, graph.English)
	for name := range files {
		if strings.HasPrefix(name, "players-") {
			t.Errorf("the pack holds %s", name)
		}
	}
	for _, page := range pdftext.Pages(t, files["players.pdf"]) {
		if strings.Contains(page, "Work 1.") != strings.Contains(page, "For the players who begin") {
			t.Errorf("a page tells how it begins: %s", page)
		}
	}
}

// TestNumbersStandOnPaperAlone looks for numbers in every file of a pack.
func TestNumbersStandOnPaperAlone(t *testing.T) {
	g := graphtext.Graph(t, "org a contacts=Desk\norg b\n1: a*\n2: b*\nflow f from 1 to 2: 1 -> 2")
	var n numbers.File
	if err := json.Unmarshal([]byte(`{"control":{"phone":"03-0000-0001"},"lines":[{"name":"Interpreter","phone":"03-0000-0002"}],"contacts":[{"organization":"a","level":1,"phone":"03-0000-0003","night":"03-0000-0004"},{"organization":"b","level":2,"chat":"@03-0000-0005"}]}`), &n); err != nil {
		t.Fatal(err)
	}
	for name, data := range packOf(t, g, graph.Scenario{}, n, graph.English) {
		text := string(data)
		if strings.HasSuffix(name, ".pdf") {
			text = strings.Join(pdftext.Pages(t, data), " ")
		}
		listed := strings.HasPrefix(name, "players-") || name == "contacts.pdf" || name == "pack.pdf"
		for i := 1; i <= 5; i++ {
			if number := fmt.Sprintf("03-0000-000%d", i); strings.Contains(text, number) != listed {
				t.Errorf("%s has the number %s: %v", name, number, !listed)
			}
		}
	}
}
