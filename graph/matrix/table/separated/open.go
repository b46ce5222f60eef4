package separated

import (
	"bufio"
	"io"
	"strings"
	"unicode/utf8"

	"tasuki/graph/matrix/table"
	"tasuki/graph/matrix/table/charset"
	"tasuki/graph/said"
)

// Commas opens a text whose cells stand between commas unless it shows otherwise.
func Commas(f table.File) (table.Book, error) { return open(f, ',') }

// Tabs opens a text whose cells stand between tabs unless it shows otherwise.
func Tabs(f table.File) (table.Book, error) { return open(f, '\t') }

// source is a text whose separator is known.
type source struct {
	charset.Text
	separator byte
	skipped   int  // lines before the table
	wiki      bool // headings stand between two bars each
}

// open finds out what separates the cells. Another separator than the usual one is
// said.
func open(f table.File, usual byte) (table.Book, error) {
	text, err := charset.Detect(f, "")
	if err != nil {
		return table.Book{}, err
	}
	t := source{Text: text, separator: usual}
	book := table.Book{Assumptions: text.Assumptions()}
	head, whole, err := t.head()
	if err != nil {
		return table.Book{}, err
	}
	if s, ok := declared(head); ok {
		t.separator, t.skipped = s, 1
		book.Assumptions = append(book.Assumptions, said.Notef("separator: cells stand between %s, as line 1 says; that line is no row", named(s)))
	} else if t.separator = separator(head, whole, usual); t.separator != usual {
		book.Assumptions = append(book.Assumptions, said.Notef("separator: cells stand between %s, which most rows have, not %s; where rows are cut wrongly, save the file as .xlsx", named(t.separator), named(usual)))
	}
	if t.wiki = t.separator == '|' && wikiHeadings.MatchString(head); t.wiki {
		book.Assumptions = append(book.Assumptions, said.Notef("separator: headings stand between two bars each, as some wikis write them, and cells between one"))
	}
	rows := t.records()
	if t.separator == '\t' {
		rows = t.lines()
	}
	book.Sheets = []table.Sheet{{Rows: rows}}
	return book, nil
}

// head returns the beginning of the text, and whether it is all of it.
func (t source) head() (string, bool, error) {
	r, err := t.reader()
	if err != nil {
		return "", false, err
	}
	head := make([]byte, 64<<10)
	n, err := io.ReadFull(r, head)
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		return string(head[:n]), true, nil
	}
	return string(head[:n]), false, err
}

// reader returns the text behind the lines that are skipped.
func (t source) reader() (*bufio.Reader, error) {
	r, err := t.Reader()
	if err != nil {
		return nil, err
	}
	in := bufio.NewReaderSize(&lineEnds{in: bufio.NewReaderSize(r, 32<<10)}, 32<<10)
	for range t.skipped {
		if _, err := in.ReadSlice('\n'); err != nil && err != io.EOF {
			return nil, err
		}
	}
	return in, nil
}

// named says what a separator is called.
func named(separator byte) said.Note {
	switch separator {
	case ',':
		return said.Notef("commas")
	case ';':
		return said.Notef("semicolons")
	case '\t':
		return said.Notef("tabs")
	case '|':
		return said.Notef("bars (|)")
	}
	return said.Notef("%q", string(rune(separator)))
}

// declared returns the separator that the first line of a text names, as spreadsheet
// programs write and obey it.
func declared(head string) (byte, bool) {
	line, _, _ := strings.Cut(head, "\n")
	line = strings.Trim(line, `"`)
	const key = "sep="
	if len(line) != len(key)+1 || !strings.EqualFold(line[:len(key)], key) {
		return 0, false
	}
	s := line[len(key)]
	return s, s < utf8.RuneSelf
}

func tooLong(line int) error {
	return said.Errorf("line %d is longer than %d MiB; is a closing quote missing, or is this not a table?", line, maxLine>>20)
}
