package exchange

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// drawioFile is a file of draw.io: mxfile, and in it pages of cells.
type drawioFile struct {
	XMLName xml.Name        `xml:"mxfile"`
	Host    string          `xml:"host,attr"`
	Pages   []drawioDiagram `xml:"diagram"`
}

type drawioDiagram struct {
	ID    string `xml:"id,attr"`
	Name  string `xml:"name,attr"`
	Model struct {
		Page   int `xml:"page,attr"`
		Arrows int `xml:"arrows,attr"`
		Root   struct {
			Cells []cell `xml:"mxCell"`
		} `xml:"root"`
	} `xml:"mxGraphModel"`
}

// cell is a box, a lane, a text or an arrow.
type cell struct {
	ID       string          `xml:"id,attr"`
	Value    string          `xml:"value,attr,omitempty"`
	Style    string          `xml:"style,attr,omitempty"`
	Vertex   int             `xml:"vertex,attr,omitempty"`
	Edge     int             `xml:"edge,attr,omitempty"`
	Parent   string          `xml:"parent,attr,omitempty"`
	Source   string          `xml:"source,attr,omitempty"`
	Target   string          `xml:"target,attr,omitempty"`
	Geometry *drawioGeometry `xml:"mxGeometry"`
}

type drawioGeometry struct {
	X        string        `xml:"x,attr,omitempty"`
	Y        string        `xml:"y,attr,omitempty"`
	Width    string        `xml:"width,attr,omitempty"`
	Height   string        `xml:"height,attr,omitempty"`
	Relative int           `xml:"relative,attr,omitempty"`
	As       string        `xml:"as,attr"`
	Points   *drawioPoints `xml:"Array"`
	Offset   *drawioPoint  `xml:"mxPoint"`
}

type drawioPoints struct {
	As     string        `xml:"as,attr"`
	Points []drawioPoint `xml:"mxPoint"`
}

type drawioPoint struct {
	X  string `xml:"x,attr"`
	Y  string `xml:"y,attr"`
	As string `xml:"as,attr,omitempty"`
}

// number writes a length, or a share, to a thousandth.
func number(v float64) string {
	text := strings.TrimRight(strings.TrimRight(strconv.FormatFloat(v, 'f', 3, 64), "0"), ".")
	if text == "-0" {
		return "0"
	}
	return text
}

// lines joins lines that are not empty. They are shown as they are, as html=0 in the style says.
func lines(list ...string) string {
	var kept []string
	for _, line := range list {
		if line = clean(line); line != "" {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "\n")
}
