package matrix

// turnedBlock reads a block whose organizations stand in rows: it turns the
// rows kept into one row a task and reads those as any other. The columns of
// the turned row are the lines of the sheet, so the block's Columns and Label,
// which count lines, fit as they are; the places of marks are turned back.
func (s *scanner) turnedBlock(b *blockState) error {
	last := b.Across.Last
	for _, row := range b.turned {
		if b.Across.Last == 0 {
			last = max(last, len(row.Cells))
		}
	}
	for column := b.Across.First; column <= last; column++ {
		turned := Row{Line: column}
		for _, row := range b.turned {
			for len(turned.Cells) < row.Line {
				turned.Cells = append(turned.Cells, "")
			}
			turned.Cells[row.Line-1] = row.Cell(column)
		}
		if isEmpty(turned) {
			continue
		}
		if err := s.task(b, turned, s.place(b, turned)); err != nil {
			return err
		}
	}
	return nil
}
