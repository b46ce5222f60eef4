package main

import (
	"encoding/json"
	"fmt"
	"html"
	"math"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tasuki/analysis"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/graph/files"
	"tasuki/queries"
	"tasuki/render/bundle"
	"tasuki/render/messages"
	"tasuki/render/report"
)

// tables are rows of cells by the caption of their table.
type tables map[string][][]string

var (
	tableMarkup   = regexp.MustCompile(`(?s)aria-label="([^"]*)">\s*<table[^>]*>(.*?)</table>`)
	rowMarkup     = regexp.MustCompile(`(?s)<tr[ >].*?</tr>`)
	cellMarkup    = regexp.MustCompile(`(?s)<t[hd][ >].*?</t[hd]>`)
	anyMarkup     = regexp.MustCompile(`<[^>]*>`)
	markdownLink  = regexp.MustCompile(`\[([^]]*)\]\(#[^)]*\)`)
	markdownSlash = regexp.MustCompile("\\\\([\\\\`*_|#!~$\\[\\]])")
)

func htmlTables(page string) tables {
	all := tables{}
	for _, t := range tableMarkup.FindAllStringSubmatch(page, -1) {
		var rows [][]string
		for _, r := range rowMarkup.FindAllString(t[2], -1) {
			var cells []string
			for _, c := range cellMarkup.FindAllString(r, -1) {
				cells = append(cells, html.UnescapeString(anyMarkup.ReplaceAllString(c, "")))
			}
			rows = append(rows, cells)
		}
		all[html.UnescapeString(t[1])] = rows
	}
	return all
}

// unmarked returns Markdown without its markup.
func unmarked(s string) string {
	s = markdownLink.ReplaceAllString(anyMarkup.ReplaceAllString(s, ""), "$1")
	return html.UnescapeString(markdownSlash.ReplaceAllString(strings.ReplaceAll(s, "**", ""), "$1"))
}

func markdownTables(text string) tables {
	all := tables{}
	caption, inside := "", false
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(line, "| "):
			if !inside {
				all[caption] = nil
			}
			inside = true
			var cells []string
			for _, c := range strings.Split(strings.Trim(line, "|"), " | ") {
				cells = append(cells, strings.TrimSpace(unmarked(c)))
			}
			all[caption] = append(all[caption], cells)
		case line != "":
			caption, inside = unmarked(line), false
		}
	}
	return all
}

// row returns the row of a table that has a text in its first two cells.
func (all tables) row(t *testing.T, caption, key string) []string {
	t.Helper()
	for _, r := range all[caption] {
		if i := slices.Index(r[:min(2, len(r))], key); i >= 0 {
			return r[i+1:]
		}
	}
	t.Errorf("the table %q has no row %q", caption, key)
	return make([]string, 20)
}

// figures formats numbers as the page shows them: those of any size with commas.
func figures(values ...any) []string {
	var list []string
	for _, v := range values {
		text := fmt.Sprint(v)
		if x, ok := v.(float64); ok {
			text = fmt.Sprintf("%.1f", x)
		}
		whole, rest, _ := strings.Cut(text, ".")
		for i := len(whole) - 3; i > 0; i -= 3 {
			whole = whole[:i] + "," + whole[i:]
		}
		if rest != "" {
			whole += "." + rest
		}
		list = append(list, whole)
	}
	return list
}

// TestReportsAgreeWithResults compares the figures of the page, of the Markdown
// and of the workbook with results.json.
func TestReportsAgreeWithResults(t *testing.T) {
	for _, example := range examples() {
		folder := t.TempDir()
		succeed(t, "report", example, "--lang", "en", "-o", folder)
		var r report.Review
		if err := json.Unmarshal(read(t, folder, "results.json"), &r); err != nil {
			t.Fatal(err)
		}
		page, text := pagesOf(t, folder), string(read(t, folder, "report.md"))
		names := namesOf(t, example)
		for form, all := range map[string]tables{"the pages": htmlTables(page), "report.md": markdownTables(text)} {
			agreeTables(t, form, all, r, names)
		}
		page = strings.ReplaceAll(html.UnescapeString(anyMarkup.ReplaceAllString(page, "")), "\u00a0", " ")
		text = unmarked(text)
		for _, f := range r.Findings {
			if says := f.Message.EN + "."; !strings.Contains(page, says) || !strings.Contains(text, says) {
				t.Errorf("a report lacks the finding %q", says)
			}
		}
		agreeWorkbook(t, filepath.Join(folder, "report.xlsx"), r)
	}
}

// namesOf returns how reports name organizations and flows, by ID.
func namesOf(t *testing.T, path string) map[string]string {
	var d struct {
		Organizations, Flows []struct {
			ID   string
			Name map[string]string
		}
	}
	if err := json.Unmarshal([]byte(succeed(t, "export", path)), &d); err != nil {
		t.Fatal(err)
	}
	names := map[string]string{}
	for _, x := range slices.Concat(d.Organizations, d.Flows) {
		names[x.ID] = x.Name["en"] + " (" + x.ID + ")"
	}
	for _, f := range d.Flows {
		names["flow "+f.ID] = f.Name["en"]
	}
	return names
}

func agreeTables(t *testing.T, form string, all tables, r report.Review, names map[string]string) {
	t.Helper()
	compare := func(what string, got, want []string) {
		t.Helper()
		if !slices.Equal(got[:min(len(want), len(got))], want) {
			t.Errorf("%s: %s has %q, results.json %q", form, what, got, want)
		}
	}
	for _, o := range r.Bottleneck.Organizations {
		compare(o.Organization, all.row(t, "Organizations by the work that goes through them", names[o.Organization]), figures(
			o.LeadMarks, *o.LeadMarksPercent, o.Tasks, o.SupportMarks, o.Handoffs.In, o.Handoffs.Out, o.Handoffs.Within, o.Handoffs.Through, o.Betweenness.Value))
	}
	for _, l := range r.Losses {
		if !l.InForce {
			continue
		}
		// A column that holds only zeros is not drawn.
		var rows [][]int
		for _, o := range l.Organizations {
			rows = append(rows, []int{len(o.Lost), len(o.Degraded), len(o.Broken), len(o.DegradedFlows)})
		}
		for i, o := range l.Organizations {
			var drawn []any
			for c, n := range rows[i] {
				if slices.ContainsFunc(rows, func(row []int) bool { return row[c] > 0 }) {
					drawn = append(drawn, n)
				}
			}
			compare("the loss of "+o.Organization, all.row(t, "What the loss of each organization does", names[o.Organization]), figures(drawn...))
		}
	}
	for _, s := range r.FlowSPOFs {
		compare("the flow "+s.Flow, all.row(t, "Single points of failure, flow by flow", names["flow "+s.Flow]),
			figures(len(s.Tasks)+len(s.Ends)+len(s.OtherTasks), len(s.Tasks), s.OrganizationCut.Size.Lower))
	}
	c := r.Concentrations[0]
	hhi := strings.TrimSuffix(figures(c.Organizations.HHI)[0], ".0")
	if got := all.row(t, "Concentration of the lead", "all tasks"); got[2] != figures(c.Organizations.Leaders)[0] || strings.ReplaceAll(got[3], ",", "") != fmt.Sprintf("%.0f", c.Organizations.HHI) {
		t.Errorf("%s: the concentration is %q, the HHI of results.json %s", form, got, hhi)
	}
}

func agreeWorkbook(t *testing.T, path string, r report.Review) {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	book := tables{}
	for _, name := range f.GetSheetList() {
		if book[name], err = f.GetRows(name, excelize.Options{RawCellValue: true}); err != nil {
			t.Fatal(err)
		}
	}
	if want := []string{"Findings", "Tasks", "Assignments", "Metrics", "Flows", "Concentration", "Losses", "Account"}; !slices.Equal(f.GetSheetList(), want) {
		t.Errorf("the sheets are %q", f.GetSheetList())
	}
	for name, want := range map[string]int{
		"Findings": len(r.Findings), "Tasks": r.Totals.Tasks, "Assignments": r.Totals.Assignments, "Metrics": r.Totals.Organizations,
		"Flows": r.Totals.Flows, "Concentration": len(r.Concentrations), "Losses": len(r.Losses) * r.Totals.Organizations,
	} {
		if got := len(book[name]) - 1; got != want {
			t.Errorf("the sheet %s has %d rows, results.json %d", name, got, want)
		}
	}
	// Excel keeps 15 digits, and so does the reader.
	exact := func(what, cell string, want float64) {
		if got, err := strconv.ParseFloat(cell, 64); err != nil || math.Abs(got-want) > 1e-13*math.Abs(want) {
			t.Errorf("%s is %q in the workbook, %v in results.json", what, cell, want)
		}
	}
	for _, o := range r.Bottleneck.Organizations {
		row := book.row(t, "Metrics", o.Organization)
		exact(o.Organization+": lead marks", row[2], float64(o.LeadMarks))
		exact(o.Organization+": percent", row[5], *o.LeadMarksPercent)
		exact(o.Organization+": tasks", row[6], o.Tasks)
		exact(o.Organization+": through", row[11], o.Handoffs.Through)
		exact(o.Organization+": betweenness", row[12], o.Betweenness.Value)
	}
	for i, c := range r.Concentrations {
		if c.Organizations != nil {
			exact("HHI of "+c.Scope.ID, book["Concentration"][i+1][6], c.Organizations.HHI)
		}
	}
	for i, o := range r.Losses[0].Organizations {
		exact("loss of "+o.Organization, book["Losses"][i+1][3], float64(len(o.Lost)))
	}
}

// TestReportsNameQueriesThatExist checks every question that the pages say one can
// ask, which they do only where a server was asked.
func TestReportsNameQueriesThatExist(t *testing.T) {
	g, err := files.Open(t.Context(), helpdesk, files.Options{})
	if err != nil {
		t.Fatal(err)
	}
	review := analysis.Analyze(g, rules.Options{})
	for _, asked := range []bool{false, true} {
		review.Asked = asked
		list, err := bundle.Files(g, review, false, messages.In(graph.English), func(int, int, string) {})
		if err != nil {
			t.Fatal(err)
		}
		var text strings.Builder
		for _, f := range list {
			if strings.HasSuffix(f.Name, ".html") {
				text.Write(f.Data)
			}
		}
		named := regexp.MustCompile(`tasuki query run ([a-z-]+)`).FindAllStringSubmatch(text.String(), -1)
		if asked != (len(named) >= 10) || !asked && len(named) > 0 {
			t.Errorf("of a server: %v, and the pages name %d queries", asked, len(named))
		}
		for _, m := range named {
			if _, err := queries.Get(m[1]); err != nil {
				t.Errorf("a page names the query %q: %v", m[1], err)
			}
		}
	}
}

// pagesOf returns all pages of a report, one behind the other.
func pagesOf(t *testing.T, folder string) string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(folder, "*.html"))
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, name := range names {
		all.Write(read(t, folder, filepath.Base(name)))
	}
	return all.String()
}
