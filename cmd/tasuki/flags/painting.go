package flags

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"tasuki/graph/files"
	"tasuki/graph/said"
	"tasuki/internal/usage"
	"tasuki/render/messages"
	"tasuki/render/paint"
	"tasuki/render/picture"
)

// Painting say how PNG and PDF are painted.
type Painting struct {
	font, paper string
	standIns    *paint.StandIns // what was painted as something else
}

// Register adds them.
func (f *Painting) Register(cmd *cobra.Command) {
	f.standIns = &paint.StandIns{}
	cmd.Flags().StringVar(&f.font, "font", "", "a font `FILE` for .png and .pdf, .ttf, .otf or .ttc; FILE#2 is the second font of a collection, which otherwise gives the one for Japanese, or its first; by default the font that comes with the program; characters that it lacks are painted as others, which is said")
	cmd.Flags().StringVar(&f.paper, "paper", "a4", "the `SIZE` of the pages of a .pdf, a4 or a3")
}

// painter returns the painter of PNG and PDF.
func (f Painting) painter() (paint.Painter, error) {
	p := paint.Painter{Font: paint.DefaultFont(), StandIns: f.standIns}
	if f.font == "" {
		return p, nil
	}
	path, number := f.font, 0
	data, err := files.Read(path)
	if err != nil { // no file is called so: it may be a font of a collection
		if i := strings.LastIndex(path, "#"); i > 0 {
			if n, wrong := strconv.Atoi(path[i+1:]); wrong == nil && n > 0 {
				path, number = path[:i], n
				data, err = files.Read(path)
			}
		}
	}
	if err != nil {
		return p, said.Errorf("reading the font: %w", err)
	}
	if p.Font, err = paint.ParseFont(data, number); err != nil {
		return p, said.Errorf("%s: %w", path, err)
	}
	return p, nil
}

// State says in a language which characters were painted as others.
func (f Painting) State(w io.Writer, lang messages.Language) {
	if told := messages.StandInTold(f.standIns.List(), lang); told != "" {
		fmt.Fprintln(w, "tasuki:", told)
	}
}

// Tools returns what gives the painter of PNG and PDF, which writes in a language, and the
// paper. It reads the font when it is called.
func (f Painting) Tools(lang messages.Language) picture.Tools {
	return func() (paint.Painter, paint.Paper, error) {
		paper, err := paint.PaperNamed(f.paper)
		if err != nil {
			return paint.Painter{}, paper, usage.Of(err)
		}
		painter, err := f.painter()
		painter.NotesIn = lang
		return painter, paper, err
	}
}
