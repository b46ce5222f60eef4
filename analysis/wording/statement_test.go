package wording

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"tasuki/graph"
)

func TestStatement(t *testing.T) {
	name := graph.Name{JA: "甲。乙", EN: "A; <b>"}
	first := Claim("%sが持つ", "%s leads", name)
	s := first.Aside("最多", ", most of all").And("第%d位", "number %d", 1).With("(%s)", " (%s)", name)
	if other := first.And("別", "other"); len(first.JA) != 1 || other.In(graph.English) != "A; <b> leads; other" {
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
