package lint

import (
	"strings"

	"tasuki/analysis/findings"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/graph/acceptance"
)

// none is the position of a decision that there is not.
const none = -1

// index finds the decisions about what a rule finds, by their scopes.
type index struct {
	file     acceptance.File
	settings map[string]map[string]int // by rule and scope, positions in the file; the first of equal ones
	entries  map[string]map[string]int
	headings map[string][]string // the headings over a task, the lowest first
}

func newIndex(d graph.Dataset, f acceptance.File) index {
	x := index{f, map[string]map[string]int{}, map[string]map[string]int{}, headings(d)}
	for i, s := range f.Severity {
		enter(x.settings, s.Rule, s.Scope, i)
	}
	for i, e := range f.Accept {
		if e.Finding == "" {
			enter(x.entries, e.Rule, e.Scope, i)
		}
	}
	return x
}

func enter(all map[string]map[string]int, rule string, s acceptance.Scope, i int) {
	if all[rule] == nil {
		all[rule] = map[string]int{}
	}
	if _, known := all[rule][s.String()]; !known {
		all[rule][s.String()] = i
	}
}

// headings returns the headings over each task that has any, the lowest first.
func headings(d graph.Dataset) map[string][]string {
	parent := map[string]string{}
	for _, c := range d.Categories {
		parent[c.ID] = c.Parent
	}
	over := map[string][]string{}
	for _, t := range d.Tasks {
		for c, n := t.Category, 0; c != "" && n <= len(parent); c, n = parent[c], n+1 {
			over[t.ID] = append(over[t.ID], c)
		}
	}
	return over
}

// decision is what the file says of a finding, or of one of its tasks: the positions of a
// setting and of an entry.
type decision struct{ setting, entry int }

// ofTask returns the closest decisions about what a rule finds of a task.
func (x index) ofTask(rule, id string) decision {
	scopes := []acceptance.Scope{{Task: id}}
	for _, c := range x.headings[id] {
		scopes = append(scopes, acceptance.Scope{Category: c})
	}
	return x.closest(rule, append(scopes, acceptance.Scope{}))
}

// ofSubject returns the closest decisions about a finding that has no parts.
func (x index) ofSubject(rule string, about rules.Subject) decision {
	switch about.Kind {
	case rules.AboutOrganization:
		return x.closest(rule, []acceptance.Scope{{Organization: about.ID}, {}})
	case rules.AboutFlow:
		return x.closest(rule, []acceptance.Scope{{Flow: about.ID}, {}})
	}
	return x.closest(rule, []acceptance.Scope{{}})
}

func (x index) closest(rule string, scopes []acceptance.Scope) decision {
	first := func(all map[string]int) int {
		for _, s := range scopes {
			if i, ok := all[s.String()]; ok {
				return i
			}
		}
		return none
	}
	return decision{first(x.settings[rule]), first(x.entries[rule])}
}

// part returns what tells the part of a finding that a decision is about from the others:
// the scopes of its setting and its entry, where they have any.
func (x index) part(d decision) string {
	var scopes []string
	if d.setting != none && x.file.Severity[d.setting].Count() > 0 {
		scopes = append(scopes, "severity of "+x.file.Severity[d.setting].Scope.String())
	}
	if d.entry != none && x.file.Accept[d.entry].Count() > 0 {
		scopes = append(scopes, "accepted of "+x.file.Accept[d.entry].Scope.String())
	}
	return strings.Join(scopes, ", ")
}

// divides reports whether decisions may divide what a rule about tasks finds.
func (x index) divides(rule string) bool {
	scoped := func(all map[string]int) bool {
		_, whole := all[""]
		return len(all) > 1 || len(all) == 1 && !whole
	}
	return scoped(x.settings[rule]) || scoped(x.entries[rule])
}

// identity is what identifies a finding that a dataset can have.
type identity struct {
	rule  string
	about rules.Subject
	decision
}

// identities returns what identifies each finding that a dataset can have, in time
// proportional to rules times organizations, flows and tasks.
func (x index) identities(d graph.Dataset) []identity {
	var list []identity
	whole := rules.Subject{Kind: rules.AboutDataset}
	for _, r := range findings.LintRules() {
		switch r.About {
		case findings.AnOrganization:
			for _, o := range d.Organizations {
				list = append(list, identity{r.ID, rules.Subject{Kind: rules.AboutOrganization, ID: o.ID}, decision{none, none}})
			}
		case findings.AFlow:
			for _, f := range d.Flows {
				list = append(list, identity{r.ID, rules.Subject{Kind: rules.AboutFlow, ID: f.ID}, decision{none, none}})
			}
		default:
			list = append(list, identity{r.ID, whole, decision{none, none}})
			if r.About != findings.Tasks || !x.divides(r.ID) {
				continue
			}
			known := map[string]bool{"": true}
			for _, t := range d.Tasks {
				at := x.ofTask(r.ID, t.ID)
				if part := x.part(at); !known[part] {
					known[part] = true
					list = append(list, identity{r.ID, whole, at})
				}
			}
		}
	}
	return list
}

// ids returns the IDs that a finding may have: the usual one, and the longer one.
func (x index) ids(i identity) [2]string {
	part := x.part(i.decision)
	return [2]string{findings.Identifier(i.rule, i.about, part, findings.Digits), findings.Identifier(i.rule, i.about, part, findings.MoreDigits)}
}
