package xlsx

import (
	"archive/zip"
	"strings"

	"github.com/xuri/excelize/v2"

	"tasuki/graph/matrix/table"
	"tasuki/graph/matrix/table/parts"
	"tasuki/graph/said"
)

// hasText reports whether any cell of a sheet shows something.
func hasText(part *zip.File) (bool, error) {
	found, inRows := false, false
	var content cellText
	err := parts.Walk(part, parts.MaxRead, func(t *parts.Token) error {
		content.visit(t)
		switch {
		case t.Is(parts.Start, "sheetData"):
			inRows = true
		case t.Is(parts.End, "sheetData"):
			return parts.Stop
		case t.Kind == parts.Chars:
			if found = inRows && strings.TrimSpace(string(content.text)) != ""; found {
				return parts.Stop
			}
			content.text = content.text[:0]
			content.rest.Reset()
		}
		return nil
	})
	return found, err
}

// mergedRanges returns the merged ranges of a sheet. They stand after its rows, and
// are needed before the first.
func mergedRanges(part *zip.File) ([]table.Area, error) {
	var ranges []table.Area
	err := parts.WalkAfter(part, parts.MaxRead, "sheetData", func(t *parts.Token) error {
		if !t.Is(parts.Start, "mergeCell") {
			return nil
		}
		a, err := parseRange(t.Attribute("ref"))
		if err != nil {
			return err
		}
		if ranges = append(ranges, a); len(ranges) > table.MaxMerged {
			return said.Errorf("more than %d merged ranges; save the sheet as CSV", table.MaxMerged)
		}
		return nil
	})
	return ranges, err
}

// parseRange reads "B2:C4". A single cell is a range as well.
func parseRange(ref string) (table.Area, error) {
	from, to, isRange := strings.Cut(ref, ":")
	if !isRange {
		to = from
	}
	var a table.Area
	var err error
	if a.Left, a.Top, err = excelize.CellNameToCoordinates(from); err != nil {
		return a, err
	}
	if a.Right, a.Bottom, err = excelize.CellNameToCoordinates(to); err != nil {
		return a, err
	}
	if a.Right < a.Left || a.Bottom < a.Top {
		return a, said.Errorf("merged range %s ends before it starts", ref)
	}
	return a, nil
}
