package logfile

import (
	"bytes"
	"io"
	"path/filepath"
	"strings"

	"tasuki/graph/eventlog/column"
	"tasuki/graph/matrix/table/separated"
)

// Recognized reports whether a file is an event log and no matrix: XES and OCEL by what
// they begin with, a table by headings that name a case, an activity and a time. A file
// that cannot be opened is none.
func Recognized(path string) bool {
	f, err := openFile(path, 0)
	if err != nil {
		return false
	}
	defer f.close()
	r, err := f.reader()
	if err != nil {
		return false
	}
	defer r.Close()
	head := make([]byte, 64<<10)
	n, err := io.ReadFull(r, head)
	whole := err == io.EOF || err == io.ErrUnexpectedEOF
	if err != nil && !whole {
		return false
	}
	head = head[:n]
	switch formatOf(head) {
	case "xes":
		return bytes.Contains(head, []byte("<log")) && !bytes.Contains(bytes.ToLower(head), []byte("<html"))
	case "ocel":
		return bytes.Contains(head, []byte(`"objectTypes"`)) || bytes.Contains(head, []byte(`"eventTypes"`))
	}
	switch strings.ToLower(filepath.Ext(strings.TrimSuffix(strings.ToLower(path), ".gz"))) {
	case ".csv", ".tsv", ".txt":
		return namesFacts(head, whole)
	}
	return false
}

// namesFacts reports whether the first line of a table names the facts of an event.
func namesFacts(head []byte, whole bool) bool {
	text := string(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")))
	line, _, _ := strings.Cut(text, "\n")
	titles := strings.Split(strings.TrimSuffix(line, "\r"), string(rune(separated.Separator(text, whole))))
	for i, t := range titles {
		titles[i] = strings.Trim(t, `" `)
	}
	return column.Named(titles)
}
