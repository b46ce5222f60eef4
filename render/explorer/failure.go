package explorer

import (
	"bytes"
	"io"

	"tasuki/render/document"
)

// WriteError writes a page that says what is wrong with the address of another, with the
// way back.
func (m *Model) WriteError(out io.Writer, place Place, problem string) error {
	w, err := m.at(Place{Lang: place.Lang})
	if err != nil {
		return err
	}
	c := content{title: w.p.Plain("This page cannot be shown"), sections: []document.Section{{ID: "error", Title: w.p.Plain("What is wrong"), Blocks: []document.Block{
		{Text: document.Words(problem)}, {Link: w.link(w.p.Plain("Overview"), w.At(Overview, ""))},
	}}}}
	return w.page(out, c)
}

// sound is where pages say that their dataset can no longer be read; the module says
// it there, too.
const sound = `<p id="problem" role="alert" hidden></p>`

// WithProblem returns a page that says what is wrong with the files of the dataset since
// they were read: it is made of what was read before.
func WithProblem(page []byte, problem string) []byte {
	if problem == "" {
		return page
	}
	return bytes.Replace(page, []byte(sound), []byte(`<p id="problem" role="alert">`+escaped(problem)+`</p>`), 1)
}
