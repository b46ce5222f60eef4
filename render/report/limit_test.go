package report_test

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"tasuki/analysis"
	"tasuki/analysis/certainty"
	"tasuki/analysis/escalation"
	"tasuki/analysis/findings"
	"tasuki/analysis/loss"
	"tasuki/analysis/placement"
	"tasuki/analysis/rules"
	"tasuki/analysis/spof"
	"tasuki/graph"
	"tasuki/internal/graphtext"
	"tasuki/internal/samples"
	"tasuki/render/document"
	"tasuki/render/messages"
	"tasuki/render/report"
)

// fork is a flow with three paths, and one with a single one.
const fork = `1: a*
2: b*
3: c*
4: d*
5: a*
flow fork from 1 to 5: 1 -> 2 -> 5, 1 -> 3 -> 5, 1 -> 4 -> 5
flow line from 1 to 2: 1 -> 2
`

// TestPathsThatALimitCutOff checks that a list of paths is called whole exactly
// when it is, wherever it is written.
func TestPathsThatALimitCutOff(t *testing.T) {
	g := graphtext.Graph(t, fork)
	says := map[messages.Language]struct{ none, others, group, gist string }{
		messages.In(graph.English):  {"There is no other path from 1.", "There are other paths from 1;", "%d of at least %d alternates from 1", ", at least %d alternate"},
		messages.In(graph.Japanese): {"1 からの経路は他にない。", "1 からの経路は他にもある", "1 からの代替経路（%[2]d 以上のうち %[1]d）", "、代替経路%d本以上"},
	}
	for k := 1; k <= 4; k++ {
		r := analysis.Analyze(g, rules.Options{Paths: k})
		if line := r.Escalations[1].Ladders[0]; line.More {
			t.Errorf("paths %d: a flow with one path has more", k)
		}
		for _, lang := range samples.Languages() {
			for name, write := range map[string]func(io.Writer) error{
				"text":     func(w io.Writer) error { return report.EscalationText(w, g, r.Escalations, lang) },
				"markdown": func(w io.Writer) error { return report.Markdown(w, g, r, nil, lang) },
				"html":     func(w io.Writer) error { return writePages(w, g, r, nil, lang) },
			} {
				var b bytes.Buffer
				if err := write(&b); err != nil {
					t.Fatal(err)
				}
				text, s := b.String(), says[lang]
				if name != "text" {
					text = readable(name, text)
				}
				cut := k < 3
				for _, x := range []struct {
					phrase string
					times  int
				}{
					{s.none, 1},
					{s.others, count(k == 1)},
					{fmt.Sprintf(s.group, k-1, k), count(cut && k > 1)},
					{fmt.Sprintf(s.gist, k), count(cut && name != "text")},
				} {
					if got := strings.Count(text, x.phrase); got != x.times {
						t.Errorf("paths %d, %s, %s: %q stands there %d times, want %d", k, name, lang.Lang, x.phrase, got, x.times)
					}
				}
			}
		}
	}
}

func count(is bool) int {
	if is {
		return 1
	}
	return 0
}

// TestWhatASearchCutOff checks that sets and marks are called all there are only
// where a search has looked at everything.
func TestWhatASearchCutOff(t *testing.T) {
	g := graphtext.Graph(t, "1: a*\n2: b*\n3: c*?d\n4: d*\n5: a*\nflow f from 1 to 5: 1 -> 2 -> 5, 1 -> 3 -> 5, 1 -> 4 -> 5")
	sets := make([][]string, 9)
	for i := range sets {
		sets[i] = []string{"a", "b"}
	}
	lost := func(change func(*loss.LossSet)) func(*testing.T, messages.Language) string {
		return func(t *testing.T, lang messages.Language) string {
			l := loss.LossesOf(g, rules.Options{})
			r := &l.LossSets.Readings[0]
			*r.AnyFlow = loss.CriticalSets{Size: &loss.Bounds{Lower: 2, Upper: 2, Exact: true}, Known: loss.KnowAll, Count: 2, Sets: sets[:2]}
			change(r)
			return written(t, func(w io.Writer) error { return report.LossText(w, g, l, lang) })
		}
	}
	certain := func(change func(*certainty.Certainties)) func(*testing.T, messages.Language) string {
		return func(t *testing.T, lang messages.Language) string {
			c := certainty.CertaintiesOf(g, rules.Options{})
			change(&c)
			return written(t, func(w io.Writer) error {
				return report.CertaintyText(w, g, analysis.CertaintyReview{Certainties: c}, lang)
			})
		}
	}
	noneHang := func(c *certainty.Certainties) {
		for i := range c.Checks {
			m := &c.Checks[i]
			m.Pivotal, m.Smallest, m.Doubt, m.Exact = nil, nil, 0, true
		}
	}
	for _, c := range []struct {
		name   string
		text   func(*testing.T, messages.Language) string
		en, ja string
		not    [2]string
	}{
		{"all sets", lost(func(*loss.LossSet) {}), "together: a + b or a + b.", "a + b、または a + b。", [2]string{"or perhaps others", "ほかにもありうる"}},
		{"some sets", lost(func(r *loss.LossSet) { r.AnyFlow.Known = loss.KnowSome }), "a + b or a + b or perhaps others.", "（ほかにもありうる）", [2]string{"in all)", "全部で"}},
		{"all of many", lost(func(r *loss.LossSet) { r.AnyFlow.Count, r.AnyFlow.Sets = 9, sets }), "or others (9 in all)", "全部で9組", [2]string{"at least 9", "少なくとも9"}},
		{"some of many", lost(func(r *loss.LossSet) {
			r.AnyFlow.Known, r.AnyFlow.Count, r.AnyFlow.Sets = loss.KnowSome, 9, sets
		}), "or others (at least 9 in all)", "少なくとも9組", [2]string{"(9 in all)", "全部で9"}},
		{"a list that ends within a size", lost(func(r *loss.LossSet) {
			r.AnyFlow.Known, r.AnyFlow.Count, r.AnyFlow.Sets = loss.KnowSmallest, 12, sets
		}), "or others (at least 9 in all)", "少なくとも9組", [2]string{"(9 in all)", "全部で9"}},
		{"a flow's list that is cut", lost(func(r *loss.LossSet) {
			r.Critical[0].Known, r.Critical[0].Count, r.Critical[0].Sets = loss.KnowAll, 12, sets
		}), "and 6 more, the first 3 in the", "うち初めの3組は", [2]string{"and perhaps", "ほかにもありうる"}},
		{"a flow's search that is cut", lost(func(r *loss.LossSet) { r.Critical[0].Known = loss.KnowSome }), "and perhaps others", "ほかにもありうる", [2]string{"no loss stops it", "どの組織が不在でも止まらない"}},
		{"a robust set", lost(func(r *loss.LossSet) { r.Robust.Complete = false }), "or perhaps others.", "（ほかにもありうる）", [2]string{"in all)", "全部で"}},
		{"a cut of organizations", func(t *testing.T, lang messages.Language) string {
			p, err := spof.PointsOfFailureOf(g, rules.Options{})
			if err != nil {
				t.Fatal(err)
			}
			c := p.Flows[0].OrganizationCut
			c.All, c.Size = false, loss.Bounds{Lower: 2, Upper: 2, Exact: true}
			return written(t, func(w io.Writer) error { return report.SPOFText(w, g, p, lang) })
		}, "and perhaps others", "（ほかにもありうる）", [2]string{"and others", "a ほか"}},
		{"no mark hangs", certain(noneHang), "No conclusion hangs on any of them.", "どの結論もこれらの読み方に左右されない", [2]string{"not every reading", "調べてはいない"}},
		{"no mark was found to hang", certain(func(c *certainty.Certainties) { noneHang(c); c.Checks[0].Exact = false }),
			"No conclusion was found to hang on any of them", "調べてはいない", [2]string{"No conclusion hangs", "左右されない"}},
		{"a conclusion was not computed", certain(func(c *certainty.Certainties) { noneHang(c); c.Second.Certainty = placement.NotComputed }),
			"No conclusion was found to hang on any of them", "調べてはいない", [2]string{"No conclusion hangs", "左右されない"}},
		{"flows that were not computed", certain(func(c *certainty.Certainties) { c.FlowSPOFs[0].Certainty = placement.NotComputed }),
			"was not computed for every reading for 1 of 1 flow", "1件ではすべての読み方で計算しておらず", [2]string{"is the same in all readings for 0 of", "0件でどう読んでも"}},
	} {
		for lang, says := range map[messages.Language]string{messages.In(graph.English): c.en, messages.In(graph.Japanese): c.ja} {
			not := c.not[0]
			if lang.Lang == graph.Japanese {
				not = c.not[1]
			}
			if text := c.text(t, lang); !strings.Contains(text, says) || strings.Contains(text, not) {
				t.Errorf("%s, %s: the text lacks %q or holds %q:\n%s", c.name, lang.Lang, says, not, text)
			}
		}
	}
}

// TestAbsenceAsRead checks that a flow is said to keep its tasks only as the
// marks are read where another reading loses some.
func TestAbsenceAsRead(t *testing.T) {
	for marks, says := range map[string][2]string{
		"2: b*":              {"the flow keeps all its tasks.", "手順のすべての作業が実施できる。"},
		"2: b*?x":            {"the flow keeps all its tasks as the marks are read. If uncertain marks are read otherwise, 1 more task may be lost: 2.", "現在の読み方では手順のすべての作業が実施できる。不確かな印の読み方によっては、さらに作業1件が失われうる：2。"},
		"2: b*?x\n3: x*":     {"1 task of the flow is left out: 3. If uncertain marks are read otherwise, 1 more task may be lost: 2.", "手順の1件の作業が実施できない：3。不確かな印"},
		"2: b*?x\n3: b*?x|y": {"2 more tasks may be lost: 2, 3.", "作業2件が失われうる：2、3。"},
	} {
		g := graphtext.Graph(t, "org x\n1: a*\n"+marks+"\n4: a*\nflow f from 1 to 4: 1 -> 2 -> 4, 1 -> 4"+map[bool]string{true: ", 2 -> 3"}[strings.Contains(marks, "3:")])
		e, err := escalation.Escalations(g, "f", escalation.EscalationOptions{Without: []string{"x"}})
		if err != nil {
			t.Fatal(err)
		}
		for i, lang := range []messages.Language{messages.In(graph.English), messages.In(graph.Japanese)} {
			if text := written(t, func(w io.Writer) error { return report.EscalationText(w, g, []escalation.Escalation{e}, lang) }); !strings.Contains(text, says[i]) {
				t.Errorf("%q, %s: the text lacks %q:\n%s", marks, lang.Lang, says[i], text)
			}
		}
	}
}

func written(t *testing.T, write func(io.Writer) error) string {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// writePages writes the pages of a report behind each other.
func writePages(w io.Writer, g *graph.Graph, r findings.Review, drawings []document.Drawing, lang messages.Language) error {
	files, err := report.HTML(g, r, drawings, lang)
	for _, f := range files {
		if strings.HasSuffix(f.Name, ".html") {
			w.Write(f.Data)
		}
	}
	return err
}
