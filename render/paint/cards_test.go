package paint_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"tasuki/internal/pdftext"
	"tasuki/render/document"
	"tasuki/render/layout"
	"tasuki/render/paint"
)

func cardsOf(t *testing.T, deck document.Deck) []pdftext.Page {
	t.Helper()
	var b bytes.Buffer
	if err := painter().Document(&b, paint.A4, "Cards", paint.Part{Cards: &deck, Foot: "foot"}); err != nil {
		t.Fatal(err)
	}
	return pdftext.Drawn(t, b.Bytes())
}

// TestCardsFitTheirPages deals cards with texts of all lengths: each line stands once,
// inside the border of a card, and no border leaves the page.
func TestCardsFitTheirPages(t *testing.T) {
	for _, words := range []int{0, 3, 60, 400, 3000} {
		deck := document.Deck{Note: "The note.", Size: 10.5}
		for i := range 5 {
			var text strings.Builder
			for k := range words {
				fmt.Fprintf(&text, "w%d.%d ", i, k)
			}
			deck.Cards = append(deck.Cards, document.Card{
				Title:  fmt.Sprintf("Card %d", i),
				Fields: []document.CardField{{Name: "To", Value: strings.Repeat("Somebody, ", 1+i*words/60)}, {Name: "Time"}},
				Text:   text.String(), Blanks: []string{"Received"},
			})
		}
		pages, all := cardsOf(t, deck), ""
		for n, page := range pages {
			if len(page.Shapes) == 0 || len(page.Shapes) > 4 {
				t.Errorf("%d words: page %d has %d cards", words, n+1, len(page.Shapes))
			}
			for _, s := range page.Shapes {
				if s.Left < 20 || s.Low < 20 || s.Right > page.Width-20 || s.High > page.Height-20 {
					t.Errorf("%d words: a card stands at %+v", words, s.Box)
				}
			}
			for _, text := range page.Texts {
				all += text.Text + " "
				inside := text.Text == "The note." || strings.HasPrefix(text.Text, "foot")
				for _, s := range page.Shapes {
					inside = inside || text.X >= s.Left && text.X < s.Right && text.Y-2 > s.Low && text.Y+text.Size*0.8 < s.High
				}
				if !inside {
					t.Errorf("%d words: page %d: %q stands in no card", words, n+1, text.Text)
				}
			}
		}
		for i := range 5 {
			for k := range words {
				if strings.Count(all, fmt.Sprintf("w%d.%d ", i, k)) != 1 {
					t.Fatalf("%d words: word %d of card %d stands %d times", words, k, i, strings.Count(all, fmt.Sprintf("w%d.%d ", i, k)))
				}
			}
		}
		if want := 2; words <= 3 && len(pages) != want {
			t.Errorf("%d words: %d pages, want %d", words, len(pages), want)
		}
	}
}

// TestTooSmallDrawingsAreNotPutOnOnePage: what cannot be read is not printed.
func TestTooSmallDrawingsAreNotPutOnOnePage(t *testing.T) {
	pages := 0
	for _, whole := range []bool{false, true} {
		var b bytes.Buffer
		if err := painter().Document(&b, paint.A4, "Long", paint.Part{Picture: tower(400), Whole: whole}); err != nil {
			t.Fatal(err)
		}
		drawn := pdftext.Drawn(t, b.Bytes())
		for _, text := range drawn[0].Texts {
			if text.Size < 8 {
				t.Fatalf("%q has %.2f points", text.Text, text.Size)
			}
		}
		if whole && len(drawn) != pages {
			t.Errorf("%d pages where there are %d otherwise", len(drawn), pages)
		}
		pages = len(drawn)
	}
}

// tower is a picture of boxes below each other.
func tower(n int) layout.Picture {
	var shapes []layout.Shape
	for i := range n {
		shapes = append(shapes, boxAt(60, float64(40*i), 115, 29, fmt.Sprintf("task%d.", i)))
	}
	return pictureOf(shapes...)
}
