package paint

import (
	"bytes"
	"strconv"

	"tasuki/graph/said"
)

// titled lets programs show the title of a PDF in place of the name of its file,
// which the library cannot ask for. The catalogue is the last object of a file, so
// that of all places only that of the table behind it moves.
func titled(pdf []byte) ([]byte, error) {
	const catalogue, preference, table = "/Type /Catalog\n", "/ViewerPreferences <</DisplayDocTitle true>>\n", "startxref\n"
	at, end := bytes.LastIndex(pdf, []byte(catalogue)), bytes.LastIndex(pdf, []byte(table))
	if at < 0 || end < at {
		return nil, said.New("writing a PDF: its catalogue is not where the library puts it")
	}
	number, rest, _ := bytes.Cut(pdf[end+len(table):], []byte("\n"))
	place, err := strconv.Atoi(string(number))
	if err != nil || place < at {
		return nil, said.New("writing a PDF: its catalogue is not where the library puts it")
	}
	at += len(catalogue)
	out := append(make([]byte, 0, len(pdf)+len(preference)+1), pdf[:at]...)
	out = append(append(out, preference...), pdf[at:end+len(table)]...)
	out = append(strconv.AppendInt(out, int64(place+len(preference)), 10), '\n')
	return append(out, rest...), nil
}
