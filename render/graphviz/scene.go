package graphviz

import (
	"encoding/json"
	"errors"
	"html"
	"strconv"
	"strings"

	"tasuki/graph/said"
	"tasuki/render/layout"
	"tasuki/render/look"
)

// result is Graphviz's JSON, as far as it says where things stand. Its y axis
// points up.
type result struct {
	Name    string   `json:"name"`
	Objects []object `json:"objects"`
	Edges   []object `json:"edges"`
}

// object is a node or an edge with its attributes.
type object struct {
	Name    string  `json:"name"`
	Shape   string  `json:"shape"`
	Style   string  `json:"style"`
	Label   string  `json:"label"`
	Tooltip string  `json:"tooltip"`
	Size    float64 `json:"fontsize,string"`
	Width   float64 `json:"width,string"` // in inches
	Height  float64 `json:"height,string"`
	At      string  `json:"pos"`
	LabelAt string  `json:"lp"`
}

// sceneOf returns a layout as a scene, which is painted like those of our own.
func sceneOf(text []byte) (*layout.Scene, error) {
	var r result
	if err := json.Unmarshal(text, &r); err != nil {
		return nil, said.Errorf("reading a layout: %w", err)
	}
	s := &layout.Scene{Name: r.Name, Title: r.Name, ArrowsLast: true}
	var errs []error
	for _, o := range r.Objects {
		at, err := pointOf(o.At)
		errs = append(errs, err)
		as := look.Look{Form: o.Shape, Stroke: look.Ink, Pen: 1}
		if o.Style == "bold" {
			as.Pen = 2
		}
		s.Shapes = append(s.Shapes, o.labelled(layout.Shape{Look: as, Name: o.Name, At: at, W: o.Width * 72, H: o.Height * 72, Hint: unquoted(o.Tooltip)}))
	}
	for _, o := range r.Edges {
		points, err := course(o.At)
		errs = append(errs, err)
		if err == nil {
			s.Arrows = append(s.Arrows, layout.Arrow{HeadTip: points[0], Points: points[1:], HeadSize: 1, Color: look.Ink, Pen: 1})
		}
		if o.LabelAt != "" {
			at, err := pointOf(o.LabelAt)
			errs = append(errs, err)
			label := o.labelled(layout.Shape{Look: look.Look{Form: "box"}, At: at})
			label.W, label.H = label.Font.Width(label.Lines), label.Font.Height(len(label.Lines))
			s.Shapes = append(s.Shapes, label)
		}
	}
	if err := errors.Join(errs...); err != nil {
		return nil, said.Errorf("reading a layout: %w", err)
	}
	return s, nil
}

// labelled returns a shape with the label of the object.
func (o object) labelled(sh layout.Shape) layout.Shape {
	sh.Lines, sh.Font.Size = strings.Split(strings.TrimSuffix(unquoted(o.Label), "\n"), "\n"), o.Size
	return sh
}

// unquoted returns the text that an attribute stands for: package encode wrote it.
func unquoted(value string) string {
	return html.UnescapeString(strings.NewReplacer(`\\`, `\`, `\n`, "\n").Replace(value))
}

// course reads where an edge goes: the tip of its head, then its curves.
func course(text string) ([]layout.Point, error) {
	var points []layout.Point
	text, ok := strings.CutPrefix(text, "e,")
	for field := range strings.FieldsSeq(text) {
		p, err := pointOf(field)
		if err != nil {
			return nil, err
		}
		points = append(points, p)
	}
	if !ok || len(points) < 5 || len(points)%3 != 2 {
		return nil, said.Errorf("%q is not the way of an arrow", text)
	}
	return points, nil
}

// pointOf reads a point.
func pointOf(text string) (layout.Point, error) {
	x, y, _ := strings.Cut(text, ",")
	across, err := strconv.ParseFloat(x, 64)
	up, err2 := strconv.ParseFloat(y, 64)
	if errors.Join(err, err2) != nil {
		return layout.Point{}, said.Errorf("%q is not a point", text)
	}
	return layout.Point{X: across, Y: -up}, nil
}
