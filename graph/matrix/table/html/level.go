package html

// level is a table that is open.
type level struct {
	row, cell bool   // whether one is open
	told      bool   // of the row
	unseen    bool   // whether the row is hidden
	framed    bool   // whether it has a cell that is none
	skipped   string // the element whose text is no text of the cell
	depth     int    // elements of that name in it
	hidden    bool   // what is skipped is hidden text, not code
	struck    around
	bold      around
	rowOut    bool // the row strikes out
	cellOut   bool // the cell does
	cellBold  bool // the cell is in bold type
}

// top returns the innermost table, or nil.
func (w *walker) top() *level {
	if len(w.levels) == 0 {
		return nil
	}
	return &w.levels[len(w.levels)-1]
}
