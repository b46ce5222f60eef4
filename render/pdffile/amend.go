package pdffile

import (
	"bytes"
	"fmt"
	"strconv"

	"tasuki/graph/said"
)

// errPlace says that the library does not write what is changed as it did.
var errPlace = said.New("writing a PDF: its parts are not where the library puts them")

// Titled lets programs show the title of a PDF in place of the name of its file,
// which the library cannot ask for.
func Titled(pdf []byte) ([]byte, error) {
	const catalogue, preference = "/Type /Catalog\n", "/ViewerPreferences <</DisplayDocTitle true>>\n"
	at := bytes.LastIndex(pdf, []byte(catalogue))
	if at < 0 {
		return nil, errPlace
	}
	at += len(catalogue)
	return replaced(pdf, at, at, preference)
}

// replaced returns a PDF with a text in place of what stands between two places, and its table
// of places set right.
func replaced(pdf []byte, from, to int, text string) ([]byte, error) {
	const start, table = "startxref\n", "xref\n0 "
	by := len(text) - (to - from)
	end := bytes.LastIndex(pdf, []byte(start))
	if end < to {
		return nil, errPlace
	}
	number, rest, _ := bytes.Cut(pdf[end+len(start):], []byte("\n"))
	place, err := strconv.Atoi(string(number))
	if err != nil || place < to || place > end || !bytes.HasPrefix(pdf[place:], []byte(table)) {
		return nil, errPlace
	}
	out := append(make([]byte, 0, len(pdf)+by+1), pdf[:from]...)
	out = append(append(out, text...), pdf[to:place]...)
	for line := range bytes.Lines(pdf[place:end]) {
		if at, err := strconv.Atoi(string(line[:min(10, len(line))])); err == nil && len(line) == 20 && at > from {
			line = fmt.Appendf(nil, "%010d%s", at+by, line[10:])
		}
		out = append(out, line...)
	}
	out = append(strconv.AppendInt(append(out, start...), int64(place+by), 10), '\n')
	return append(out, rest...), nil
}
