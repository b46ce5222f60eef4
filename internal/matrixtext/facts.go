package matrixtext

import (
	"slices"
	"strings"

	"tasuki/graph"
)

// Part is what a party does in a task: the glyph that says so, and the role.
type part struct {
	party, glyph string
	role         graph.Role
}

// task is a row of facts.
type task struct {
	category, name string
	parts          []part // in the order of the parties
}

// factSet is what layouts lay out: the same tasks and parts in all of them.
type factSet struct {
	name    string
	words   words
	parties []string
	tasks   []task
}

// words are the headings of a language.
type words struct {
	number, task, party, role, notes, often, daily, total, footnote, status, done, category string
	roles                                                                                   map[graph.Role]string
}

// glyphOf returns the glyph of a party in a task, or "".
func (t task) glyphOf(party string) string {
	i := slices.IndexFunc(t.parts, func(p part) bool { return p.party == party })
	if i < 0 {
		return ""
	}
	return t.parts[i].glyph
}

// fact lists a task as Facts does.
func (t task) fact(category bool) string {
	line := t.name
	if category {
		line += " [" + t.category + "]"
	}
	line += ":"
	for _, p := range t.parts {
		line += " " + p.party + "=" + string(p.role)
	}
	return line
}

// Facts lists the tasks of d with their category and marks, sorted. Categories that
// stand under others are named by their own name.
func Facts(d graph.Dataset) []string {
	names := map[string]string{}
	for _, c := range d.Categories {
		names[c.ID] = c.Name.In(graph.English)
	}
	var list []string
	for _, t := range d.Tasks {
		line := t.Name.In(graph.English)
		if t.Category != "" {
			line += " [" + names[t.Category] + "]"
		}
		var parts []string
		for _, a := range d.Assignments {
			if a.Task == t.ID {
				parts = append(parts, " "+a.Organization+"="+string(a.Role))
			}
		}
		slices.Sort(parts)
		list = append(list, line+":"+strings.Join(parts, ""))
	}
	slices.Sort(list)
	return list
}

// parse reads facts: lines of a category, or of a task and a glyph for each party.
func parse(name, parties, text string, w words, roles map[string]graph.Role) factSet {
	f := factSet{name: name, words: w, parties: strings.Split(parties, "|")}
	category := ""
	for _, line := range strings.Split(strings.TrimSpace(text), "\n") {
		cells := strings.Split(strings.TrimSpace(line), "|")
		if len(cells) == 1 {
			category = cells[0]
			continue
		}
		t := task{category: category, name: cells[0]}
		for i, glyph := range cells[1:] {
			if glyph != "" {
				t.parts = append(t.parts, part{f.parties[i], glyph, roles[glyph]})
			}
		}
		f.tasks = append(f.tasks, t)
	}
	return f
}

// factSets are three small matrices, of letters and of signs.
func factSets() []factSet {
	letters := map[string]graph.Role{"R": graph.Lead, "A": graph.Accountable, "C": graph.Support, "I": graph.Informed}
	signs := map[string]graph.Role{"○": graph.Lead, "△": graph.Support}
	english := words{"#", "Task", "Party", "Role", "Notes", "Frequency", "daily", "Total", "* out of hours only", "State", "Done", "Area",
		map[graph.Role]string{graph.Lead: "Responsible", graph.Accountable: "Accountable", graph.Support: "Consulted", graph.Informed: "Informed"}}
	japanese := words{"項番", "作業", "担当組織", "役割", "備考", "頻度", "日次", "合計", "※ 夜間を除く", "状況", "済み", "区分",
		map[graph.Role]string{graph.Lead: "主担当", graph.Support: "副担当"}}
	return []factSet{
		parse("letters", "Ops desk|Vendor|Client office", `
			Incidents
			Open the ticket|R|C|I
			Find the cause|A|R|I
			Report the status|R|C|
			Changes
			Approve the repair|I|C|R
			Repair the part||R|A
			Close the case|R|I|A`, english, letters),
		parse("names", "Acme|Borea|Corvus|Delta", `
			Build
			Draw the plan|R|A|C|I
			Lay the line|C|R|A|
			Run
			Watch the line||R|A|C
			Mend the line|I|C|R|A
			Count the hours|R||A|`, english, letters),
		parse("signs", "運用業者|基盤業者|利用部門", `
			障害対応
			受付をする|○|△|
			原因を調べる|△|○|
			変更管理
			変更を承認する||△|○
			部品を直す|△|○|△`, japanese, signs),
	}
}
