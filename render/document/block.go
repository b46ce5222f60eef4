package document

import (
	"strings"
)

// Section is a chapter of the report.
type Section struct {
	ID     string
	Title  string
	Page   string // the file that it stands in, where that is not the one of the chapters
	Blocks []Block

	Evidence Phrase // where its figures come from, for those who check them
}

// Block is one thing in a section. Exactly one field is set, Level aside.
type Block struct {
	Head   Phrase   // a heading over the blocks that follow
	Level  int      // of Head; set when the page is made
	Text   Phrase   // a paragraph
	Note   Phrase   // a paragraph of lesser weight
	Link   Phrase   // the way to another place on the page, which plain text leaves out
	Items  []Phrase // a list
	Steps  []Phrase // a numbered list
	Facts  []Fact
	Code   string
	Table  *Table
	Figure *Figure
	Group  *Group
}

// Group is a part of a section with a title of its own.
type Group struct {
	ID      string
	Title   Phrase
	Page    string // the file that it stands in, where it is more than its chapter should hold
	Folded  bool   // shown on demand
	Printed bool   // on paper shown as well, though it is folded
	Gist    Phrase // what a page says of it beside the title
	Blocks  []Block
}

// Fact is a term and what is said of it: a key figure, or a definition.
type Fact struct {
	ID    string // the place of a definition
	Term  string
	Value Phrase
	Large bool // a key figure
}

// Table is a table whose first column says what each row is about.
type Table struct {
	Caption string
	Label   string    // what it shows, where what it is folded under says so instead of a caption
	Over    []Heading // headings over several columns; they cover all columns, or there are none
	Columns []Column
	Rows    []Row
}

// Heading is a heading over a number of columns.
type Heading struct {
	Text  string
	Width int
}

// Column is the head of a column of a table, and how its cells stand.
type Column struct {
	Head   string
	Href   string // the definition of what the head says
	Number bool   // aligned at the right
	Wide   bool   // of sentences or lists
}

// Row is a line of a table, or a heading over the lines that follow.
type Row struct {
	ID      string
	Heading string
	Cells   []Cell
}

// Cell holds a text or a list.
type Cell struct {
	Text  Phrase
	Items []Phrase
	Fold  Phrase   // what a long list is folded under
	Bar   *float64 // percent: drawn as a bar behind the figure
}

// Phrase is running text.
type Phrase []Piece

// Piece is a part of a phrase.
type Piece struct {
	Text  string
	Href  string // the place on the page that it links to, such as #task-3-24
	Style style
}

// style says what a piece is, for those who see it.
type style string

// What a piece of text can be.
const (
	PlainStyle    style = ""
	IDStyle       style = "id"
	mutedStyle    style = "muted"
	StrongStyle   style = "strong"
	SureStyle     style = "sure"
	UnsureStyle   style = "unsure"
	RestStyle     style = "rest" // what follows the most important part of a sentence
	EvidenceStyle style = "evidence"
	CodeStyle     style = "code" // what is typed, or stands so in a file
)

// String returns the text of the phrase.
func (p Phrase) String() string {
	var b strings.Builder
	for _, s := range p {
		b.WriteString(s.Text)
	}
	return b.String()
}

// Words returns a phrase of one piece.
func Words(s string) Phrase { return Phrase{{Text: s}} }

// Text returns a cell of one piece.
func Text(s string) Cell { return Cell{Text: Words(s)} }

// TablesIn counts tables, however deep.
func TablesIn(blocks []Block) (n int) {
	for _, b := range blocks {
		switch {
		case b.Table != nil:
			n++
		case b.Group != nil:
			n += TablesIn(b.Group.Blocks)
		}
	}
	return n
}
