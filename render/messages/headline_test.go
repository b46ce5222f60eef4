package messages_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tasuki/analysis"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/graph/files"
	"tasuki/internal/graphtext"
	"tasuki/internal/samples"
	"tasuki/render/messages"
)

const fault = "\nflow f from 1 to 3: 1 -> 2 -> 3"

// headlines returns what the headlines of a text say, and what each rests on.
func headlines(t *testing.T, g *graph.Graph, lang graph.Lang) (said, why []string) {
	t.Helper()
	p := messages.Printer{Graph: g, Language: messages.In(lang)}
	for _, h := range analysis.Analyze(g, rules.Options{}).Headlines {
		said, why = append(said, p.Closed(h.Message)), append(why, p.Reason(h).String())
	}
	return said, why
}

// TestHeadlines reads the sentences about invented datasets: one that leads most and stops
// all, ties, flows that go on, no flows, no leads, one organization, ends, and rules under
// which others take over.
func TestHeadlines(t *testing.T) {
	for text, want := range map[string]string{
		"rules each none\n1: a*\n2: a*\n3: b*" + fault:               "a leads 2 of 3 tasks (67 %). If it drops out, the only flow stops. No other party is ready to take over.",
		"rules each none\n1: a*\n2: b*\n3: c*" + fault:               "3 organizations lead most, 1 of 3 tasks each: a tie, so none is a bottleneck. If b drops out, the only flow stops. No other party is ready to take over any task whose lead drops out.",
		"rules any none\n1: a* b*\n2: a* b*\n3: a* b*" + fault:       "2 organizations lead most, 3 of 3 tasks each: a tie, so none is a bottleneck. The only flow goes on whichever organization drops out. Whoever drops out, another party is ready to take over 3 of 3 led tasks.",
		"rules each none\n1: a*\n2: b* c*\n3: a*\n4: a*" + fault:     "a leads 3 of 4 tasks (75 %). Any one of 2 organizations stops 1 of 1 flows when it drops out. No other party is ready to take over from a.",
		"rules any fallback\n1: a*\n2: b* c\n3: c*\n4: a* b" + fault: "a leads 2 of 4 tasks (50 %). Any one of 2 organizations stops 1 of 1 flows when it drops out, but only at their start or goal. Others are ready to take over 1 of the 2 tasks of a.",
		"rules any fallback\n1: a*\n2: b* c\n3: a*\n4: a* b" + fault: "a leads 3 of 4 tasks (75 %). If it drops out, the only flow stops, only at their start or goal. Others are ready to take over 1 of its 3 tasks.",
		"rules each none\n1: a*\n2: a*":                              "a leads 2 of 2 tasks (100 %). No other party is ready to take over. No flow is declared, so it is not known what stops when a party drops out.",
		"1: a\n2:":                                                   "Nobody leads 2 of 2 tasks. No flow is declared, so it is not known what stops when a party drops out.",
		"":                                                           "No flow is declared, so it is not known what stops when a party drops out.",
		"rules each none\n1: a*\n2: a*\n3: b*\n4: a" + fault + "\nflow g from 1 to 1:": "a leads 2 of 4 tasks (50 %). If it drops out, all 2 flows stop. Nobody leads 1 of 4 tasks.",
	} {
		if got, _ := headlines(t, graphtext.Graph(t, text), graph.English); strings.Join(got, " ") != want {
			t.Errorf("%s\nsays\n%s\nwant\n%s", text, strings.Join(got, " "), want)
		}
	}
}

// TestHeadlinesSayWhy wants beside each sentence how sure it is, over readings and rules.
func TestHeadlinesSayWhy(t *testing.T) {
	for text, want := range map[string][]string{
		"rules each none\n1: ops*\n2: ops*?b\n3: b*": {
			"± Depends on uncertain marks: it leads most as read, not in every reading of the uncertain mark (1 task); 1 to 2 tasks, by reading; it is among the first in 50.0 % of all readings.",
			"✓ Sure: the same in every reading of the uncertain mark.", "– Not declared: fill in the table",
		},
		"1: a*\n2: a* b\n3: b*" + fault: {
			"✓ Sure: no mark is uncertain.",
			"± Depends on a rule that nobody declared: no mark is uncertain; assumes that no supporter stands in; if a supporter stands in: 1 flow, only where it starts or ends.",
			"± Depends on a rule that nobody declared: no mark is uncertain; assumes that no supporter stands in; if a supporter stands in: 1 task.",
		},
		"rules each none\n1: a*\n2: a* b\n3: b*": {
			"✓ Sure", "✓ Sure: no mark is uncertain; others lead or support 1 of them too, but the rules are that each of several leads is needed and that no supporter stands in.", "–",
		},
		"rules any fallback\n1: a*\n2: a*?d b\n3: a* b\n4: b*\n5: a*": {
			"✓ Sure: it leads most", "± Depends on uncertain marks: so as read, not in every reading of the uncertain mark (1 task); 1 to 2 tasks, by reading.", "–",
		},
		"rules each none\n1: a*\n2: b*\n3: c*": {"✓ Sure: a, b, c; no mark is uncertain.", "✓ Sure", "–"},
	} {
		_, why := headlines(t, graphtext.Graph(t, text), graph.English)
		if !slices.EqualFunc(why, want, strings.HasPrefix) {
			t.Errorf("%s\nsays %q\nwant %q", text, why, want)
		}
	}
}

// What a committee reads first is short and in plain words, whatever things are called: at
// most three sentences of at most 25 words, or 80 characters in Japanese.
func TestHeadlinesAreShort(t *testing.T) {
	long := strings.Repeat("very long name of an organization ", 3)
	graphs := map[string]*graph.Graph{}
	for _, path := range []string{"../../examples/pension", "../../examples/helpdesk"} {
		g, err := files.Open(t.Context(), path, files.Options{})
		if err != nil {
			t.Fatal(err)
		}
		graphs[path] = g
	}
	for i, text := range []string{
		"", "1:", "1: a", "1: a*", "1: a*?b", "1: a* b*" + fault[:0], "1: a*\n2: a*\n3: a*" + fault, samples.Relay,
		fmt.Sprintf("org a %[1]q\norg b %[1]q\n1: a*\n2: b*\n3: a*%[2]s", long, fault),
		fmt.Sprintf("org a %[1]q\norg b %[1]q\n1: a*\n2: b*\n3: a*\n4: b*%[2]s", long, fault),
		fmt.Sprintf("org a %[1]q\norg b %[1]q\n1: a*\n2: b*\n3: a*\n4: b* a*\n5: a*\nflow f from 4 to 4: 4 -> 5, 5 -> 4\nflow g from 1 to 3: 1 -> 2 -> 3", strings.Repeat("とても長い名前の組織", 9)),
		fmt.Sprintf("org a %q\nrules any fallback\n1: a*\n2: b* a\n3: a*\n4: a* b%s", long, fault),
		fmt.Sprintf("org %s\n1: %[1]s*\n2: %[1]s*\n3: b*", strings.Repeat("x", 300)),
	} {
		graphs[fmt.Sprint("text ", i)] = graphtext.Graph(t, text)
	}
	unread, err := graphtext.Parse("1: a*\n2: a*\n3: b*" + fault)
	if err != nil {
		t.Fatal(err)
	}
	unread.Account = &graph.Account{Rows: graph.RowCount{In: 3, Loaded: 3}, Marks: graph.MarkCount{In: 4, Printed: 3, Unread: 1}, Unread: []graph.UnreadMark{{Task: "2", Source: graph.Source{File: "m.tsv", Line: 3, Mark: "§"}}}}
	if graphs["unread"], err = graph.New(unread); err != nil {
		t.Fatal(err)
	}
	for name, g := range graphs {
		english, _ := headlines(t, g, graph.English)
		for _, said := range english {
			if n := len(strings.Fields(said)); n > 25 || plainless(said) {
				t.Errorf("%s: %d words: %s", name, n, said)
			}
		}
		japanese, _ := headlines(t, g, graph.Japanese)
		for _, said := range japanese {
			if n := len([]rune(said)); n > 80 || plainless(said) {
				t.Errorf("%s: %d characters: %s", name, n, said)
			}
		}
		if len(english) == 0 || len(english) > 3 || len(japanese) != len(english) {
			t.Errorf("%s: the sentences are %q", name, english)
		}
	}
}

// plainless reports whether a sentence says what needs a definition.
func plainless(said string) bool {
	return strings.Contains(said, "HHI") || strings.Contains(said, "leads:") || strings.Contains(said, "support:")
}
