package drawings

import (
	"fmt"
	"math"
	"slices"

	"tasuki/graph/said"
	"tasuki/render/diagram"
	"tasuki/render/layout"
	"tasuki/render/look"
	"tasuki/render/messages"
)

// SchemaPart is a label of nodes, or a type of relationships between two labels,
// in a database.
type SchemaPart struct {
	Name       string
	From, To   string   // the labels at the ends of a relationship; empty for a node
	Key        []string // properties that tell them apart; of relationships, those between the same two nodes
	Properties []string // the others
}

// schemaPlaces says in which column and row of the drawing a label, or the first
// of the types with the same ends and properties, stands. Types stand between
// their ends, in the column beside that of each or in the same.
var schemaPlaces = map[string]struct{ column, row int }{
	"Calendar": {0, 0}, "CALLED_AT": {1, 0}, "Contact": {2, 0}, "ABOUT": {3, 0}, "Severity": {4, 0},
	"FOLLOWS": {0, 1}, "MAKES": {1, 1}, "OutsideReport": {2, 1}, "Flow": {4, 1},
	"Organization": {0, 2}, "LEADS": {1, 2}, "Task": {2, 2}, "INCLUDES": {3, 2},
	"ESCALATES_TO": {0, 3}, "SUPPLIES": {1, 3}, "HANDS_OFF_TO": {2, 3}, "PART_OF": {3, 3}, "Phase": {4, 3},
	"Dataset": {0, 4}, "Component": {1, 4}, "Environment": {2, 4}, "Site": {3, 4}, "Category": {4, 4},
}

// The columns and rows of the drawing.
const (
	schemaColumns = 5
	schemaRows    = 5
)

// Schema draws the labels of a database with the relationships between them. A
// relationship has a card of its own on its arrow, with its properties, which it
// shares with others between the same labels that have the same. One without
// properties has one card for all labels that it joins, and where it joins nodes of one
// label, a line in their box. It fails when there is no place for a part.
func Schema(parts []SchemaPart, lang messages.Language) (*layout.Scene, error) {
	m := &schemaMap{Scene: layout.NewScene(diagram.Diagram{ID: "schema", Title: lang.Plain("The graph in Neo4j")}), cards: map[string]*card{}}
	for _, p := range parts {
		if err := m.gather(p, lang); err != nil {
			return nil, err
		}
	}
	width, bottom := m.arrange()
	for _, name := range m.order {
		m.addCard(m.cards[name])
	}
	for _, name := range m.order {
		m.connect(m.cards[name])
	}
	m.AddTitle(diagram.Diagram{Title: lang.Plain("The graph in Neo4j")}, width)
	m.AddLegend(diagram.Diagram{ID: "schema", Language: lang, Notes: schemaNotes(lang)}, bottom+14, width)
	return m.Scene, nil
}

func schemaNotes(lang messages.Language) []string {
	return []string{
		lang.Plain("Square boxes are labels of nodes, rounded, dashed ones types of relationships in the direction of their arrow. PART_OF another: a relationship to another node of the same label."),
		lang.Plain("Key: the properties that tell nodes of a label, or relationships between the same two nodes, apart. The others may be missing. Every relationship has tasuki as well, the name of the dataset. name_ja/en stands for name_ja and name_en."),
		lang.Plain("The properties flow, environment and site of relationships hold the id of a Flow, an Environment and a Site."),
		lang.Plain("Beside these facts, a log leaves OBSERVED_HANDOFF and UNOBSERVED_HANDOFF between tasks, OBSERVED_HANDOVER between organizations, and PERFORMED from an organization to a task, each with its log."),
	}
}

// schemaMap is such a drawing under way.
type schemaMap struct {
	*layout.Scene
	cards map[string]*card
	order []string // of the cards
}

// gather makes p a card, or adds it to one.
func (m *schemaMap) gather(p SchemaPart, lang messages.Language) error {
	bare := p.From != "" && len(p.Key)+len(p.Properties) == 0
	switch {
	case bare && p.From == p.To:
		m.cards[p.From].own = append(m.cards[p.From].own, p.Name)
		return nil
	case bare && m.cards[p.Name] != nil:
		m.cards[p.Name].between(p.From, p.To)
		return nil
	case p.From != "":
		for _, name := range m.order {
			if q := m.cards[name]; q.part.From == p.From && q.part.To == p.To && slices.Equal(q.part.Key, p.Key) && slices.Equal(q.part.Properties, p.Properties) {
				q.names = append(q.names, p.Name)
				return nil
			}
		}
	}
	if _, ok := schemaPlaces[p.Name]; !ok {
		return said.Errorf("drawing the schema: %s has no place in the drawing; give it one in schemaPlaces", p.Name)
	}
	c := &card{part: p, names: []string{p.Name}, lang: lang}
	if p.From != "" {
		c.between(p.From, p.To)
	}
	m.cards[p.Name] = c
	m.order = append(m.order, p.Name)
	return nil
}

// The measures of the drawing, in points.
const (
	columnGap = 34.0
	rowGap    = 24.0

	aboveMiddle = 14.0 // where lines that turn leave the side of a label
)

// arrange gives every card its size and place, and returns the width of the
// drawing and where it ends.
func (m *schemaMap) arrange() (width, bottom float64) {
	heights := map[int]float64{}
	for name, c := range m.cards {
		c.write()
		row := schemaPlaces[name].row
		heights[row] = max(heights[row], c.h)
	}
	top := look.TitleFont.Height(1) + 14
	tops := map[int]float64{}
	for row := range schemaRows {
		tops[row] = top
		top += heights[row] + rowGap
	}
	for name, c := range m.cards {
		place := schemaPlaces[name]
		c.at = layout.Point{X: float64(place.column)*(cardText+2*cardPad+columnGap) + c.w/2, Y: tops[place.row] + heights[place.row]/2}
	}
	return schemaColumns*(cardText+2*cardPad) + (schemaColumns-1)*columnGap, top - rowGap
}

// connect draws the arrows of a relationship, on which its card stands.
func (m *schemaMap) connect(c *card) {
	aside := 0.0
	if len(c.from) > 0 && c.from[0] == c.to[0] { // out on one side, and back on the other
		aside = c.w / 4
	}
	for _, from := range c.from {
		m.line(m.cards[from], c, -aside, false)
	}
	for _, to := range c.to {
		m.line(c, m.cards[to], aside, true)
	}
}

// line draws a line between two cards: straight where they stand beside or above each
// other; else from the right side of one and between the columns to the left side of one
// further right, or down and to the right side of one further left.
func (m *schemaMap) line(a, b *card, aside float64, head bool) {
	begin, end := a.at, b.at
	switch {
	case a.at.X == b.at.X && a.at.Y < b.at.Y:
		begin, end = layout.Point{X: begin.X + aside, Y: begin.Y + a.h/2}, layout.Point{X: end.X + aside, Y: end.Y - b.h/2}
	case a.at.X == b.at.X:
		begin, end = layout.Point{X: begin.X + aside, Y: begin.Y - a.h/2}, layout.Point{X: end.X + aside, Y: end.Y + b.h/2}
	case a.at.Y == b.at.Y && a.at.X < b.at.X:
		begin.X, end.X = begin.X+a.w/2, end.X-b.w/2
	case a.at.Y == b.at.Y:
		begin.X, end.X = begin.X-a.w/2, end.X+b.w/2
	case a.at.X < b.at.X:
		begin.X, end.X = begin.X+a.w/2, end.X-b.w/2
		if a.part.From == "" { // beside what leaves a label in its middle
			begin.Y += math.Copysign(aboveMiddle, b.at.Y-a.at.Y)
		}
		turn := begin.X + columnGap/2
		m.arrow(a, b, []layout.Point{begin, {X: turn, Y: begin.Y}, {X: turn, Y: end.Y}, end}, head)
		return
	default:
		m.arrow(a, b, []layout.Point{{X: begin.X, Y: begin.Y + a.h/2}, {X: begin.X, Y: end.Y}, {X: end.X + b.w/2, Y: end.Y}}, head)
		return
	}
	m.arrow(a, b, []layout.Point{begin, end}, head)
}

// arrow draws a chain of straight lines.
func (m *schemaMap) arrow(from, to *card, chain []layout.Point, head bool) {
	end := chain[len(chain)-1]
	a := layout.Arrow{
		From: from.part.Name, To: to.part.Name, Color: look.Ink, Pen: 1.3, HeadSize: layout.ArrowSize,
		HeadTip: end, ID: fmt.Sprintf("schema.edge%d", len(m.Arrows)+1),
	}
	if head {
		chain[len(chain)-1] = layout.Towards(end, chain[len(chain)-2], layout.HeadLength)
	} else {
		a.HeadSize = 0
	}
	a.Points = layout.Rounded(chain)
	m.Arrows = append(m.Arrows, a)
}
