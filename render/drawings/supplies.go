package drawings

import (
	"slices"
	"strconv"
	"strings"

	"tasuki/graph"
	"tasuki/render/diagram"
	"tasuki/render/messages"
)

// Supplies draws who supplies what: a row for each component, a column for each
// place, which is an environment and a site, and in it the parties. A row whose
// parties are not the same wherever it has any is marked. Components and places
// without any supply are left out, and the drawing names them. Rows and columns
// stand in the order of the vocabularies.
func Supplies(g *graph.Graph, lang messages.Language) diagram.Diagram {
	d := diagram.Diagram{ID: "supplies-" + string(lang.Lang), Language: lang, Title: lang.Plain("Supplies: environment, component and party"), Arrangement: diagram.Table}
	data := g.Dataset()
	places := venuesOf(data)
	for _, p := range places {
		d.Lanes = append(d.Lanes, diagram.Lane{Title: p.name(data, lang)})
	}
	row := 0
	for _, component := range data.Components {
		nodes, parties := []diagram.Node{}, map[venue][]string{}
		for _, s := range data.Supplies {
			if s.Component != component.ID {
				continue
			}
			p := venue{s.Environment, s.Site}
			parties[p] = append(parties[p], s.Organization)
			nodes = append(nodes, supplyNode(g, s, slices.Index(places, p), row, lang))
		}
		if len(nodes) == 0 {
			continue
		}
		head := diagram.Node{ID: "row " + component.ID, Class: diagram.RowNode, Text: messages.TermPathName(data.Components, component.ID, lang.Lang), Row: row}
		if differ(places, parties) {
			head.Marks = []diagram.Mark{diagram.DifferMark}
		}
		d.Nodes = append(append(d.Nodes, head), nodes...)
		row++
	}
	d.Legend = diagram.LegendOf(d)
	d.Notes = supplyNotes(g, places, row, lang)
	return d
}

// venue is where a component is supplied.
type venue struct{ environment, site string }

// venuesOf returns the places of all supplies, by environment and site, those
// without one last.
func venuesOf(data graph.Dataset) []venue {
	var places []venue
	for _, e := range append(messages.IDsOf(data.Environments), "") {
		for _, s := range append(messages.IDsOf(data.Sites), "") {
			if slices.ContainsFunc(data.Supplies, func(x graph.Supply) bool { return x.Environment == e && x.Site == s }) {
				places = append(places, venue{e, s})
			}
		}
	}
	return places
}

func (p venue) name(data graph.Dataset, lang messages.Language) string {
	var parts []string
	if p.environment != "" {
		parts = append(parts, messages.TermPathName(data.Environments, p.environment, lang.Lang))
	}
	if p.site != "" {
		parts = append(parts, messages.TermPathName(data.Sites, p.site, lang.Lang))
	}
	if len(parts) == 0 {
		return lang.Plain("(no environment named)")
	}
	return strings.Join(parts, "\n")
}

// supplyNode is the box of a party in the place where it supplies a component.
func supplyNode(g *graph.Graph, s graph.Supply, lane, row int, lang messages.Language) diagram.Node {
	data := g.Dataset()
	n := diagram.Node{
		ID:    "supply " + messages.Suffix(s.Component) + " " + messages.Suffix(s.Environment) + " " + messages.Suffix(s.Site) + " " + messages.Suffix(s.Organization),
		Class: diagram.UnknownKindNode, Text: messages.OrganizationNames(g, []string{s.Organization}, lang), Lane: lane, Row: row, Ref: s.Organization,
	}
	if i, ok := g.OrganizationIndex(s.Organization); ok {
		n.Class = classOf(g.Organizations()[i].Kind)
	}
	n.Hint = strings.ReplaceAll(venue{s.Environment, s.Site}.name(data, lang), "\n", ", ") + lang.Plain(": ") + messages.TermName(data.Components, s.Component, lang.Lang) + lang.Plain(" — ") + n.Text
	if s.Reading == graph.Uncertain {
		n.Marks = []diagram.Mark{diagram.UncertainMark}
	}
	if !s.Reason.IsZero() {
		n.Hint += lang.Plain(" — ") + s.Reason.In(lang.Lang)
	}
	return n
}

// differ reports whether a component has not the same parties in all places
// where it has any.
func differ(places []venue, parties map[venue][]string) bool {
	var first []string
	for _, p := range places {
		here := slices.Sorted(slices.Values(parties[p]))
		if len(first) > 0 && len(here) > 0 && !slices.Equal(here, first) {
			return true
		}
		if len(first) == 0 {
			first = here
		}
	}
	return false
}

// supplyNotes says how much each party supplies, and what is left out.
func supplyNotes(g *graph.Graph, places []venue, rows int, lang messages.Language) []string {
	data := g.Dataset()
	if len(data.Supplies) == 0 {
		return []string{lang.Plain("No supply is declared.")}
	}
	var shares []string
	for _, org := range g.Organizations() {
		n := 0
		for _, s := range data.Supplies {
			if s.Organization == org.ID {
				n++
			}
		}
		if n > 0 {
			shares = append(shares, lang.Plain("{1} {2} of {3}", org.Name.In(lang.Lang), strconv.Itoa(n), strconv.Itoa(len(data.Supplies))))
		}
	}
	notes := []string{lang.Plain("Supplies by party: {1}.", strings.Join(shares, lang.Plain(", ")))}
	var left []string
	for _, c := range data.Components {
		if !slices.ContainsFunc(data.Supplies, func(s graph.Supply) bool { return s.Component == c.ID }) {
			left = append(left, c.Name.In(lang.Lang))
		}
	}
	for _, e := range data.Environments {
		if !slices.ContainsFunc(places, func(p venue) bool { return p.environment == e.ID }) {
			left = append(left, e.Name.In(lang.Lang))
		}
	}
	for _, s := range data.Sites {
		if !slices.ContainsFunc(places, func(p venue) bool { return p.site == s.ID }) {
			left = append(left, s.Name.In(lang.Lang))
		}
	}
	if len(left) > 0 {
		notes = append(notes, lang.Plain("Left out because no supply of it is declared: {1}.", strings.Join(left, lang.Plain(", "))))
	}
	return notes
}
