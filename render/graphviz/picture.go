package graphviz

import (
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"math"
	"slices"
	"strconv"
	"strings"

	"tasuki/render/layout"
)

// sheet is Graphviz's JSON, as far as it says what to paint. Lengths are points,
// and y grows upwards.
type sheet struct {
	Name    string   `json:"name"`
	Draw    []op     `json:"_draw_"`
	Label   []op     `json:"_ldraw_"`
	Objects []object `json:"objects"`
	Edges   []object `json:"edges"`
}

type object struct {
	Tooltip string `json:"tooltip"`
	Lines   string `json:"label"`
	Draw    []op   `json:"_draw_"`
	Head    []op   `json:"_hdraw_"`
	Tail    []op   `json:"_tdraw_"`
	Label   []op   `json:"_ldraw_"`
}

// op is one instruction of the drawing language xdot.
type op struct {
	Op     string       `json:"op"`
	Grad   string       `json:"grad"`
	Color  string       `json:"color"`
	Style  string       `json:"style"`
	Points [][2]float64 `json:"points"`
	Rect   [4]float64   `json:"rect"`
	Size   float64      `json:"size"`
	At     [2]float64   `json:"pt"`
	Align  string       `json:"align"`
}

// pictureOf returns what a layout in Graphviz's JSON paints, edges over nodes. The
// ground of the graph is its frame.
func pictureOf(text []byte) (layout.Picture, error) {
	var s sheet
	if err := json.Unmarshal(text, &s); err != nil {
		return layout.Picture{}, fmt.Errorf("reading a layout: %w", err)
	}
	ground, err := object{Draw: s.Draw, Label: s.Label}.part()
	errs := []error{err}
	if err == nil && len(ground.Outlines) == 0 {
		errs = append(errs, errors.New("there is nothing to paint in it"))
	}
	p := layout.Picture{ID: s.Name, Title: s.Name, Frame: layout.Hull(ground.Outlines)}
	for i, list := range [][]object{s.Objects, s.Edges} {
		for _, o := range list {
			part, err := o.part()
			if i == 0 {
				part.Room = layout.Hull(part.Outlines)
			}
			p.Parts = append(p.Parts, part)
			errs = append(errs, err)
		}
	}
	if err := errors.Join(errs...); err != nil {
		return layout.Picture{}, fmt.Errorf("reading a layout: %w", err)
	}
	return p, nil
}

// part returns what an object paints.
func (o object) part() (layout.Part, error) {
	part := layout.Part{Hint: unquoted(o.Tooltip)}
	for _, ops := range [][]op{o.Draw, o.Tail, o.Head, o.Label} {
		if err := paint(&part, ops); err != nil {
			return part, err
		}
	}
	// Where a text has backslashes, the JSON doubles them and leaves out as many
	// characters of its end, so that the instructions say where texts stand only.
	lines := slices.DeleteFunc(strings.Split(unquoted(o.Lines), "\n"), func(line string) bool { return line == "" })
	if len(lines) != len(part.Texts) {
		return part, fmt.Errorf("%d lines of text are painted of the label %q", len(part.Texts), o.Lines)
	}
	for i, line := range lines {
		part.Texts[i].Text = line
	}
	return part, nil
}

// unquoted returns the text that an attribute stands for: package encode wrote it.
func unquoted(value string) string {
	return html.UnescapeString(strings.NewReplacer(`\\`, `\`, `\n`, "\n", `\l`, "\n").Replace(value))
}

// paint adds what instructions paint to a part.
func paint(part *layout.Part, ops []op) error {
	pen := layout.Outline{Line: "#000000", Fill: "#000000", Pen: 1}
	size := 0.0
	for _, o := range ops {
		switch o.Op {
		case "c", "C":
			color, err := colorOf(o)
			if err != nil {
				return err
			}
			if o.Op == "c" {
				pen.Line = color
			} else {
				pen.Fill = color
			}
		case "S":
			if err := style(&pen, o.Style); err != nil {
				return err
			}
		case "F":
			size = o.Size
		case "t": // bold and italic of HTML-like labels, which we have none of
		case "T":
			align := map[string]float64{"c": 0.5, "r": 1}[o.Align]
			part.Texts = append(part.Texts, layout.Text{At: point(o.At), Align: align, Size: size, Color: pen.Line})
		default:
			outline, err := outlineOf(o, pen)
			if err != nil {
				return err
			}
			part.Outlines = append(part.Outlines, outline)
		}
	}
	return nil
}

// outlineOf returns the path of an instruction, painted with a pen.
func outlineOf(o op, pen layout.Outline) (layout.Outline, error) {
	for _, p := range o.Points {
		pen.Points = append(pen.Points, point(p))
	}
	if !strings.Contains("PEB", o.Op) {
		pen.Fill = ""
	}
	switch o.Op {
	case "P", "p":
		pen.Kind = layout.PolygonPath
	case "L":
		pen.Kind = layout.LinePath
	case "E", "e":
		pen.Kind = layout.EllipsePath
		x, y, a, b := o.Rect[0], o.Rect[1], o.Rect[2], o.Rect[3]
		pen.Points = []layout.Point{point([2]float64{x - a, y + b}), point([2]float64{x + a, y - b})}
	case "B", "b":
		pen.Kind = layout.CurvePath
	default:
		return pen, fmt.Errorf("the instruction %q is not known", o.Op)
	}
	if len(pen.Points) == 0 {
		return pen, fmt.Errorf("the instruction %q has no points", o.Op)
	}
	return pen, nil
}

func point(p [2]float64) layout.Point { return layout.Point{X: p[0], Y: -p[1]} }

func style(pen *layout.Outline, style string) error {
	switch width, ok := strings.CutPrefix(style, "setlinewidth("); {
	case ok:
		x, err := strconv.ParseFloat(strings.TrimSuffix(width, ")"), 64)
		if err != nil || math.IsNaN(x) || x < 0 {
			return fmt.Errorf("the line width %q is not a number", style)
		}
		pen.Pen = x
	case style == "solid":
		pen.Dashed = false
	case style == "dashed", style == "dotted":
		pen.Dashed = true
	}
	return nil
}

// colorOf returns a colour such as #ffffff, or none for one that cannot be seen.
func colorOf(o op) (string, error) {
	_, err := strconv.ParseUint(strings.TrimPrefix(o.Color, "#"), 16, 32)
	switch {
	case o.Grad != "none" && o.Grad != "":
		return "", errors.New("a gradient: only plain colours are painted")
	case !strings.HasPrefix(o.Color, "#") || err != nil || len(o.Color) != 7 && len(o.Color) != 9:
		return "", fmt.Errorf("%q is not a colour such as #ffffff", o.Color)
	case strings.HasSuffix(o.Color[7:], "00"):
		return "", nil
	}
	return o.Color[:7], nil
}
