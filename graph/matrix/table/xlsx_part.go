package table

import (
	"archive/zip"
	"io"

	"tasuki/graph/said"
)

// openPart opens a part that has at most limit bytes. The zip reader sees to it
// that a part is not larger than it says.
func openPart(part *zip.File, limit uint64) (io.ReadCloser, error) {
	if part.UncompressedSize64 > limit {
		return nil, said.Errorf("part %q has %d MiB uncompressed, and at most %d are read; save the sheet as CSV", part.Name, part.UncompressedSize64>>20, limit>>20)
	}
	if packed := part.CompressedSize64; part.UncompressedSize64 > maxPart && part.UncompressedSize64/mostDense > packed {
		return nil, said.Errorf("part %q has %d MiB packed into %d KiB, and at most %d times as much as is packed is read; save the sheet as CSV", part.Name, part.UncompressedSize64>>20, packed>>10, mostDense)
	}
	r, err := part.Open()
	if err != nil {
		return nil, partError(part, err)
	}
	return r, nil
}

func partError(part *zip.File, err error) error {
	return said.Errorf("part %q of the workbook: %w; open the workbook in a spreadsheet program and save it again", part.Name, err)
}

// errStop ends a walk early, without error.
var errStop = said.New("stop")

// walkPart calls visit with each tag and text of a part in order. It fails
// unless the part is well-formed and undamaged to its end, and holds one token
// at a time.
func walkPart(part *zip.File, limit uint64, visit func(*token) error) error {
	r, err := openPart(part, limit)
	if err != nil {
		return err
	}
	defer r.Close()
	tokens := newLexer(r)
	for {
		token, err := tokens.next()
		if err == io.EOF {
			return nil
		}
		if err == nil {
			err = visit(token)
		}
		switch {
		case err == errStop:
			return nil
		case err != nil:
			return partError(part, err)
		}
	}
}
