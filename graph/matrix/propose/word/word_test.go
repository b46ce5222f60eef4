package word

import (
	"slices"
	"testing"

	"tasuki/graph"
)

func TestNames(t *testing.T) {
	for _, test := range []struct{ cells, want []string }{
		{[]string{"Ops, Vendor", "Vendor; QA", "Ops\nAudit"}, []string{"Ops", "Vendor", "QA", "Audit"}},
		{[]string{"Ops/QA", "QA"}, []string{"Ops", "QA"}},
		{[]string{"Network / telco", "Network / telco"}, []string{"Network / telco"}},
		{[]string{"情報課・総務課", "総務課"}, []string{"情報課", "総務課"}},
		{[]string{"データ・センター"}, []string{"データ・センター"}},
		{[]string{"甲社、乙社", "甲社｜丙社"}, []string{"甲社", "乙社", "丙社"}},
	} {
		if got := Names(test.cells); !slices.Equal(got, test.want) {
			t.Errorf("%q name %q, want %q", test.cells, got, test.want)
		}
	}
}

func TestAlike(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"保守ベンダー", "保守ヘ\u3099ンタ\u3099ー", true},
		{"ＯＰＳ デスク", "OPSデスク", true},
		{"ﾍﾞﾝﾀﾞｰ", "ベンダー", true},
		{"Help-desk", "help desk", true},
		{"データ・エントリ業者", "データエントリー業者", true},
		{"Vendor 1", "Vendor 2", false},
		{"Ops", "QA", false},
	} {
		if got := Alike(test.a, test.b); got != test.want {
			t.Errorf("%q and %q alike: %v", test.a, test.b, got)
		}
	}
}

func TestRoleOf(t *testing.T) {
	for text, want := range map[string]graph.Role{
		"Responsible": graph.Lead, "R": graph.Lead, "Responsible (R)": graph.Lead, "主担当": graph.Lead,
		"Accountable party": graph.Accountable, "承認者": graph.Accountable, "**Consulted**": graph.Support, "副担当": graph.Support,
		"I": graph.Informed, "報告先": graph.Informed, "Vendor": "", "Task": "",
	} {
		if got, ok := RoleOf(text); got != want || ok != (want != "") {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}
