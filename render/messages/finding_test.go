package messages_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tasuki/analysis/findings"
	"tasuki/analysis/placement"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/graphtext"
	"tasuki/internal/samples"
	"tasuki/render/messages"
)

// codes returns every code of package findings.
func codes(t *testing.T) []findings.Code {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "../../analysis/findings/statement.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var list []findings.Code
	ast.Inspect(file, func(n ast.Node) bool {
		if spec, ok := n.(*ast.ValueSpec); ok {
			code, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			list = append(list, findings.Code(code))
		}
		return true
	})
	return list
}

// TestEveryCodeIsSaid says each code in each language.
func TestEveryCodeIsSaid(t *testing.T) {
	g := graphtext.Graph(t, "1: a*")
	all := codes(t)
	if len(all) < 30 {
		t.Fatalf("the codes are %v", all)
	}
	for _, lang := range samples.Languages() {
		p := messages.Printer{Graph: g, Language: lang}
		said := map[string]findings.Code{}
		for _, code := range all {
			args := []any{1, 2, 3, 4, 5}
			about := rules.Subject{Kind: rules.AboutOrganization, ID: "a"}
			if slices.Contains([]findings.Code{findings.TheSame, findings.First}, code) {
				args = []any{placement.Holds, 1, []string{"1"}}
			}
			switch code {
			case findings.FirstInstead:
				args = []any{rules.Subject{Kind: rules.AboutOrganization, ID: "a"}, 2, 1}
			case findings.StopsBetween, findings.HelpedBy:
				args = []any{1, string(graph.EachLead), string(graph.NoSupport)}
			case findings.LeadsMost:
				args = []any{about, 1, 2, findings.Share(50)}
			case findings.DropsOut, findings.DropsOutAtEnds, findings.TakeOver, findings.TakeOverAny:
				args = []any{about, 1, 2}
			case findings.TiedAre:
				args = []any{[]string{"a"}}
			case findings.Assumes:
				args = []any{rules.Rules{Leads: graph.EachLead, Support: graph.NoSupport}, []rules.Instead[findings.Statement]{
					{Rules: rules.Rules{Leads: graph.AnyLead, Support: graph.NoSupport}, Says: findings.Statement{{Code: findings.NoneUncertain}}},
				}}
			}
			text := p.Statement(findings.Statement{{Code: code, Args: args}})
			if other, twice := said[text]; twice || text == "" {
				t.Errorf("%s says %q for %s and for %s", lang.Lang, text, code, other)
			}
			said[text] = code
		}
	}
}

// TestClauses keeps what names hold from parting a sentence, and lets a language
// make a clause of its own of what another adds to one.
func TestClauses(t *testing.T) {
	g := graphtext.Graph(t, "org a vendor \"A; <b>\"\n1: a*")
	a := rules.Subject{Kind: rules.AboutOrganization, ID: "a"}
	s := findings.Statement{
		{Code: findings.LeadsTasks, Args: []any{a, 2, 3, findings.Percent(66.66)}}, {Code: findings.MostMarks},
		{Code: findings.PassesHandoffs, Args: []any{1.5, 0.5, 2000, 1}}, {Code: findings.SupporterLimit, Args: []any{3}},
	}
	for _, c := range []struct {
		lang graph.Lang
		want []string
	}{
		{graph.English, []string{"A; <b> (a) leads 2 of 3 tasks (66.7 %), more than any other organization",
			"1.5 of 2,000 handoffs come to it or leave it and 0.5 stay within it, each shared equally among joint leads (number 1 by both together) (the limit is 3)"}},
		{graph.Japanese, []string{"A; <b>（a）が主担当の作業は3件のうち2件（66.7 %）で、どの組織よりも多い",
			"引き継ぎ2,000件のうち1.5件がこの組織に出入りし、0.5件は組織の中で渡る（主担当が複数なら等分。合わせて第1位）（上限 3）"}},
	} {
		p := messages.Printer{Graph: g, Language: messages.In(c.lang)}
		if got := p.Clauses(s); !slices.Equal(got, c.want) {
			t.Errorf("the clauses are %q, want %q", got, c.want)
		}
		if got, separator := p.Statement(s), map[graph.Lang]string{graph.English: "; ", graph.Japanese: "。"}[c.lang]; got != strings.Join(c.want, separator) {
			t.Errorf("the statement is %q", got)
		}
	}
}
