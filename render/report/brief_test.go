package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tasuki/analysis"
	"tasuki/analysis/findings"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/graph/files"
	"tasuki/internal/graphtext"
	"tasuki/internal/samples"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// results is what the brief says, in the words of results.json.
type results struct {
	Hash   string
	Totals struct{ Tasks, Flows, Uncertain, Assignments int }

	Bottleneck struct {
		Organizations []struct {
			Organization string
			LeadMarks    int `json:"lead_marks"`
		}
	}
	Losses []struct {
		InForce       bool `json:"in_force"`
		Organizations []struct {
			Organization string
			Lost         []string
			Broken       []struct{ Flow string }
		}
	}
	FlowSPOFs []struct {
		Flow          string
		Tasks         []string
		Organizations []struct {
			Organization string
			Lost         []string
			AtEndsOnly   bool `json:"at_ends_only"`
		}
	} `json:"flow_spofs"`
	Inference struct{ Handoffs, Inferred int }
	Actions   []findings.Action
}

func resultsOf(t *testing.T, g *graph.Graph, r findings.Review) (x results) {
	t.Helper()
	var b bytes.Buffer
	if err := ResultsJSON(&b, g, r); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b.Bytes(), &x); err != nil {
		t.Fatal(err)
	}
	return x
}

// said returns the brief as text, block by block.
func briefText(g *graph.Graph, r findings.Review, lang graph.Lang) []string {
	var lines []string
	for _, b := range Brief(g, r, nil, messages.In(lang))[0].Blocks {
		for _, x := range slices.Concat([]document.Phrase{b.Head, b.Note, b.Text}, b.Items, b.Steps) {
			lines = append(lines, x.String())
		}
		for _, f := range b.Facts {
			lines = append(lines, f.Term+": "+f.Value.String())
		}
	}
	return slices.DeleteFunc(lines, func(s string) bool { return s == "" })
}

// TestBriefFiguresAreThoseOfResults computes what the brief of the example says from
// results.json, in both languages.
func TestBriefFiguresAreThoseOfResults(t *testing.T) {
	g, err := files.Open(t.Context(), "../../examples/pension", files.Options{})
	if err != nil {
		t.Fatal(err)
	}
	r := analysis.Analyze(g, rules.Options{})
	x := resultsOf(t, g, r)
	top := x.Bottleneck.Organizations[0]
	var stopped, lost int
	for _, o := range x.Losses[0].Organizations {
		if o.Organization == top.Organization && x.Losses[0].InForce {
			stopped, lost = len(o.Broken), len(o.Lost)
		}
	}
	if stopped != x.Totals.Flows || lost != top.LeadMarks {
		t.Fatalf("%s stops %d of %d flows and loses %d of %d tasks: this test expects all", top.Organization, stopped, x.Totals.Flows, lost, top.LeadMarks)
	}
	share := fmt.Sprintf("%.0f %%", 100*float64(top.LeadMarks)/float64(x.Totals.Tasks))
	for lang, want := range map[graph.Lang][]string{
		graph.English: {
			fmt.Sprintf("leads %d of %d tasks (%s).", top.LeadMarks, x.Totals.Tasks, share), fmt.Sprintf("If it drops out, all %d flows stop.", stopped), "No other party is ready to take over.",
			fmt.Sprintf("%d of %d marks are uncertain.", x.Totals.Uncertain, x.Totals.Assignments), fmt.Sprintf("%d of %d handoffs, counted in each flow, are inferred.", x.Inference.Inferred, x.Inference.Handoffs), x.Hash[:12],
		},
		graph.Japanese: {
			fmt.Sprintf("作業は%d件のうち%d件（%s）。", x.Totals.Tasks, top.LeadMarks, share), fmt.Sprintf("この組織が不在の場合に、手順%d件がすべて止まる。", stopped), "代われる組織はほかにない。",
			fmt.Sprintf("印%d個のうち%d個が不確か。", x.Totals.Assignments, x.Totals.Uncertain), fmt.Sprintf("引き継ぎ%d件のうち%d件は推定", x.Inference.Handoffs, x.Inference.Inferred), x.Hash[:12],
		},
	} {
		text := strings.Join(briefText(g, r, lang), "\n")
		for _, w := range want {
			if !strings.Contains(text, w) {
				t.Errorf("the brief does not say %q:\n%s", w, text)
			}
		}
	}
	checkActions(t, g, x, briefText(g, r, graph.English))
}

// checkActions counts again what the deputies are to be agreed for, and who helps already.
func checkActions(t *testing.T, g *graph.Graph, x results, brief []string) {
	t.Helper()
	for _, a := range x.Actions {
		tasks, flows := map[string]bool{}, map[string]bool{}
		for _, f := range x.FlowSPOFs {
			for _, o := range f.Organizations {
				for _, id := range o.Lost {
					if o.Organization == a.Organization && !o.AtEndsOnly && slices.Contains(f.Tasks, id) {
						tasks[id], flows[f.Flow] = true, true
					}
				}
			}
		}
		if a.Kind != findings.AgreeDeputy || len(tasks) != len(a.Tasks) || len(flows) != len(a.Flows) {
			t.Errorf("%s of %s is about %d tasks and %d flows, want %d and %d", a.Kind, a.Organization, len(a.Tasks), len(a.Flows), len(tasks), len(flows))
		}
		first := a.Helpers[0]
		n := 0
		org, _ := g.OrganizationIndex(first.Organization)
		for id := range tasks {
			task, _ := g.TaskIndex(id)
			if slices.Contains(g.Leads(task), org) || slices.Contains(g.Supports(task), org) {
				n++
			}
		}
		want := []string{fmt.Sprintf("for the %d tasks of ", len(tasks)), fmt.Sprintf("that stop %d flows, first %s ", len(flows), a.Tasks[0]), fmt.Sprintf("%s (%d tasks)", g.Organizations()[org].Name.In(graph.English), n)}
		if !slices.ContainsFunc(brief, func(line string) bool {
			return !slices.ContainsFunc(want, func(w string) bool { return !strings.Contains(line, w) })
		}) {
			t.Errorf("no line of the brief says %q:\n%s", want, strings.Join(brief, "\n"))
		}
	}
	if len(x.Actions) != 3 {
		t.Errorf("there are %d actions", len(x.Actions))
	}
}

// TestActions wants the severest first, then what stops most flows, ties by ID, equal ones
// once, and none where there is nothing to do.
func TestActions(t *testing.T) {
	for text, want := range map[string][]string{
		"rules each none\n1: a*\n2: b* c\n3: a*\nflow f from 1 to 3: 1 -> 2 -> 3": {
			"High: Agree a deputy for the task of b that stops 1 flow: 2. Already leading or supporting there: c (1 task).",
			"High: Agree who shares the 2 tasks that a alone can do, first 1, 3. Nobody else leads or supports any of it yet.",
		},
		"rules each none\n1: a*\n2: b*\n3: c*\n4: a*\n5: b*\nflow f from 1 to 4: 1 -> 2 -> 3 -> 4\nflow g from 1 to 4: 1 -> 3 -> 4": {
			"High: Agree a deputy for the task of c that stops 2 flows: 3. Nobody else leads or supports any of it yet.",
			"High: Agree a deputy for the task of b that stops 1 flow: 2. Nobody else leads or supports any of it yet.",
			"Medium: Agree who shares the 2 tasks that a alone can do, first 1, 4.",
		},
		"rules each none\n1: a*\n2: b*\n3: b*\n4: a*\nflow f from 1 to 4: 1 -> 2 -> 4, 1 -> 3 -> 4": {
			"High: Agree who takes over what 1 flow lose with b, first 2, 3.",
		},
		"rules any fallback\n1: a* b*\n2: a* b*\nflow f from 1 to 2: 1 -> 2": nil,
		"rules each none\n1: a b\n2: a\n3: c*": {
			"High: Decide who leads the 2 tasks that nobody leads, first 1, 2. Already leading or supporting there: a (2 tasks), b (1 task).",
		},
	} {
		g := graphtext.Graph(t, text)
		var got []string
		for _, line := range briefText(g, analysis.Analyze(g, rules.Options{}), graph.English) {
			if regexp.MustCompile(`^(High|Medium|Low|Info): `).MatchString(line) {
				got = append(got, line)
			}
		}
		for i, w := range want {
			if i >= len(got) || !strings.HasPrefix(got[i], w) {
				t.Errorf("%s\ngives\n%s\nwant as number %s\n%s", text, strings.Join(got, "\n"), strconv.Itoa(i+1), w)
			}
		}
		if want == nil && slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, "High") }) {
			t.Errorf("%s\ngives\n%s", text, strings.Join(got, "\n"))
		}
	}
}

// code finds words of files among those of people.
var code = regexp.MustCompile(`\b(leads|support):? ?(any|each|fallback|none)\b`)

// TestJapaneseHasNoCodes reads the brief and the whole report for the values of the rules.
func TestJapaneseHasNoCodes(t *testing.T) {
	graphs := []*graph.Graph{samples.RelayGraph(t), graphtext.Graph(t, "1: a* b*\n2: a* b\n3: b*\nflow f from 1 to 3: 1 -> 2 -> 3")}
	for _, g := range graphs {
		r := analysis.Analyze(g, rules.Options{})
		var page bytes.Buffer
		if err := Markdown(&page, g, r, nil, messages.In(graph.Japanese)); err != nil {
			t.Fatal(err)
		}
		for _, text := range append(briefText(g, r, graph.Japanese), page.String()) {
			if at := code.FindStringIndex(text); at != nil {
				t.Errorf("a page says %q", text[max(0, at[0]-60):min(len(text), at[1]+60)])
			}
		}
	}
}

// TestCommandsForAServer stand only where one was asked.
func TestCommandsForAServer(t *testing.T) {
	g := samples.RelayGraph(t)
	r := analysis.Analyze(g, rules.Options{})
	for _, r.Asked = range []bool{false, true} {
		var page bytes.Buffer
		if err := Markdown(&page, g, r, nil, messages.In(graph.English)); err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(page.String(), "tasuki query run"); got != r.Asked {
			t.Errorf("a server was asked: %v, and commands stand there: %v", r.Asked, got)
		}
	}
}
