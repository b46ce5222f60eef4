package pdftext

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// Page is what a page draws, in points, y upwards.
type Page struct {
	Width, Height float64
	Texts         []Text
	Shapes        []Shape
}

// Text is a line of text, from its baseline.
type Text struct {
	Text       string
	X, Y, Size float64
	Clip       Box // what is seen of it
}

// Shape is a closed path.
type Shape struct {
	Box
	Clip Box
}

// Box is an upright box.
type Box struct{ Left, Low, Right, High float64 }

// Cut reports whether an interval of heights is partly inside the clip.
func (b Box) Cut(low, high float64) bool {
	const slack = 0.6 // half the width of a line
	inside := min(high, b.High) - max(low, b.Low)
	return inside > slack && inside < high-low-slack
}

var mediaBox = regexp.MustCompile(`/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]`)

// Drawn returns what each page draws: its texts and closed paths, with the clip in
// force. It knows the operators that package paint uses.
func Drawn(t *testing.T, text []byte) []Page {
	t.Helper()
	objects, order := objectsOf(string(text))
	whole := Box{}
	for _, m := range mediaBox.FindAllSubmatch(text, -1) { // that of all pages stands last
		whole.Right, whole.High = number(string(m[1])), number(string(m[2]))
	}
	var list []Page
	for _, id := range order {
		m := contents.FindStringSubmatch(objects[id])
		if m == nil {
			continue
		}
		size := whole
		if m := mediaBox.FindStringSubmatch(objects[id]); m != nil {
			size.Right, size.High = number(m[1]), number(m[2])
		}
		r := reader{page: Page{Width: size.Right, Height: size.High}, clips: []Box{size}}
		r.read(content(t, objects[m[1]]))
		list = append(list, r.page)
	}
	return list
}

func number(text string) float64 {
	x, _ := strconv.ParseFloat(text, 64)
	return x
}

// reader follows the operators of a page.
type reader struct {
	page  Page
	clips []Box
	args  []string
	path  Box
	begun bool
	shut  bool // the path is closed
	size  float64
	at    [2]float64
}

func (r *reader) read(stream string) {
	for word := range words(stream) {
		switch {
		case word[0] == '(':
			r.args = append(r.args, word[1:])
		case strings.IndexByte("0123456789-./[", word[0]) >= 0:
			r.args = append(r.args, word)
		default:
			r.operate(word)
			r.args = r.args[:0]
		}
	}
}

// arg returns the argument that is n before the operator.
func (r *reader) arg(n int) float64 {
	if n > len(r.args) {
		return math.NaN()
	}
	return number(r.args[len(r.args)-n])
}

func (r *reader) operate(word string) {
	clip := r.clips[len(r.clips)-1]
	switch word {
	case "q":
		r.clips = append(r.clips, clip)
	case "Q":
		r.clips = r.clips[:max(1, len(r.clips)-1)]
	case "m", "l":
		r.reach(r.arg(2), r.arg(1))
	case "c":
		r.reach(r.arg(2), r.arg(1))
	case "re":
		r.reach(r.arg(4), r.arg(3))
		r.reach(r.arg(4)+r.arg(2), r.arg(3)+r.arg(1))
		r.shut = true
	case "h":
		r.shut = true
	case "W":
		c := r.path
		r.clips[len(r.clips)-1] = Box{max(c.Left, clip.Left), max(c.Low, clip.Low), min(c.Right, clip.Right), min(c.High, clip.High)}
	case "n", "f", "S", "B", "s", "b", "f*":
		if word != "n" && r.begun && r.shut && r.path.High > r.path.Low && r.path.Right > r.path.Left {
			r.page.Shapes = append(r.page.Shapes, Shape{r.path, clip})
		}
		r.begun, r.shut = false, false
	case "Tf":
		r.size = r.arg(1)
	case "Td":
		r.at = [2]float64{r.arg(2), r.arg(1)}
	case "Tj":
		r.page.Texts = append(r.page.Texts, Text{decoded(r.args[len(r.args)-1]), r.at[0], r.at[1], r.size, clip})
	}
}

// reach makes the path reach a point.
func (r *reader) reach(x, y float64) {
	if !r.begun {
		r.path, r.begun = Box{x, y, x, y}, true
	}
	r.path = Box{min(r.path.Left, x), min(r.path.Low, y), max(r.path.Right, x), max(r.path.High, y)}
}
