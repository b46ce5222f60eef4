package lint

import (
	"fmt"
	"slices"

	"tasuki/analysis/findings"
	"tasuki/graph"
	"tasuki/graph/acceptance"
	"tasuki/graph/redact"
)

// Check returns what in a file does not fit a dataset: all of it, with paths into the file.
func Check(d graph.Dataset, f acceptance.File) graph.Problems {
	c := checker{index: newIndex(d, f), known: declared(d), ids: map[string]bool{}}
	for _, i := range c.identities(d) {
		for _, id := range c.index.ids(i) {
			c.ids[id] = true
		}
	}
	for i, s := range f.Severity {
		path := fmt.Sprintf("/severity/%d", i)
		if words := []findings.Severity{findings.Info, findings.Low, findings.Medium, findings.High, findings.Off}; !slices.Contains(words, findings.Severity(s.Severity)) {
			c.add(path+"/severity", s.Severity, "is no severity; use one of info, low, medium, high, off")
		}
		if s.Rule != "" {
			c.rule(path, s.Rule, s.Scope, i == c.settings[s.Rule][s.Scope.String()])
		}
	}
	named := map[string]bool{}
	for i, e := range f.Accept {
		path := fmt.Sprintf("/accept/%d", i)
		switch {
		case e.Finding == "" && e.Rule == "":
			c.add(path, "", "accepts nothing: name a finding by its ID, or a rule")
		case e.Finding == "":
			c.rule(path, e.Rule, e.Scope, i == c.entries[e.Rule][e.Scope.String()])
		case e.Rule != "" || e.Count() > 0:
			c.add(path+"/finding", e.Finding, "names a finding, and a rule or scope besides; keep one of both")
		case !c.ids[e.Finding]:
			c.add(path+"/finding", e.Finding, "is the ID of no finding that this dataset can have; tasuki check shows the IDs of those it has")
		case named[e.Finding]:
			c.add(path+"/finding", e.Finding, "is accepted twice; keep one")
		}
		named[e.Finding] = true
		if e.Expires != "" && !e.Expires.Valid() {
			c.add(path+"/expires", string(e.Expires), "is no day of the calendar, such as 2027-03-31")
		}
	}
	return c.problems.Problems()
}

// checker gathers what does not fit.
type checker struct {
	index
	known    map[string]bool // scopes of what is declared
	ids      map[string]bool // of findings that the dataset can have
	problems graph.Collector
}

func (c *checker) add(path, value, format string, args ...any) {
	c.problems.Add(graph.Problem{Path: path, Value: value}.Saying(format, args...))
}

// declared returns the scopes of everything that a scope can name.
func declared(d graph.Dataset) map[string]bool {
	known := map[string]bool{}
	for _, o := range d.Organizations {
		known[acceptance.Scope{Organization: o.ID}.String()] = true
	}
	for _, f := range d.Flows {
		known[acceptance.Scope{Flow: f.ID}.String()] = true
	}
	for _, t := range d.Tasks {
		known[acceptance.Scope{Task: t.ID}.String()] = true
	}
	for _, t := range d.Categories {
		known[acceptance.Scope{Category: t.ID}.String()] = true
	}
	return known
}

// rule checks a decision about a rule; first is false when an equal one stands before it.
func (c *checker) rule(path, rule string, s acceptance.Scope, first bool) {
	of := about(rule)
	key, id := s.Key()
	fits := map[findings.About][]string{findings.AnOrganization: {"organization"}, findings.AFlow: {"flow"}, findings.Tasks: {"task", "category"}}[of]
	switch {
	case of == "":
		c.add(path+"/rule", rule, "is no rule; tasuki check --rules lists them")
	case s.Count() > 1:
		c.add(path+"/"+key, id, "is one of several scopes; keep one in each entry")
	case key != "" && len(fits) == 0:
		c.add(path+"/"+key, id, "is a scope, but %s is about the dataset as a whole; leave the scope out", rule)
	case key != "" && !slices.Contains(fits, key):
		c.add(path+"/"+key, id, "is of no use here: findings of %s are told apart by %s", rule, fits[0])
	case key != "" && !c.known[s.String()]:
		c.add(path+"/"+key, id, "is not declared; correct the ID, or take the entry out")
	case !first:
		c.add(path+"/rule", rule, "stands twice for the same scope; keep one")
	}
}

// Redacted returns a file as it is about the redacted dataset: IDs are those of
// pseudonyms, and reasons name them; owners are left out, since they may be persons.
func Redacted(d graph.Dataset, f acceptance.File, r *redact.Redactor) acceptance.File {
	out := acceptance.File{Severity: slices.Clone(f.Severity), Accept: slices.Clone(f.Accept)}
	scope := func(s acceptance.Scope) acceptance.Scope {
		return acceptance.Scope{Organization: r.Text(s.Organization), Flow: r.Text(s.Flow), Task: r.Text(s.Task), Category: r.Text(s.Category)}
	}
	for i, s := range out.Severity {
		out.Severity[i].Scope = scope(s.Scope)
	}
	for i, e := range out.Accept {
		out.Accept[i].Scope, out.Accept[i].Owner = scope(e.Scope), graph.Name{}
		out.Accept[i].Reason = graph.Name{JA: r.Text(e.Reason.JA), EN: r.Text(e.Reason.EN)}
	}
	before, after, ids := newIndex(d, f), newIndex(d, out), map[string]string{}
	for _, i := range before.identities(d) {
		from := before.ids(i)
		i.about.ID = r.Text(i.about.ID)
		to := after.ids(i)
		for n := range from {
			ids[from[n]] = to[n]
		}
	}
	for i, e := range out.Accept {
		out.Accept[i].Finding = ids[e.Finding]
	}
	return out
}
