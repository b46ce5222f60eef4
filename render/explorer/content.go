package explorer

import (
	"encoding/json"
	"io"

	"tasuki/analysis/consequence"
	"tasuki/analysis/overlay"
	"tasuki/graph"
	"tasuki/graph/said"
	"tasuki/queries"
	"tasuki/render/answer"
	"tasuki/render/consequences"
	"tasuki/render/document"
	"tasuki/render/picture"
	"tasuki/render/report"
)

// content is what a view shows.
type content struct {
	title    string
	sections []document.Section
	sketch   *report.Sketch   // nil: nothing is drawn
	data     any              // of the view, as JSON
	list     document.Listing // its rows, as CSV
	asks     []question       // in Cypher, of the dataset as it is
	clock    *clock           // nil: no minute can be chosen
	toggle   *overlay.Change  // that takes away what the page is about; nil: it is about several things
	offers   []offer          // other changes to it
}

// question is a question of the catalogue with values of its parameters.
type question struct {
	name   string
	params []param
}

// param is a parameter of a question with its value, a text or a list of texts.
type param struct {
	name  string
	value any
}

// view makes what the view of a place shows.
func (w world) view() (content, error) {
	switch w.View {
	case MatrixView:
		return w.matrix()
	case MapView:
		return w.dependencies()
	case FlowView:
		return w.flow()
	case TimeView:
		return w.time()
	case OrganizationView:
		return w.organization()
	case TaskView:
		return w.task()
	case FindingsView:
		return w.findings()
	case CompareView:
		return w.compare()
	case SearchView:
		return w.search()
	}
	return w.overview()
}

// NotThere is the error of an address whose subject the dataset lacks.
type NotThere struct{ error }

// Unwrap returns what is not there.
func (e NotThere) Unwrap() error { return e.error }

// Write writes the page of a place in a format. The error is a [NotThere] where the
// subject of the place does not exist, or the view has no drawing or no rows; else that
// of the changes, which do not fit the dataset, or of out.
func (m *Model) Write(out io.Writer, place Place, f Format) error {
	w, err := m.at(place)
	if err != nil {
		return err
	}
	c, err := w.view()
	if err != nil {
		return err
	}
	switch f {
	case SVG:
		if c.sketch == nil {
			return NotThere{said.Errorf("the page %s has no drawing", place.Address(Page))}
		}
		data, err := draw(*c.sketch)
		if err == nil {
			_, err = out.Write(data)
		}
		return err
	case JSON:
		return w.json(out, c)
	case CSV:
		return w.csv(out, c)
	case Cypher:
		return w.cypher(out, c)
	}
	return w.page(out, c)
}

func draw(s report.Sketch) ([]byte, error) { return picture.Tools(nil).Sketch(s, "drawing.svg") }

// Exported is what a page is as JSON.
type Exported struct {
	Place        string                    `json:"place"` // its address
	Consequences *consequence.Consequences `json:"consequences,omitempty"`
	Data         any                       `json:"data,omitempty"` // what the view shows
}

func (w world) json(out io.Writer, c content) error {
	e := Exported{Place: w.Address(Page), Data: c.data}
	if w.changed() {
		e.Consequences = &w.c
	}
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	return enc.Encode(e)
}

func (w world) csv(out io.Writer, c content) error {
	list := c.list
	if w.changed() && (list.Columns == nil || w.View == Overview) {
		list = consequences.Listing(w.p, w.c)
	}
	if list.Columns == nil {
		return NotThere{said.Errorf("the page %s has no rows", w.Address(Page))}
	}
	a := answer.NewAnswer(out, answer.AnswerCSV)
	if err := a.Columns(list.Columns); err != nil {
		return err
	}
	for _, row := range list.Rows {
		if err := a.Row(row); err != nil {
			return err
		}
	}
	return a.Close()
}

// cypher writes the questions that reproduce a page in Neo4j, each with the values of its
// parameters.
func (w world) cypher(out io.Writer, c content) error {
	if len(c.asks) == 0 {
		return NotThere{said.Errorf("the page %s has no question in Cypher", w.Address(Page))}
	}
	for i, ask := range c.asks {
		q, err := queries.Get(ask.name)
		if err != nil {
			return err
		}
		text := ""
		if i > 0 {
			text = "\n"
		}
		text += "// " + graph.Name{EN: q.Title.EN, JA: q.Title.JA}.In(w.p.Lang) + "\n"
		for _, p := range append([]param{{"dataset", w.Stored}}, ask.params...) {
			encoded, err := json.Marshal(p.value)
			if err != nil {
				return err
			}
			text += ":param " + p.name + " => " + string(encoded) + ";\n"
		}
		if _, err := io.WriteString(out, text+q.Cypher+"\n"); err != nil {
			return err
		}
	}
	return nil
}
