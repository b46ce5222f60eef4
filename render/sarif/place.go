package sarif

import (
	"net/url"
	"path"
	"slices"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"

	"tasuki/analysis/findings"
	"tasuki/analysis/rules"
	"tasuki/graph"
)

// maxPlaces is how many places a result names: readers of the format refuse files that are
// large, and a hundred places show where to begin.
const maxPlaces = 100

// placesOf returns where the facts stand that a finding rests on, each once, in the order of
// its evidence, at most maxPlaces: the lead marks of an organization, marks that are
// uncertain or unread, or else tasks. Where there are none, it is the file of the first
// fact that has one.
func placesOf(g *graph.Graph, f findings.Finding) []graph.Source {
	var list []graph.Source
	known := map[graph.Source]bool{}
	add := func(s graph.Source) {
		if s.File != "" && !known[s] && len(list) < maxPlaces {
			known[s] = true
			list = append(list, s)
		}
	}
	if keep := marksOf(g, f); keep != nil {
		for _, a := range g.Assignments() {
			if keep(a) {
				add(a.Source)
			}
		}
	}
	if f.Rule == "uncertain-marks" {
		for _, u := range g.Unread() {
			if slices.Contains(f.Evidence, u.Task) {
				add(u.Source)
			}
		}
	}
	if len(list) > 0 {
		return list
	}
	for _, id := range f.Evidence {
		if t, ok := g.TaskIndex(id); ok {
			add(g.Tasks()[t].Source)
		}
	}
	for _, t := range g.Tasks() {
		if len(list) == 0 && t.Source.File != "" {
			add(graph.Source{File: t.Source.File})
		}
	}
	return list
}

// marksOf returns which marks a finding is about, or nil where it is about none.
func marksOf(g *graph.Graph, f findings.Finding) func(graph.Assignment) bool {
	among := map[string]bool{}
	for _, id := range f.Evidence {
		if flow, ok := g.Flow(id); ok && f.Rule == "flow-stopped-by-organization" {
			for _, task := range graph.FlowTasks(flow) {
				among[task] = true
			}
			continue
		}
		among[id] = true
	}
	switch {
	case f.Rule == "uncertain-marks":
		return func(a graph.Assignment) bool { return a.Reading == graph.Uncertain && among[a.Task] }
	case f.Subject.Kind == rules.AboutOrganization:
		return func(a graph.Assignment) bool {
			return a.Organization == f.Subject.ID && a.Role == graph.Lead && (len(among) == 0 || among[a.Task])
		}
	}
	return nil
}

// location says where a fact stands. Columns of a table are no columns of a text, so a cell
// is named beside the line and not within it.
func location(s graph.Source, base string) *sarif.Location {
	file := path.Join(base, path.Clean("/" + s.File)[1:])
	at := sarif.NewPhysicalLocation().WithArtifactLocation(sarif.NewArtifactLocation().WithURI((&url.URL{Path: file}).String()))
	if s.Line > 0 {
		at.WithRegion(sarif.NewRegion().WithStartLine(s.Line))
	}
	l := sarif.NewLocation().WithPhysicalLocation(at)
	if s.Line > 0 && s.Column > 0 {
		l.AddLogicalLocation(sarif.NewLogicalLocation().WithName(graph.Cell(s.Line, s.Column)).WithFullyQualifiedName(s.String()).WithKind("cell"))
		bag := sarif.NewPropertyBag().Add("row", s.Line).Add("column", s.Column)
		if s.Sheet != "" {
			bag.Add("sheet", s.Sheet)
		}
		l.WithProperties(bag)
	}
	return l
}
