package parts

import (
	"archive/zip"
	"bufio"
	"bytes"
	"io"

	"tasuki/graph/said"
)

// open opens a part that has at most limit bytes. The zip reader sees to it that a
// part is not larger than it says.
func open(part *zip.File, limit uint64) (io.ReadCloser, error) {
	if part.UncompressedSize64 > limit {
		return nil, said.Errorf("part %q has %d MiB uncompressed, and at most %d are read; save the table as CSV", part.Name, part.UncompressedSize64>>20, limit>>20)
	}
	if packed := part.CompressedSize64; part.UncompressedSize64 > MaxHeld && part.UncompressedSize64/mostDense > packed {
		return nil, said.Errorf("part %q has %d MiB packed into %d KiB, and at most %d times as much as is packed is read; save the table as CSV", part.Name, part.UncompressedSize64>>20, packed>>10, mostDense)
	}
	r, err := part.Open()
	if err != nil {
		return nil, fault(part, err)
	}
	return r, nil
}

func fault(part *zip.File, err error) error {
	return said.Errorf("part %q of the file: %w; open the file in the program that it was made with and save it again", part.Name, err)
}

// Stop ends a walk early, without error.
var Stop = said.New("stop")

// Walk calls visit with each tag and text of a part in order. It fails unless the
// part is well-formed and undamaged to its end, and holds one token at a time.
func Walk(part *zip.File, limit uint64, visit func(*Token) error) error {
	r, err := open(part, limit)
	if err != nil {
		return err
	}
	defer r.Close()
	return walk(part, newLexer(r), visit)
}

// WalkAfter is Walk from where an element ends that holds others, whose content is
// passed over unparsed. Without such an element there is nothing to visit.
func WalkAfter(part *zip.File, limit uint64, element string, visit func(*Token) error) error {
	r, err := open(part, limit)
	if err != nil {
		return err
	}
	defer r.Close()
	tokens := newLexer(r)
	tokens.raw = true
	if err := skip(tokens.in, element); err == io.EOF {
		return nil
	} else if err != nil {
		return fault(part, err)
	}
	return walk(part, tokens, visit)
}

func walk(part *zip.File, tokens *lexer, visit func(*Token) error) error {
	for {
		token, err := tokens.next()
		if err == io.EOF {
			return nil
		}
		if err == nil {
			err = visit(token)
		}
		switch {
		case err == Stop:
			return nil
		case err != nil:
			return fault(part, err)
		}
	}
}

// skip reads to within the tag that ends an element, or to the end.
func skip(in *bufio.Reader, element string) error {
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
		if string(bytes.TrimSpace(Local(name))) == element {
			return nil
		}
	}
}

const maxTag = 64 // bytes of a closing tag, to recognize the one that is sought
