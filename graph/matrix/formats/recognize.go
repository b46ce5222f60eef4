package formats

import (
	"bytes"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"tasuki/graph/matrix/table"
	"tasuki/graph/pattern"
	"tasuki/graph/said"
)

// headBytes is how much of a file is looked at to tell what it is.
const headBytes = 64 << 10

var (
	page  = pattern.Lazy(`(?i)^(<!--|<\?xml|<!doctype|<html|<head|<meta|<body|<table|<div|<style|<p[ >]|<h[1-6])`)
	cells = pattern.Lazy(`(?i)<(table|html)[ >\r\n]`)
	// dashed is a line of headings between bars with the line of dashes below it.
	dashed = pattern.Lazy(`(?m)^[^\n]*\|[^\n]*\n[ \t>]*(\|[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)*\|?|:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)+\|?)[ \t]*$`)
)

// Recognize returns the format that the beginning of a file shows, or "" where it
// shows none: text between separators shows none.
func Recognize(head []byte) table.Format {
	head = head[:min(len(head), headBytes)]
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		return zipped(head)
	case bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0")):
		return "xls"
	case bytes.HasPrefix(head, []byte("%PDF-")):
		return "pdf"
	}
	text := bytes.TrimLeft(bytes.TrimPrefix(bytes.ReplaceAll(head, []byte{0}, nil), []byte("\xef\xbb\xbf")), "\xff\xfe \t\r\n")
	switch {
	case bytes.HasPrefix(text, []byte(`{\rtf`)):
		return "rtf"
	case bytes.HasPrefix(text, []byte("MIME-Version:")), bytes.HasPrefix(text, []byte("Date: ")) && bytes.Contains(text, []byte("MIME-Version:")):
		return "mhtml"
	case page().Match(text) && bytes.Contains(text, []byte("urn:schemas-microsoft-com:office:spreadsheet")) && !cells().Match(text):
		return "xml"
	case page().Match(text) && cells().Match(text):
		return "html"
	case bytes.IndexByte(text, '|') >= 0 && dashed().Match(bytes.ReplaceAll(text, []byte("\r"), nil)):
		return "markdown"
	}
	return ""
}

// zipped returns the format of a zip by the names of its first parts.
func zipped(head []byte) table.Format {
	for _, part := range bytes.Split(head, []byte("PK\x03\x04")) {
		if len(part) < 26 {
			continue
		}
		switch name := part[26:]; {
		case bytes.HasPrefix(name, []byte("xl/")):
			return "xlsx"
		case bytes.HasPrefix(name, []byte("word/")):
			return "docx"
		case bytes.HasPrefix(name, []byte("content.xml")), bytes.HasPrefix(name, []byte("mimetypeapplication/vnd.oasis.opendocument.")):
			return "ods"
		}
	}
	return ""
}

// settled returns the format in which a file is opened: the one that its content shows,
// where its ending says another. That is said.
func settled(f table.File, name string, as Format) (Format, []said.Note, error) {
	if as.why != nil && !as.binary {
		return as, nil, nil
	}
	head := make([]byte, headBytes)
	n, err := f.ReadAt(head, 0)
	if err != nil && err != io.EOF {
		return Format{}, nil, err
	}
	head = head[:n]
	shown := Recognize(head)
	ending := strings.ToLower(filepath.Ext(name))
	switch {
	case shown == "" && as.binary && n > 0 && isText(head):
		shown = "csv"
	case shown == "", shown == as.Name, shown == "xls" && as.why != nil, shown == "html" && as.Name == "markdown":
		return as, nil, nil
	}
	other, known := find(func(f Format) bool { return f.Name == shown })
	if !known {
		return as, nil, nil
	}
	size, err := f.Seek(0, io.SeekEnd)
	switch {
	case err != nil:
		return Format{}, nil, err
	case size > other.Most:
		return Format{}, nil, said.Errorf("it ends in %s, but it holds %s, of which at most %d bytes are read", ending, other.Name, other.Most)
	}
	return other, []said.Note{said.Notef("format: the file ends in %s, but it holds %s and is read as that", ending, other.Name)}, nil
}

// isText reports whether bytes are none that only programs write.
func isText(head []byte) bool {
	wide := bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff"))
	return !slices.ContainsFunc(head, func(c byte) bool {
		return c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && (c != 0 || !wide)
	})
}
