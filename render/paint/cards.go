package paint

import (
	"cmp"
	"fmt"
	"slices"

	"tasuki/render/document"
)

// The measures of cards, in points.
const (
	cardPad   = 12.0
	cardBlank = 24.0 // the height of a line to write on
	cardLines = 3    // of the title and of each field; longer ones end in a sign
)

// dealer puts cards on pages.
type dealer struct {
	setter
	across, down int     // how many cards a page has
	wide, high   float64 // of a card
	top          float64 // of the first, below the note
	next         int     // the place of the next card, counted from the first of a page
}

// cards deals cards on pages, four to one or, when a text does not fit such a card, two. A
// text that does not fit a card goes on to the next.
func (p *press) cards(deck document.Deck) {
	deck = mapDeck(deck, p.paintable)
	var d *dealer
	for _, across := range []int{2, 1} {
		d = &dealer{setter: setter{press: p, width: p.paper.width, height: p.paper.height, body: cmp.Or(deck.Size, bodySize)}, across: across, down: 2}
		d.top = margin
		if deck.Note != "" {
			d.top += float64(len(d.wrap(deck.Note, noteSize, d.width-2*margin)))*noteSize*leading + 6
		}
		d.wide, d.high = (d.width-2*margin)/float64(across), (d.height-d.top-margin-footer)/2
		fit := true
		for _, c := range deck.Cards {
			fit = fit && len(d.texts(c)) <= 1 && !d.cut(c)
		}
		if fit {
			break
		}
	}
	for _, c := range deck.Cards {
		texts := d.texts(c)
		for i, lines := range texts {
			part := c
			if len(texts) > 1 {
				part.Title += fmt.Sprintf("  (%d / %d)", i+1, len(texts))
			}
			d.deal(deck.Note, part, lines)
		}
	}
}

// mapDeck returns cards with what f makes of each of their texts.
func mapDeck(deck document.Deck, f func(string) string) document.Deck {
	cards := make([]document.Card, len(deck.Cards))
	for i, c := range deck.Cards {
		made := document.Card{Title: f(c.Title), Text: f(c.Text)}
		for _, field := range c.Fields {
			made.Fields = append(made.Fields, document.CardField{Name: f(field.Name), Value: f(field.Value)})
		}
		for _, b := range c.Blanks {
			made.Blanks = append(made.Blanks, f(b))
		}
		cards[i] = made
	}
	return document.Deck{Size: deck.Size, Note: f(deck.Note), Cards: cards}
}

// names returns how wide the names of the fields are.
func (d *dealer) names(c document.Card) float64 {
	width := 0.0
	for _, f := range c.Fields {
		width = max(width, d.Font.Width(f.Name, d.body))
	}
	return min(width+10, (d.wide-2*cardPad)/2)
}

// fields returns the lines of the values of fields.
func (d *dealer) fields(c document.Card) [][]string {
	var all [][]string
	for _, f := range c.Fields {
		all = append(all, d.clip(d.wrap(f.Value, d.body, d.wide-2*cardPad-d.names(c))))
	}
	return all
}

// title returns the lines of the title of a card.
func (d *dealer) title(c document.Card) []string {
	return d.clip(d.wrap(c.Title, headSize, d.wide-2*cardPad))
}

// clip returns no more lines than a card has room for.
func (d *dealer) clip(lines []string) []string {
	if len(lines) <= cardLines {
		return lines
	}
	last := []rune(lines[cardLines-1])
	return append(slices.Clone(lines[:cardLines-1]), string(last[:max(0, len(last)-2)])+"…")
}

// cut reports whether a field of a card is longer than there is room for.
func (d *dealer) cut(c document.Card) bool {
	return slices.ContainsFunc(c.Fields, func(f document.CardField) bool {
		return len(d.wrap(f.Value, d.body, d.wide-2*cardPad-d.names(c))) > cardLines
	})
}

// texts returns the text of a card, in as many parts as it takes cards.
func (d *dealer) texts(c document.Card) [][]string {
	taken := float64(len(d.title(c)))*headSize*leading + 6
	for _, lines := range d.fields(c) {
		taken += float64(max(1, len(lines))) * d.body * leading
	}
	room := d.high - 2*cardPad - taken - 14 - float64(len(c.Blanks))*cardBlank
	most := max(1, int(room/(d.body*leading)))
	lines := d.wrap(c.Text, d.body, d.wide-2*cardPad)
	parts := [][]string{}
	for len(lines) > most {
		parts, lines = append(parts, lines[:most]), lines[most:]
	}
	return append(parts, lines)
}

// deal puts a card into the next place.
func (d *dealer) deal(note string, c document.Card, text []string) {
	if d.next%(d.across*d.down) == 0 {
		d.page()
		if note != "" {
			d.paragraph(note, noteSize, 0, false)
		}
	}
	at := d.next % (d.across * d.down)
	d.next++
	left, top := margin+float64(at%d.across)*d.wide, d.top+float64(at/d.across)*d.high
	d.doc.pdf.SetDrawColor(110, 110, 110)
	d.doc.pdf.SetLineWidth(0.6)
	d.doc.pdf.SetDashPattern([]float64{4, 3}, 0)
	d.doc.pdf.Rect(left, top, d.wide, d.high, "D")
	d.doc.pdf.SetDashPattern(nil, 0)
	y := d.above(c, left+cardPad, top+cardPad)
	for _, line := range text {
		d.line(line, left+cardPad, y, d.body, false)
		y += d.body * leading
	}
	for i, blank := range c.Blanks {
		x, y := left+cardPad, top+d.high-cardPad-float64(len(c.Blanks)-1-i)*cardBlank
		d.line(blank, x, y-d.body*leading, d.body, false)
		d.rule(min(x+d.Font.Width(blank, d.body)+6, left+d.wide-2*cardPad), y, left+d.wide-cardPad)
	}
}

// above puts what stands above the text of a card, and returns where the text begins.
func (d *dealer) above(c document.Card, x, y float64) float64 {
	for _, line := range d.title(c) {
		d.line(line, x, y, headSize, true)
		y += headSize * leading
	}
	y += 6
	names := d.names(c)
	for i, lines := range d.fields(c) {
		d.line(c.Fields[i].Name, x, y, d.body, false)
		for n, line := range lines {
			d.line(line, x+names, y+float64(n)*d.body*leading, d.body, false)
		}
		y += float64(max(1, len(lines))) * d.body * leading
	}
	d.rule(x, y+5, x+d.wide-2*cardPad)
	return y + 14
}

// rule draws a line at a height from the top of the page.
func (d *dealer) rule(from, y, to float64) {
	d.doc.pdf.SetDrawColor(110, 110, 110)
	d.doc.pdf.SetLineWidth(0.5)
	d.doc.pdf.Line(from, y, to, y)
}
