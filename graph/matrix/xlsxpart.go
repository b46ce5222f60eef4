package matrix

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
)

// What the parts of a workbook may hold, uncompressed.
const (
	maxPart  = 16 << 20 // bytes in a part that is kept in memory
	maxSheet = 1 << 30  // bytes in a sheet, or in the strings that sheets share
	maxToken = 1 << 20  // bytes in a tag or a text; a cell has at most 32,767 characters
	maxDepth = 64       // elements around an element
)

// openPart opens a part that has at most limit bytes. The zip reader sees to it
// that a part is not larger than it says.
func openPart(part *zip.File, limit uint64) (io.ReadCloser, error) {
	if part.UncompressedSize64 > limit {
		return nil, fmt.Errorf("part %q has %d MiB uncompressed, and at most %d are read; save the sheet as CSV", part.Name, part.UncompressedSize64>>20, limit>>20)
	}
	r, err := part.Open()
	if err != nil {
		return nil, partError(part, err)
	}
	return r, nil
}

func partError(part *zip.File, err error) error {
	return fmt.Errorf("part %q of the workbook: %w; open the workbook in a spreadsheet program and save it again", part.Name, err)
}

// errStop ends a walk early, without error.
var errStop = errors.New("stop")

// tokenSource reads the tokens of a part, and never a huge one.
type tokenSource struct {
	source  *capped
	decoder *xml.Decoder
}

func newTokenSource(r io.Reader) tokenSource {
	source := &capped{r: r, cap: fmt.Errorf("a tag or text has more than %d bytes", maxToken)}
	return tokenSource{source, xml.NewDecoder(source)}
}

// next returns what read returns: Token checks how elements nest, RawToken
// does not.
func (t tokenSource) next(read func(*xml.Decoder) (xml.Token, error)) (xml.Token, error) {
	t.source.left = maxToken
	return read(t.decoder)
}

// walkPart calls visit with each tag and text of a part in order. It fails
// unless the part is well-formed and undamaged to its end, and holds one token
// at a time.
func walkPart(part *zip.File, limit uint64, visit func(xml.Token) error) error {
	r, err := openPart(part, limit)
	if err != nil {
		return err
	}
	defer r.Close()
	tokens := newTokenSource(r)
	for depth, elements := 0, 0; ; {
		token, err := tokens.next((*xml.Decoder).Token)
		switch {
		case err == io.EOF && elements > 0:
			return nil
		case err != nil:
			return partError(part, err)
		}
		switch token.(type) {
		case xml.StartElement:
			elements++
			if depth++; depth > maxDepth {
				return partError(part, fmt.Errorf("more than %d elements stand within each other", maxDepth))
			}
		case xml.EndElement:
			depth--
		}
		if err := visit(token); err == errStop {
			return nil
		} else if err != nil {
			return partError(part, err)
		}
	}
}

// attribute returns the value of an attribute, or "".
func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}
