package parts

import "io"

// Visit calls visit with each tag and text of a document that is no part of a zip, in
// order, as [Walk] does. The size of the document is up to whoever made r; a token is
// held at a time.
func Visit(r io.Reader, visit func(*Token) error) error {
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
		case err == Stop:
			return nil
		case err != nil:
			return err
		}
	}
}

// Raw returns the value of an attribute without prefix, entities resolved, and nil where
// there is none. It allocates only where there are entities, and is valid until the next
// token.
func (t *Token) Raw(name string) []byte {
	for _, a := range t.Attrs {
		if string(a.Name) == name {
			value, _ := unescape(a.Value) // the tag was refused if this fails
			return value
		}
	}
	return nil
}
