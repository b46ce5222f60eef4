package report_test

import (
	"encoding/json"
	"html"
	"io"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"tasuki/analysis"
	"tasuki/analysis/drill"
	"tasuki/analysis/escalation"
	"tasuki/analysis/findings"
	"tasuki/analysis/loss"
	"tasuki/analysis/rules"
	"tasuki/analysis/spof"
	"tasuki/graph"
	"tasuki/graph/files"
	"tasuki/graph/numbers"
	"tasuki/internal/seeds"
	"tasuki/render/diagram"
	"tasuki/render/document"
	sheets "tasuki/render/document/html"
	"tasuki/render/drawings"
	"tasuki/render/drillpack"
	"tasuki/render/messages"
	"tasuki/render/messages/catalogue"
	"tasuki/render/report"
	"tasuki/render/report/section"
)

// pseudo returns a language that differs from every other in each of its texts:
// letters that no ASCII text has, around the arguments. What holds no word, such as
// a comma between the items of a list, stays.
func pseudo(t *testing.T) messages.Language {
	t.Helper()
	entries := map[string]string{}
	for key := range catalogue.In(graph.Japanese).Entries() {
		text, _, _ := strings.Cut(key, "||")
		if letter.MatchString(catalogue.Value.ReplaceAllString(text, "")) {
			text = "⟦ƒöö" + strings.Join(catalogue.Value.FindAllString(key, -1), " ") + "⟧"
		}
		entries[key] = text
	}
	data, err := json.Marshal(entries)
	if err != nil {
		t.Fatal(err)
	}
	l, err := catalogue.Read("qps", data)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// word is what a text in English or Japanese consists of.
var word = regexp.MustCompile(`[A-Za-z]{3,}|[\p{Han}\p{Hiragana}\p{Katakana}]`)

var letter = regexp.MustCompile(`\p{L}`)

// codes are words of no language: commands with the names of rules and questions,
// values of the rules of a matrix, the name of a list that exercises have in every
// language, and time zones.
var codes = regexp.MustCompile(`tasuki query run [a-z-]+|leads: [a-z]+, support: [a-z]+|\b(?:(?:` + ruleNames() + `)(?:-[0-9a-f]{8})?|any|each|fallback|none|MSEL)\b|\b[A-Z][a-z]+/[A-Z][a-z]+\b`)

func ruleNames() string {
	var names []string
	for _, r := range findings.LintRules() {
		names = append(names, r.ID)
		if r.Query != "" {
			names = append(names, r.Query)
		}
	}
	slices.SortFunc(names, func(a, b string) int { return len(b) - len(a) })
	return strings.Join(names, "|")
}

// TestThirdLanguage makes a language of one catalogue and looks for words of any
// other in all that is written.
func TestThirdLanguage(t *testing.T) {
	lang := pseudo(t)
	for _, example := range []string{"helpdesk", "pension"}[:seeds.Size(2, 1)] {
		read, err := files.Open(t.Context(), "../../examples/"+example, files.Options{})
		if err != nil {
			t.Fatal(err)
		}
		g, err := graph.New(numbered(read.Dataset()))
		if err != nil {
			t.Fatal(err)
		}
		outputs := outputsIn(t, g, lang)
		for _, output := range slices.Sorted(maps.Keys(outputs)) {
			text := codes.ReplaceAllString(outputs[output], "")
			if !strings.Contains(text, "ƒöö") {
				t.Errorf("%s, %s: it says nothing in the language:\n%.300s", example, output, text)
			}
			found := map[string]bool{}
			for _, at := range word.FindAllStringIndex(text, -1) {
				if w := text[at[0]:at[1]]; !found[w] && len(found) < 10 {
					found[w] = true
					t.Errorf("%s, %s: %q in …%s…", example, output, w, text[runeAt(text, at[0]-60):runeAt(text, at[1]+60)])
				}
			}
		}
	}
}

// runeAt returns the place of a rune near i.
func runeAt(s string, i int) int {
	i = min(max(i, 0), len(s))
	for i > 0 && i < len(s) && !utf8.RuneStart(s[i]) {
		i--
	}
	return i
}

// numbered returns a dataset in which every text that is data is a number, the same
// for the same text, so that what words are left are those of the program. Codes
// have types of their own and stay.
func numbered(d graph.Dataset) graph.Dataset {
	numbers := map[string]string{"": ""}
	var number func(v reflect.Value)
	number = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.String:
			if v.Type() == reflect.TypeFor[string]() {
				if _, ok := numbers[v.String()]; !ok {
					numbers[v.String()] = strconv.Itoa(1000 + len(numbers))
				}
				v.SetString(numbers[v.String()])
			}
		case reflect.Struct:
			for i := range v.NumField() {
				number(v.Field(i))
			}
		case reflect.Slice:
			for i := range v.Len() {
				number(v.Index(i))
			}
		case reflect.Pointer:
			if !v.IsNil() {
				number(v.Elem())
			}
		}
	}
	number(reflect.ValueOf(&d).Elem())
	return d
}

// outputsIn returns what every output says in a language, by a name for each.
func outputsIn(t *testing.T, g *graph.Graph, lang messages.Language) map[string]string {
	t.Helper()
	r := analysis.Analyze(g, rules.Options{})
	r.Hash = "" // digits of other facts
	said := drawingsIn(t, report.SketchAll(g, r, lang))
	m, err := drawings.Matrix(g, drawings.Selection{}, diagram.OverlayOf(r.FlowSPOFs, r.Bottleneck), lang)
	if err != nil {
		t.Fatal(err)
	}
	said["matrix"], said["supplies"] = shown(m), shown(drawings.Supplies(g, lang))
	var pictures []document.Drawing
	for _, s := range report.SketchAll(g, r, lang) {
		s.SVG = []byte(`<svg width="9pt" height="9pt" viewBox="0 0 9 9"><g id="a"/></svg>`)
		pictures = append(pictures, s.Drawing)
	}
	said["page"] = pageText(written(t, func(w io.Writer) error { return writePages(w, g, r, pictures, lang) }))
	said["markdown"] = markdownText(written(t, func(w io.Writer) error { return report.Markdown(w, g, r, pictures, lang) }))
	said["summary"] = written(t, func(w io.Writer) error { return report.Summary(w, g, r, lang) })
	for _, listing := range report.Tables(g, r, lang) {
		said["sheet "+listing.Name] = shown(listing)
	}
	plan, err := drill.PlanOf(g, g.Flows()[0].ID, graph.Scenario{}, escalation.EscalationOptions{Without: []string{g.Organizations()[1].ID}})
	if err != nil {
		t.Fatal(err)
	}
	said["drill"] = pageText(written(t, func(w io.Writer) error {
		return sheets.SheetHTML(w, lang.Lang, drillpack.DrillParticipant(g, plan, lang), drillpack.DrillContactSheet(g, plan, numbers.File{}, lang),
			drillpack.DrillFacilitator(g, plan, lang), drillpack.DrillEventSheet(g, plan, lang), drillpack.DrillRecordSheet(g, plan, "", "", lang))
	}))
	said["drill events"], said["drill contacts"] = shown(drillpack.DrillEvents(g, plan, lang)), shown(drillpack.DrillContacts(g, plan, lang))
	hidden, err := diagram.View{Hide: []string{g.Organizations()[1].ID}}.Of(g, drawings.DependencyMap(g, r.Bottleneck, diagram.Overlay{}, lang))
	if err != nil {
		t.Fatal(err)
	}
	said["part of a drawing"] = shown(hidden)
	lacking := append(slices.Repeat([]messages.StandIn{{Meant: "x", By: "y"}}, 60), messages.StandIn{Meant: "z"})
	said["stand-ins"] = messages.StandInNote(lacking, lang) + messages.StandInTold(lacking, lang)
	said["not read"] = report.NotRead("1", []string{"2", "3"}, lang)
	said["drill flow"] = shown(drawings.DrillFlow(g, plan, diagram.OverlayOf(r.FlowSPOFs, r.Bottleneck), lang))
	for kind, write := range map[string]func(io.Writer) error{
		"bottleneck": func(w io.Writer) error { return report.BottleneckText(w, g, r.Bottleneck, lang) },
		"concentration": func(w io.Writer) error {
			return report.ConcentrationText(w, g, analysis.ReviewConcentration(g, rules.Options{}), lang)
		},
		"loss": func(w io.Writer) error {
			return report.LossText(w, g, loss.LossResult{Losses: r.Losses, LossSets: r.LossSets}, lang)
		},
		"spof": func(w io.Writer) error {
			return report.SPOFText(w, g, spof.PointsOfFailure{Flows: r.FlowSPOFs, Structure: &r.Structure}, lang)
		},
		"escalation": func(w io.Writer) error { return report.EscalationText(w, g, r.Escalations, lang) },
		"certainty": func(w io.Writer) error {
			return report.CertaintyText(w, g, analysis.CertaintyReview{Certainties: r.Certainties, Inference: r.Inference}, lang)
		},
		"account": func(w io.Writer) error { return report.AccountText(w, g, accountOf(g), []string{"1"}, lang) },
		"coverage": func(w io.Writer) error {
			return section.CoverageText(w, g, drill.CoverageOf(g, []drill.Entry{{Flow: plan.Flow, From: "1", To: "2", Outcome: drill.Confirmed}, {}}, "2027-03-05"), lang)
		},
		"without": func(w io.Writer) error {
			return report.EscalationText(w, g, []escalation.Escalation{plan.Escalation}, lang)
		},
		"findings": func(w io.Writer) error { return report.FindingsText(w, g, r.Findings, true, lang) },
	} {
		said[kind] = written(t, write)
	}
	return said
}

// accountOf returns the account of the import, if there was one.
func accountOf(g *graph.Graph) graph.Account {
	if a := g.Dataset().Account; a != nil {
		return *a
	}
	return graph.Account{}
}

// drawingsIn returns what each drawing says.
func drawingsIn(t *testing.T, list []report.Sketch) map[string]string {
	t.Helper()
	said := map[string]string{}
	for _, s := range list {
		if s.Chart != nil {
			said[s.File] = shown(*s.Chart)
		} else {
			said[s.File] = shown(s.Diagram)
		}
		said[s.File] += "\n" + s.Title + "\n" + s.Alt
	}
	return said
}

// unseen are the fields of drawings and lists that are shown to nobody.
var unseen = []string{"ID", "Ref", "From", "To", "Fill", "Color", "Language", "Kind", "Mark"}

// shown returns the texts in a drawing or a list, one a line.
func shown(value any) string {
	texts := []string{}
	var look func(v reflect.Value)
	look = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.String:
			texts = append(texts, v.String())
		case reflect.Struct:
			for i := range v.NumField() {
				if !slices.Contains(unseen, v.Type().Field(i).Name) {
					look(v.Field(i))
				}
			}
		case reflect.Slice:
			for i := range v.Len() {
				look(v.Index(i))
			}
		case reflect.Pointer, reflect.Interface:
			if !v.IsNil() {
				look(v.Elem())
			}
		}
	}
	look(reflect.ValueOf(value))
	return strings.Join(texts, "\n")
}

var (
	hidden   = regexp.MustCompile(`(?s)<script.*?</script>|<style.*?</style>|<pre.*?</pre>|<code.*?</code>|<span class="(?:code|id)">.*?</span>|<!--.*?-->`)
	speaking = regexp.MustCompile(` (?:alt|title|aria-label|placeholder|label|data-some|data-none)="([^"]*)"`)
	tags     = regexp.MustCompile(`<[^>]*>`)
)

// pageText returns what a page says, the values of attributes that are read out
// among it, but for what stands there as code or as an ID.
func pageText(page string) string {
	page = hidden.ReplaceAllString(page, " ")
	var all strings.Builder
	for _, m := range speaking.FindAllStringSubmatch(page, -1) {
		all.WriteString(m[1] + "\n")
	}
	all.WriteString(tags.ReplaceAllString(page, "\n"))
	return html.UnescapeString(all.String())
}

// markdownText returns what Markdown says, but for code.
func markdownText(text string) string {
	text = regexp.MustCompile("(?s)```.*?```|`[^`]*`").ReplaceAllString(text, " ")
	text = regexp.MustCompile(`\]\([^)]*\)`).ReplaceAllString(text, "]")
	return html.UnescapeString(strings.ReplaceAll(tags.ReplaceAllString(text, "\n"), `\`, ""))
}
