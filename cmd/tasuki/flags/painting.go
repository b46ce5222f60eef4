package flags

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"tasuki/graph/files"
	"tasuki/graph/said"
	"tasuki/internal/usage"
	"tasuki/render/paint"
)

// Painting say how PNG and PDF are painted.
type Painting struct {
	font, paper string
	standIns    *paint.StandIns // what was painted as something else
}

// Register adds them.
func (f *Painting) Register(cmd *cobra.Command) {
	f.standIns = &paint.StandIns{}
	cmd.Flags().StringVar(&f.font, "font", "", "a TrueType font `FILE` for .png and .pdf; by default the one that comes with the program; characters that it lacks are painted as others, which is said")
	cmd.Flags().StringVar(&f.paper, "paper", "a4", "the `SIZE` of the pages of a .pdf, a4 or a3")
}

// painter returns the painter of PNG and PDF.
func (f Painting) painter() (paint.Painter, error) {
	p := paint.Painter{Font: paint.DefaultFont(), StandIns: f.standIns}
	if f.font == "" {
		return p, nil
	}
	data, err := files.Read(f.font)
	if err != nil {
		return p, said.Errorf("reading the font: %w", err)
	}
	if p.Font, err = paint.ParseFont(data); err != nil {
		return p, said.Errorf("%s: %w", f.font, err)
	}
	return p, nil
}

// State says which characters were painted as others.
func (f Painting) State(w io.Writer) {
	list := f.standIns.List()
	if len(list) == 0 {
		return
	}
	var names []string
	for _, s := range list[:min(len(list), 10)] {
		names = append(names, fmt.Sprintf("%q (%U) as %q", s.Rune, s.Rune, s.By))
	}
	if more := len(list) - len(names); more > 0 {
		names = append(names, fmt.Sprintf("and %d more", more))
	}
	fmt.Fprintf(w, "tasuki: characters that the font lacks or a PDF cannot hold are painted as others: %s; draw to .svg, or name another font with --font\n", strings.Join(names, ", "))
}

// Tools returns what PNG and PDF are painted with and on.
func (f Painting) Tools() (paint.Painter, paint.Paper, error) {
	paper, err := paint.PaperNamed(f.paper)
	if err != nil {
		return paint.Painter{}, paper, usage.Of(err)
	}
	painter, err := f.painter()
	return painter, paper, err
}
