package report

import (
	"testing"

	"tasuki/graph"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// TestExplainedHeadsAreDefined checks that every head that leads to a definition
// is one of the report, and that there is that definition.
func TestExplainedHeadsAreDefined(t *testing.T) {
	terms := map[string]bool{}
	for _, d := range definitions() {
		terms[d.term] = true
	}
	heads := messages.In(graph.Japanese).Entries()
	for head, term := range messages.Explained {
		if !terms[term] || heads[head] == nil {
			t.Errorf("the head %q leads to the definition of %q", head, term)
		}
	}
}

func TestSay(t *testing.T) {
	en, ja := messages.Printer{Language: messages.In(graph.English)}, messages.Printer{Language: messages.In(graph.Japanese)}
	for _, x := range []struct{ got, want string }{
		{en.Plain("{1}: {2}", "{2}", 1234), "{2}: 1,234"},
		{ja.Plain("{1}: {2}", "a", document.Phrase{{Text: "b"}}), "a：b"},
		{en.Plain("no value, {x} and {"), "no value, {x} and {"},
		{en.Many(1, "{1} task", "{1} tasks").String(), "1 task"},
		{en.Many(0, "{1} task", "{1} tasks").String(), "0 tasks"},
		{ja.Many(1, "{1} task", "{1} tasks").String(), "作業1件"},
		{en.List([]document.Phrase{document.Words("a"), document.Words("b")}).String(), "a, b"},
		{ja.List([]document.Phrase{document.Words("a"), document.Words("b")}).String(), "a、b"},
		{en.Sentences(document.Words("A."), nil, document.Words("B.")).String(), "A. B."},
		{ja.Sentences(document.Words("A。"), document.Words("B。")).String(), "A。B。"},
	} {
		if x.got != x.want {
			t.Errorf("said %q, want %q", x.got, x.want)
		}
	}
}
