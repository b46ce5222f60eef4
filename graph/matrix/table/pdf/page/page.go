package page

import (
	"cmp"

	"tasuki/graph/matrix/table/pdf/object"
	"tasuki/graph/said"
)

// Page is what a page draws, turned as it is read: x grows to the right, y downwards.
type Page struct {
	Number        int // from 1
	Width, Height float64
	Glyphs        []Glyph // in the order in which they are drawn
	Rules         []Rule
	Unknown       int // characters of fonts that do not say which they are
	Outside       int // characters left out, since they stand outside of the page
	Unseen        int // characters that are not painted, as those laid over a scan
}

// Glyph is a character, or several that are drawn as one.
type Glyph struct {
	Text        string
	Left, Right float64
	Top, Bottom float64
	Size        float64 // of the font, on the page
	Space       float64 // the width of a blank of the font
	Turn        int     // quarter turns clockwise
	X, Y        float64 // tells which cell it belongs to: the middle of its word
	Begins      bool    // a text begins, which does not continue the one before
	Starts      bool    // it is the first that is drawn at once
	Cut         bool    // it runs out of what the page shows of its text
	Ends        bool    // what follows it is cut off
}

// Rule is a straight line, across or down.
type Rule struct {
	Across   bool
	At       float64 // y of a line across, x of one down
	From, To float64
}

// Each hands over every page of a file in its order.
func Each(f *object.File, visit func(*Page) error) error {
	w := walker{file: f, visit: visit, seen: map[object.Ref]bool{}, fonts: map[object.Ref]*font{}}
	if err := w.walk(f.Pages(), inherited{}, 0); err != nil {
		return err
	}
	return f.Err()
}

// walker visits pages.
type walker struct {
	file   *object.File
	visit  func(*Page) error
	seen   map[object.Ref]bool
	pages  int
	glyphs int
	drawn  int
	mapped int
	loaded int // fonts
	names  map[string]string
	fonts  map[object.Ref]*font
}

// inherited is what a page has from what it hangs below.
type inherited struct{ resources, box, crop, rotate any }

func (w *walker) walk(node object.Dict, from inherited, depth int) error {
	for key, place := range map[object.Name]*any{"Resources": &from.resources, "MediaBox": &from.box, "CropBox": &from.crop, "Rotate": &from.rotate} {
		if v := node[key]; v != nil {
			*place = v
		}
	}
	if node["Kids"] == nil {
		return w.page(node, from)
	}
	if depth > object.MaxNested {
		return said.Errorf("the pages of the PDF hang below each other more than %d deep; print them to a new PDF", object.MaxNested)
	}
	for _, kid := range w.file.Array(node["Kids"]) {
		if ref, named := kid.(object.Ref); named {
			if w.seen[ref] {
				continue
			}
			w.seen[ref] = true
		}
		if d, ok := object.Of[object.Dict](w.file, kid); ok {
			if err := w.walk(d, from, depth+1); err != nil {
				return err
			}
		}
		if err := w.file.Err(); err != nil {
			return err
		}
	}
	return nil
}

func (w *walker) page(d object.Dict, from inherited) error {
	if w.pages++; w.pages > maxPages {
		return said.Errorf("the PDF has more than %d pages; print those with the matrix alone to a new PDF", maxPages)
	}
	box, ok := w.file.Numbers(from.crop, 4)
	if !ok {
		if box, ok = w.file.Numbers(from.box, 4); !ok {
			box = []float64{0, 0, 612, 792}
		}
	}
	p := &Page{Number: w.pages}
	upright := p.stand(box, int(w.file.Number(from.rotate, 0)))
	data, err := w.contents(d["Contents"])
	if err != nil {
		return said.Errorf("page %d: %w", w.pages, err)
	}
	c := &canvas{walker: w, page: p, resources: w.file.Dict(from.resources), chosen: map[object.Name]*font{}}
	c.state = state{ctm: upright, scale: 1, clip: area{0, 0, p.Width, p.Height}}
	if err := c.draw(data); err != nil {
		return said.Errorf("page %d: %w", w.pages, err)
	}
	if err := cmp.Or(c.annotations(d["Annots"], upright), w.file.Err()); err != nil {
		return said.Errorf("page %d: %w", w.pages, err)
	}
	p.settle()
	if w.glyphs += len(p.Glyphs); w.glyphs > maxAll {
		return said.Errorf("the PDF has more than %d characters; print the pages with the matrix alone to a new PDF", maxAll)
	}
	return w.visit(p)
}

// stand sets the size of the page and returns what turns its box upright.
func (p *Page) stand(box []float64, rotate int) matrix {
	left, low := min(box[0], box[2]), min(box[1], box[3])
	right, high := max(box[0], box[2]), max(box[1], box[3])
	p.Width, p.Height = right-left, high-low
	switch ((rotate/90)%4 + 4) % 4 {
	case 1:
		p.Width, p.Height = p.Height, p.Width
		return matrix{0, 1, 1, 0, -low, -left}
	case 2:
		return matrix{-1, 0, 0, 1, right, -low}
	case 3:
		p.Width, p.Height = p.Height, p.Width
		return matrix{0, -1, -1, 0, high, right}
	}
	return matrix{1, 0, 0, -1, -left, high}
}

// contents returns what draws a page, which may lie in several streams.
func (w *walker) contents(v any) ([]byte, error) {
	var all []byte
	list := []any{v}
	if a, ok := object.Of[[]any](w.file, v); ok {
		list = a
	} else if v == nil {
		return nil, nil
	}
	for _, v := range list {
		s, ok := object.Of[*object.Stream](w.file, v)
		if !ok && w.file.Err() == nil {
			return nil, said.New("what draws it is missing, so the PDF is damaged; open it in a program that shows it and print it to a new PDF")
		}
		if ok {
			all = append(append(all, w.file.Bytes(s)...), '\n')
		}
	}
	return all, w.file.Err()
}
