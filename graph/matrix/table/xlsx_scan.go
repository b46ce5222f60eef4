package table

import (
	"archive/zip"
	"bufio"
	"bytes"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"tasuki/graph/said"
)

// hasText reports whether any cell of a sheet shows something.
func hasText(part *zip.File) (bool, error) {
	found, inRows := false, false
	var content cellText
	err := walkPart(part, maxSheet, func(t *token) error {
		content.visit(t)
		switch {
		case t.is(startTag, "sheetData"):
			inRows = true
		case t.is(endTag, "sheetData"):
			return errStop
		case t.kind == charData:
			if found = inRows && strings.TrimSpace(string(content.text)) != ""; found {
				return errStop
			}
			content.text = content.text[:0]
		}
		return nil
	})
	return found, err
}

// mergedRanges returns the merged ranges of a sheet. They stand after its rows,
// and are needed before the first: so the rows are skipped unparsed.
func mergedRanges(part *zip.File) ([]mergedRange, error) {
	r, err := openPart(part, maxSheet)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	tokens := newLexer(r)
	tokens.raw = true
	if err := skipRows(tokens.in); err == io.EOF {
		return nil, nil // no rows to copy a text into
	} else if err != nil {
		return nil, partError(part, err)
	}
	var ranges []mergedRange
	for {
		t, err := tokens.next()
		if err == io.EOF {
			return ranges, nil
		}
		if err == nil && t.is(startTag, "mergeCell") {
			var m mergedRange
			if m, err = parseRange(t.attribute("ref")); err == nil {
				ranges = append(ranges, m)
			}
			if len(ranges) > MaxMerged {
				err = said.Errorf("more than %d merged ranges; save the sheet as CSV", MaxMerged)
			}
		}
		if err != nil {
			return nil, partError(part, err)
		}
	}
}

// skipRows reads to within the tag that ends the rows, or to the end.
func skipRows(in *bufio.Reader) error {
	for {
		if _, err := in.ReadSlice('<'); err == bufio.ErrBufferFull {
			continue
		} else if err != nil {
			return err
		}
		if next, _ := in.Peek(1); len(next) == 0 || next[0] != '/' {
			continue
		}
		tag, _ := in.Peek(maxTag)
		name, _, _ := bytes.Cut(tag[1:], []byte(">"))
		if i := bytes.IndexByte(name, ':'); i >= 0 {
			name = name[i+1:]
		}
		if string(bytes.TrimSpace(name)) == "sheetData" {
			return nil
		}
	}
}

const maxTag = 64 // bytes of a closing tag, to recognize the one that is sought

// parseRange reads "B2:C4". A single cell is a range as well.
func parseRange(ref string) (mergedRange, error) {
	from, to, isRange := strings.Cut(ref, ":")
	if !isRange {
		to = from
	}
	var m mergedRange
	var err error
	if m.left, m.top, err = excelize.CellNameToCoordinates(from); err != nil {
		return m, err
	}
	if m.right, m.bottom, err = excelize.CellNameToCoordinates(to); err != nil {
		return m, err
	}
	if m.right < m.left || m.bottom < m.top {
		return m, said.Errorf("merged range %s ends before it starts", ref)
	}
	return m, nil
}
