package pdf

import (
	"fmt"
	"os"
	"tasuki/graph/matrix/table/pdf/object"
	"tasuki/graph/matrix/table/pdf/page"
	"testing"
)

func TestSpots(t *testing.T) {
	data, err := os.ReadFile(os.Getenv("PDF"))
	if err != nil {
		t.Skip()
	}
	f, _ := object.Open(data)
	page.Each(f, func(p *page.Page) error {
		if p.Number > 1 {
			return nil
		}
		l, _ := spread(p, p.Glyphs, nil)
		fmt.Println("seed", l.columns.seed)
		for _, c := range l.columns.list {
			fmt.Printf("col %.0f-%.0f head %.0f\n", c.left, c.right, c.head)
		}
		for i, line := range l.lines[:min(14, len(l.lines))] {
			for _, s := range line {
				fmt.Printf("%d gap %.1f mid %.1f %q %.0f-%.0f size %.1f col %.0f\n", i, l.gaps[i], s.mid, s.text, s.left, s.right, s.size, s.first.left)
			}
		}
		return nil
	})
}
