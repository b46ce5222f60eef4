package page

import (
	"fmt"
	"os"
	"testing"

	"tasuki/graph/matrix/table/pdf/object"
)

func TestDump(t *testing.T) {
	data, err := os.ReadFile(os.Getenv("PDF"))
	if err != nil {
		t.Skip()
	}
	f, err := object.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	fmt.Println(Each(f, func(p *Page) error {
		fmt.Println(p.Number, p.Width, p.Height, len(p.Glyphs), len(p.Rules))
		for _, r := range p.Rules[:min(len(p.Rules), 40)] {
			fmt.Println(r)
		}
		for _, g := range p.Glyphs[:len(p.Glyphs)] {
			fmt.Printf("%q %.2f-%.2f %.2f-%.2f size %.2f %.2f turn %d begins %v %.1f %.1f\n", g.Text, g.Left, g.Right, g.Top, g.Bottom, g.Size, g.Space, g.Turn, g.Begins, g.X, g.Y)
		}
		return nil
	}))
}
