package explorer

import (
	"slices"
	"strings"

	"tasuki/analysis/overlay"
	"tasuki/graph"
	"tasuki/render/document"
	"tasuki/render/drawings"
	"tasuki/render/drawings/changed"
	"tasuki/render/messages"
	"tasuki/render/report"
)

// figure draws a sketch as a section of a page.
func figure(s *report.Sketch) (document.Section, error) {
	svg, err := draw(*s)
	if err != nil {
		return document.Section{}, err
	}
	s.SVG = svg
	return document.Section{ID: "drawing", Title: s.Title, Blocks: []document.Block{{Figure: &document.Figure{Drawing: s.Drawing, ID: "figure"}}}}, nil
}

// dependencies draws who depends on whom.
func (w world) dependencies() (content, error) {
	o, b := w.highlights()
	s := report.MapSketch(w.Graph, b, o, w.p.Language)
	if w.changed() {
		x, err := changed.Of(w.Graph, w.o, w.c)
		if err != nil {
			return content{}, err
		}
		s.Diagram = x.Dependencies(w.review().Bottleneck, b, o, w.p.Language)
	}
	section, err := figure(&s)
	c := content{title: s.Title, sketch: &s, sections: []document.Section{section}, data: b.Handovers, asks: []question{{name: "handovers"}}}
	c.list = document.Listing{Columns: []string{w.p.Plain("From||handoff"), w.p.Plain("To||handoff"), w.p.Plain("Handoffs")}}
	for _, h := range b.Handovers {
		c.list.Rows = append(c.list.Rows, []any{h.From, h.To, h.Handoffs})
	}
	return c, err
}

// matrix draws who does what.
func (w world) matrix() (content, error) {
	o, _ := w.highlights()
	c := content{title: w.p.Plain("Responsibility matrix"), asks: []question{{name: "support-matrix"}}}
	c.list = document.Listing{Columns: []string{w.p.Plain("Task"), w.p.Plain("Organization"), w.p.Plain("Role"), w.p.Plain("Certainty||mark"), w.p.Plain("File"), w.p.Plain("Row"), w.p.Plain("Column")}}
	marks := w.left.Assignments()
	for _, a := range marks {
		c.list.Rows = append(c.list.Rows, []any{a.Task, a.Organization, string(a.Role), string(a.Reading), a.Source.File, a.Source.Line, a.Source.Column})
	}
	c.data = marks
	if n := len(w.Graph.Tasks()); n == 0 || n > mostRows {
		c.sections = []document.Section{{ID: "drawing", Title: c.title, Blocks: []document.Block{{Text: w.p.Many(n, "The matrix has {1} task.", "The matrix has {1} tasks, too many for a page; its rows are beside it as CSV.")}}}}
		return c, nil
	}
	s, err := report.MatrixSketch(w.Graph, drawings.Selection{}, o, w.p.Language)
	if err != nil {
		return c, err
	}
	if w.changed() {
		x, err := changed.Of(w.Graph, w.o, w.c)
		if err != nil {
			return c, err
		}
		if s.Diagram, err = x.Matrix(drawings.Selection{}, o, w.p.Language); err != nil {
			return c, err
		}
	}
	section, err := figure(&s)
	c.sketch, c.sections = &s, []document.Section{section}
	return c, err
}

// mostRows is how many tasks a matrix has at most that is drawn on a page.
const mostRows = 600

// lanes draws a flow.
func (w world) lanes(f graph.Flow) (*report.Sketch, error) {
	o, _ := w.highlights()
	s := report.FlowSketch(w.Graph, f, o, w.p.Language)
	if w.changed() {
		x, err := changed.Of(w.Graph, w.o, w.c)
		if err != nil {
			return nil, err
		}
		s.Diagram = x.Lanes(f, o, w.p.Language)
	}
	return &s, nil
}

// clickable makes the links of a drawing take away what they stand for, or bring it back.
func (w world) clickable(svg string) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(svg, "<a ")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		tag, after, _ := strings.Cut(rest, ">")
		svg = after
		inside, _, _ := strings.Cut(after, "</a>")
		b.WriteString("<a " + w.clicked(tag, strings.Contains(inside, "<text")) + ">")
	}
}

// clicked returns the attributes of a link of a drawing as those of one that changes the
// place. One that has a text is called by it, and described by what a click does.
func (w world) clicked(attributes string, named bool) string {
	c := overlay.Change{Kind: overlay.Without, From: attribute(attributes, "data-organization")}
	if task := attribute(attributes, "data-task"); task != "" {
		c = overlay.Change{Kind: overlay.WithoutTask, Task: task}
	} else if c.From == "" {
		return attributes
	}
	key := c.String()
	says := "aria-label"
	if named {
		says = "aria-description"
	}
	return `href="` + escaped(w.With(c).Address(Page)) + `" data-key="drawing ` + escaped(key) + `" ` + says + `="` + escaped(w.toggle(c)) + `"`
}

// toggle says what a click on something does.
func (w world) toggle(c overlay.Change) string {
	name := messages.OrganizationNames(w.Graph, []string{c.From}, w.p.Language)
	if c.Kind == overlay.WithoutTask {
		name = w.p.Task(c.Task).String()
	}
	if slices.Contains(w.Changes, c) {
		return w.p.Plain("Bring back {1}", name)
	}
	return w.p.Plain("Take away {1}", name)
}
