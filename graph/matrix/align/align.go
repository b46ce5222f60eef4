package align

import (
	"cmp"
	"slices"
	"strings"

	"tasuki/graph/matrix"
	"tasuki/graph/matrix/table"
)

// Align returns r with a correction for every row whose marks do not stand
// where they belong. It asks of r the blocks with their headings, the glyphs
// and the timing words. Rows that r corrects already, and turned blocks, stay
// as they are.
//
// Scans drift: the marks of a row stand some columns off, a text level that is
// dropped or added moves all that stands to the right of it, a row has an empty
// cell too many, a page's headings lack a column or stand off as a whole. Align
// weighs every placement of a row's marks that keeps their order and breaks
// their distances at most once:
//
//   - a pattern of organizations and roles is likely when other rows of the
//     table have it, more so those next to the row, and when its organizations
//     work elsewhere in the table;
//   - a displacement is likely when it is that of the block, of the row's text,
//     or of the row before; how often each holds is learned from the table;
//   - a change of the distance between two marks is rare, as rare as the table
//     shows.
//
// Blocks whose task IDs differ only in the item make up one table and share
// what is learned and the order of organizations, so that a mark finds its
// organization on a page that does not print its heading.
//
// A mark is realigned when its organization has nearly all the probability and
// no other reading of the pages' headings explains the table nearly as well;
// otherwise it is uncertain, with the alternatives. Rows that fit as printed get
// no correction, and where drift explains little nothing is corrected. The
// probabilities are the model's: they know nothing of what the texts say, and
// headings of all pages off by the same column cannot be told from the marks.
//
// The result depends on nothing but the arguments. Time grows with rows x marks
// of a row x marks of a row (some milliseconds a row), memory with the same.
//
// The estimate is expectation maximization over a hidden Markov chain of
// displacements (Rabiner, Proc. IEEE 77:257, 1989), each row's pattern judged by
// the other rows only.
func Align(rows []table.Row, r matrix.Reading) matrix.Reading {
	corrected := slices.Clone(r.Rows)
	tables, order := alignTables(rows, r)
	for _, t := range tables {
		t.fit()
		corrected = append(corrected, t.corrections(order)...)
	}
	r.Rows = corrected
	return r
}

// alignTable is what the blocks of one table share.
type alignTable struct {
	orgs   []string // in the order of columns, over all blocks
	index  map[string]int
	blocks []*alignBlock

	rigid    bool // rows do not drift
	rivals   []solution
	patterns *patterns
	habits   habits
}

// alignBlock is a block and what is taken for granted about its headings.
type alignBlock struct {
	matrix.Block
	assumption
	rows    []*rowFit // those with marks
	guesses []*headingGuess

	promising []assumption
}

// alignTables groups the blocks of r by the pattern of their task IDs, in the
// order of the blocks. It also returns the IDs of all tasks, sorted.
func alignTables(rows []table.Row, r matrix.Reading) ([]*alignTable, []string) {
	byTask := map[string]*alignTable{}
	var tables []*alignTable
	read, order := readAlignRows(rows, r)
	for i, rows := range read {
		b := r.Blocks[i]
		if !b.CanDrift() {
			continue
		}
		key := cmp.Or(strings.TrimSpace(b.Task), "{item}")
		t := byTask[key]
		if t == nil {
			t = &alignTable{}
			byTask[key] = t
			tables = append(tables, t)
		}
		t.blocks = append(t.blocks, &alignBlock{Block: b, rows: rows})
	}
	for _, t := range tables {
		t.orgs = unionOrder(t.blocks)
		t.index = map[string]int{}
		for i, o := range t.orgs {
			t.index[o] = i
		}
		t.patterns = newPatterns(len(t.orgs), kindsOf(t.blocks))
		setAlike(t.blocks)
		for _, b := range t.blocks {
			t.guess(b)
		}
	}
	return tables, order
}
