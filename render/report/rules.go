package report

import (
	"io"

	"tasuki/analysis/findings"
	"tasuki/graph"
	"tasuki/render/document"
	"tasuki/render/document/text"
	"tasuki/render/messages"
	"tasuki/render/messages/catalogue"
)

// Rule is a rule that findings come from, with why these matter.
type Rule struct {
	findings.LintRule
	Why graph.Name `json:"why"` // one sentence
}

// Rules returns every rule, in the order of [findings.LintRules].
func Rules() []Rule {
	var list []Rule
	for _, r := range findings.LintRules() {
		why := func(lang graph.Lang) string { return messages.Printer{Language: messages.In(lang)}.Why(r.ID) }
		list = append(list, Rule{r, graph.Name{JA: why(graph.Japanese), EN: why(graph.English)}})
	}
	return list
}

// RulesText writes every rule with its severity, what one of its findings is about and why
// it matters. Errors are those of w.
func RulesText(w io.Writer, lang messages.Language) error {
	p := messages.Printer{Language: lang}
	t := &document.Table{Columns: []document.Column{p.Left("Rule"), p.Left("Severity"), p.Left("One finding is about"), p.Wide("Why it matters")}}
	for _, r := range findings.LintRules() {
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
			{Text: document.Phrase{{Text: r.ID, Style: document.IDStyle}}}, document.Text(p.Plain(string(r.Severity))), document.Text(p.Plain(aboutWord(r.About))), document.Text(p.Why(r.ID)),
		}})
	}
	return text.WriteText(w, []document.Block{{Table: t}})
}

// aboutWord returns what one finding is about, as a word.
func aboutWord(a findings.About) string {
	switch a {
	case findings.AnOrganization:
		return catalogue.Key("an organization||of a finding")
	case findings.AFlow:
		return catalogue.Key("a flow||of a finding")
	case findings.Tasks:
		return catalogue.Key("all tasks that break the rule||of a finding")
	}
	return catalogue.Key("the dataset||of a finding")
}
