package queries_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"tasuki/analysis/oncall"
	"tasuki/graph"
)

// calls are the queries about whom to call.
func calls() map[string]expectation {
	return map[string]expectation{
		"calls-in-flow": {columns: []string{"flow", "organization", "position", "level", "contact", "wait_minutes", "deputy"}, rows: func(s subject, row func(...any)) {
			for _, f := range s.g.Flows() {
				for i, o := range s.g.Organizations() {
					if !leadsIn(s.g, f, o.ID) {
						continue
					}
					for _, l := range oncall.Levels(s.g, i, f.ID, s.severity(), nil) {
						for _, p := range l.Posts {
							row(f.ID, o.ID, p.Number, l.Number, orNil(p.Contact.Name.In(graph.English)), minutes(p.Contact.WaitMinutes), orNil(p.Contact.Deputy.Name.In(graph.English)))
						}
					}
				}
			}
		}},
	}
}

func minutes(n int) any {
	if n == 0 {
		return nil
	}
	return n
}

func leadsIn(g *graph.Graph, f graph.Flow, organization string) bool {
	tasks := graph.FlowTasks(f)
	return slices.ContainsFunc(g.Dataset().Assignments, func(a graph.Assignment) bool {
		return a.Role == graph.Lead && a.Organization == organization && slices.Contains(tasks, a.Task)
	})
}

// calls adds contacts, lists of them and outside reports, by chance of their own.
func (b *builder) calls(seed uint64) {
	r := rand.New(rand.NewPCG(seed, 4))
	d := &b.Dataset
	for i := range r.IntN(3) {
		d.Severities = append(d.Severities, graph.Term{ID: fmt.Sprintf("s%d", i), Name: graph.Text("severity")})
	}
	contacts := func(of string) (list []graph.Contact) {
		for i := range 1 + r.IntN(3) {
			list = append(list, graph.Contact{
				Name: graph.Text(fmt.Sprintf("%s %d", of, i)), WaitMinutes: 5 * r.IntN(3), Parallel: i > 0 && r.IntN(3) == 0,
				Deputy: graph.Deputy{Name: pick(r, graph.Name{}, graph.Text("deputy"))},
			})
		}
		return list
	}
	for i := range d.Organizations {
		o := &d.Organizations[i]
		if r.IntN(3) > 0 {
			o.Contacts = contacts(o.ID)
		}
		for _, f := range append(d.Flows, graph.Flow{}) {
			for _, s := range append(d.Severities, graph.Term{}) {
				if f.ID+s.ID != "" && r.IntN(4) == 0 {
					o.ContactLists = append(o.ContactLists, graph.ContactList{Flow: f.ID, Severity: s.ID, Contacts: contacts(o.ID + f.ID + s.ID)})
				}
			}
		}
	}
	for i := range r.IntN(3) {
		report := graph.OutsideReport{ID: fmt.Sprintf("r%d", i), Name: graph.Text("report"), Organization: pick(r, "o0", "o1"), WithinMinutes: 10 * r.IntN(3)}
		for _, f := range d.Flows {
			if r.IntN(2) == 0 {
				report.Flows = append(report.Flows, f.ID)
			}
		}
		for _, s := range d.Severities {
			if r.IntN(2) == 0 {
				report.Severities = append(report.Severities, s.ID)
			}
		}
		d.OutsideReports = append(d.OutsideReports, report)
	}
}

// TestOutsideReports asks for the reports of every flow at every severity.
func TestOutsideReports(t *testing.T) {
	s := connect(t)
	found := 0
	for seed := range uint64(8) {
		d := randomDataset(seed)
		name := load(t, s, d)
		for _, f := range d.Flows {
			for _, severity := range append(d.Severities, graph.Term{}) {
				a := ask(t, s, "outside-reports", map[string]any{"dataset": name, "flow": f.ID, "severity": orNil(severity.ID)})
				var got, want []string
				for _, row := range a.rows {
					got = append(got, row[0].(string))
				}
				for _, r := range d.OutsideReports {
					if r.Applies(f.ID, severity.ID) {
						want = append(want, r.ID)
					}
				}
				slices.Sort(got)
				found += len(got)
				if !slices.Equal(got, want) {
					t.Errorf("seed %d, flow %s, severity %q: got %v, want %v", seed, f.ID, severity.ID, got, want)
				}
			}
		}
	}
	if found == 0 {
		t.Error("no report was found")
	}
}
