package xlsx

import (
	"regexp"
	"strconv"

	"tasuki/graph/matrix/table"
	"tasuki/graph/matrix/table/parts"
	"tasuki/graph/said"
)

// isTrue reads a truth value as both forms of the format write it.
func isTrue(value string) bool { return value == "1" || value == "true" }

// isZero reports whether a height or width is given and hides what it is of.
func isZero(size string) bool {
	n, err := strconv.ParseFloat(size, 64)
	return err == nil && n == 0
}

// aside returns what is said of the row, to be added to.
func (s *sheetReader) aside() *table.Aside {
	s.row.Aside = s.row.Aside.Apart(s.shared)
	return s.row.Aside
}

// columns notes columns that the sheet hides.
func (s *sheetReader) columns(t *parts.Token) error {
	if !isTrue(t.Attribute("hidden")) && !isZero(t.Attribute("width")) {
		return nil
	}
	first, err := strconv.Atoi(t.Attribute("min"))
	if err != nil {
		return said.Errorf("hidden columns from %q: %w", t.Attribute("min"), err)
	}
	last, err := strconv.Atoi(t.Attribute("max"))
	if err != nil {
		return said.Errorf("hidden columns to %q: %w", t.Attribute("max"), err)
	}
	s.shared = s.shared.Apart(nil)
	hidden := s.shared.HiddenColumns
	if n := len(hidden); n > 0 {
		first = max(first, hidden[n-1].Last+1) // each once, whatever the sheet claims
	}
	if first, last = max(first, 1), min(last, table.MaxColumn); first <= last {
		s.shared.HiddenColumns = append(hidden, table.Range{First: first, Last: last})
	}
	return nil
}

// formulas tells which cells hold formulas but no value of theirs: what another
// program than a spreadsheet has written.
type formulas struct {
	is      bool   // the cell is one
	text    []byte // its beginning
	inText  bool
	stored  bool // it has an element for the value
	group   string
	numbers map[string]bool // groups of cells that share a formula of numbers
}

func (f *formulas) reset() {
	f.is, f.text, f.inText, f.stored, f.group = false, f.text[:0], false, false, ""
}

func (f *formulas) visit(t *parts.Token) {
	switch {
	case t.Is(parts.Start, "f"):
		f.is, f.inText, f.group = true, true, t.Attribute("si")
	case t.Is(parts.Start, "v"), t.Is(parts.Start, "is"):
		f.stored = true
	case t.Is(parts.End, "f"):
		f.inText = false
	case t.Kind == parts.Chars && f.inText:
		f.text = append(f.text, t.Text[:min(len(t.Text), max(0, maxFormula+1-len(f.text)))]...)
	}
}

const (
	maxFormula = 256  // bytes of a formula that is looked at
	maxGroups  = 4096 // shared formulas that are told apart
)

// ofNumbers finds formulas whose value is a number whatever they are given: counts
// and sums, which no mark is.
var ofNumbers = regexp.MustCompile(`^\s*(_xlfn\.)?(COUNT[A-Z]*|SUM[A-Z0-9]*|AVERAGE[A-Z]*|SUBTOTAL)\([^&]*$`)

// number reports whether the value of the formula can only be a number. Of cells
// that share a formula only the first has its text.
func (f *formulas) number() bool {
	is := len(f.text) <= maxFormula && ofNumbers.Match(f.text)
	if f.group == "" {
		return is
	}
	if is && len(f.numbers) < maxGroups {
		if f.numbers == nil {
			f.numbers = map[string]bool{}
		}
		f.numbers[f.group] = true
	}
	return is || len(f.text) == 0 && f.numbers[f.group]
}

// unvalued notes a formula of which the sheet has no value. An empty text is one,
// and says that it is a text.
func (s *sheetReader) unvalued() {
	if !s.formula.is || s.formula.stored && s.kind == "str" {
		return
	}
	own := s.aside()
	if s.formula.number() {
		own.Uncounted = append(own.Uncounted, s.column)
		return
	}
	own.Unvalued = append(own.Unvalued, s.column)
}
