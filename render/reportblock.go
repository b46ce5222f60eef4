package render

import "strings"

// section is a chapter of the report.
type section struct {
	ID     string
	Title  string
	Blocks []block
}

// block is one thing in a section. Exactly one field is set, Level aside.
type block struct {
	Head   phrase   // a heading over the blocks that follow
	Level  int      // of Head; set when the page is made
	Text   phrase   // a paragraph
	Note   phrase   // a paragraph of lesser weight
	Link   phrase   // the way to another place on the page, which plain text leaves out
	Items  []phrase // a list
	Steps  []phrase // a numbered list
	Facts  []fact
	Code   string
	Table  *table
	Figure *figure
	Group  *group
}

// group is a part of a section with a title of its own.
type group struct {
	ID      string
	Title   phrase
	Folded  bool   // shown on demand
	Printed bool   // on paper shown as well, though it is folded
	Gist    phrase // what a page says of it beside the title
	Blocks  []block
}

// fact is a term and what is said of it: a key figure, or a definition.
type fact struct {
	ID    string // the place of a definition
	Term  string
	Value phrase
	Large bool // a key figure
}

// table is a table whose first column says what each row is about.
type table struct {
	Caption string
	Label   string    // what it shows, where what it is folded under says so instead of a caption
	Over    []heading // headings over several columns; they cover all columns, or there are none
	Columns []column
	Rows    []row
}

// heading is a heading over a number of columns.
type heading struct {
	Text  string
	Width int
}

type column struct {
	Head   string
	Href   string // the definition of what the head says
	Number bool   // aligned at the right
	Wide   bool   // of sentences or lists
}

// row is a line of a table, or a heading over the lines that follow.
type row struct {
	ID      string
	Heading string
	Cells   []cell
}

// cell holds a text or a list.
type cell struct {
	Text  phrase
	Items []phrase
	Fold  phrase   // what a long list is folded under
	Bar   *float64 // percent: drawn as a bar behind the figure
}

// phrase is running text.
type phrase []piece

// piece is a part of a phrase.
type piece struct {
	Text  string
	Href  string // the place on the page that it links to, such as #task-3-24
	Style style
}

// style says what a piece is, for those who see it.
type style string

const (
	plainStyle    style = ""
	idStyle       style = "id"
	mutedStyle    style = "muted"
	strongStyle   style = "strong"
	sureStyle     style = "sure"
	unsureStyle   style = "unsure"
	restStyle     style = "rest" // what follows the most important part of a sentence
	evidenceStyle style = "evidence"
	codeStyle     style = "code" // what is typed, or stands so in a file
)

// String returns the text of the phrase.
func (p phrase) String() string {
	var b strings.Builder
	for _, s := range p {
		b.WriteString(s.Text)
	}
	return b.String()
}

// words returns a phrase of one piece.
func words(s string) phrase { return phrase{{Text: s}} }

// text returns a cell of one piece.
func text(s string) cell { return cell{Text: words(s)} }
