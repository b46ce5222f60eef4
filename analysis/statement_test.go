package analysis

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/internal/graphtext"
)

func TestStatement(t *testing.T) {
	name := graph.Name{JA: "甲。乙", EN: "A; <b>"}
	first := claim("%sが持つ", "%s leads", name)
	s := first.aside("最多", ", most of all").and("第%d位", "number %d", 1).with("(%s)", " (%s)", name)
	if other := first.and("別", "other"); len(first.JA) != 1 || other.In(graph.English) != "A; <b> leads; other" {
		t.Errorf("a statement was changed by what was made of it: %q, %q", first, other)
	}
	if ja, en := []string{"甲。乙が持つ", "最多", "第1位(甲。乙)"}, []string{"A; <b> leads, most of all", "number 1 (A; <b>)"}; !slices.Equal(s.Clauses(graph.Japanese), ja) || !slices.Equal(s.Clauses(graph.English), en) {
		t.Errorf("the clauses are %q and %q", s.JA, s.EN)
	}
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(s); err != nil || b.String() != `{"ja":"甲。乙が持つ。最多。第1位(甲。乙)","en":"A; <b> leads, most of all; number 1 (A; <b>)"}`+"\n" {
		t.Errorf("in JSON it is %s (%v)", b.String(), err)
	}
	var back Statement
	if err := json.Unmarshal([]byte(b.String()), &back); err != nil || len(back.EN) != 1 || back.In(graph.Japanese) != s.In(graph.Japanese) || back.In(graph.English) != s.In(graph.English) {
		t.Errorf("it reads back as %+v (%v)", back, err)
	}
}

// TestStopsOfUnknownReadings takes away what is known of one flow: then it is not
// known whether it is stopped in every reading.
func TestStopsOfUnknownReadings(t *testing.T) {
	g := graphtext.Graph(t, "1: a*\n2: o*\n3: a*\n4: o*?b\nflow f from 1 to 3: 1 -> 2 -> 3\nflow g from 1 to 3: 1 -> 4 -> 3")
	r := Analyze(g, Options{})
	for _, c := range []struct {
		unknown bool
		ja, en  string
	}{
		{false, "。1件はどう読んでも止まる", "; flows that it stops in every reading: 1"},
		{true, "。少なくとも0件はどう読んでも止まる", "; flows that it stops in every reading: at least 0"},
	} {
		if c.unknown {
			r.Certainties.FlowSPOFs[0].Always = nil
		}
		h := worstStop(g, r)
		if len(h) == 0 || h[0].Subject.ID != "o" || !strings.HasSuffix(h[0].Message.In(graph.Japanese), c.ja) || !strings.HasSuffix(h[0].Message.In(graph.English), c.en) {
			t.Errorf("the headline is %+v, want one that ends in %q", h, c.en)
		}
	}
}
