package object

import (
	"io"

	"tasuki/graph/said"
)

// Parser makes values of bytes.
type Parser struct {
	lexer
	refs bool // whether two numbers and an R name an object
	left int  // values that may follow
}

// NewParser returns a parser of what draws a page, or of another text in this syntax,
// in which nothing is named by its number.
func NewParser(data []byte) *Parser { return &Parser{lexer: lexer{data: data}} }

var (
	errNested = said.Errorf("the PDF has more than %d values around each other; print its pages to a new PDF", MaxNested)
	errValues = said.Errorf("the PDF has more than %d values in what its pages are made of; print the pages with the matrix alone to a new PDF", maxValues)
	errOne    = said.Errorf("the PDF has an operand with more than %d values; print its pages to a new PDF", maxOperands)
)

// Next returns the next value or operator, and io.EOF behind the last.
func (p *Parser) Next() (any, error) {
	if !p.refs {
		p.left = maxOperands
	}
	v, err := p.value(0)
	if err == errValues && !p.refs {
		err = errOne
	}
	return v, err
}

// Inline passes the data of an image behind its dictionary, whose keys and values come
// as operands, up to the word that ends it.
func (p *Parser) Inline() {
	for p.at++; p.at < len(p.data); p.at++ {
		if p.at > 0 && isSpace(p.data[p.at-1]) && p.has("EI") && (p.at == len(p.data) || !isRegular(p.data[p.at])) {
			return
		}
	}
	p.at = len(p.data)
}

func (p *Parser) value(depth int) (any, error) {
	if !p.skip() {
		return nil, io.EOF
	}
	if depth > MaxNested {
		return nil, errNested
	}
	if p.left--; p.left < 0 {
		return nil, errValues
	}
	switch {
	case p.has("<<"):
		return p.dict(depth)
	case p.has("<"):
		return p.hex(), nil
	case p.has("("):
		return p.text(), nil
	case p.has("["):
		return p.array(depth)
	case p.has("/"):
		return p.name(), nil
	case p.has(">>"):
		return Operator(">>"), nil
	}
	from := p.at
	word := p.word()
	if len(word) == 0 {
		p.at++
		return Operator(p.data[from:p.at]), nil
	}
	if n, ok := number(word); ok {
		return p.reference(n), nil
	}
	switch string(word) {
	case "true":
		return true, nil
	case "false":
		return false, nil
	case "null":
		return nil, nil
	}
	return Operator(word), nil
}

// reference returns the reference that a number begins, or the number.
func (p *Parser) reference(n float64) any {
	if !p.refs || n < 0 || n != float64(int(n)) {
		return n
	}
	back := p.at
	if _, ok := p.whole(); ok && p.skip() && p.has("R") && (p.at == len(p.data) || !isRegular(p.data[p.at])) {
		return Ref(n)
	}
	p.at = back
	return n
}

func (p *Parser) array(depth int) (any, error) {
	list := []any{}
	for {
		v, err := p.value(depth + 1)
		switch {
		case err == io.EOF:
			return list, nil
		case err != nil:
			return nil, err
		case v == Operator("]"):
			return list, nil
		case v == Operator(">>"), v == Operator("endobj"):
			p.at -= len(v.(Operator))
			return list, nil
		}
		list = append(list, v)
	}
}

func (p *Parser) dict(depth int) (any, error) {
	d := Dict{}
	for {
		key, err := p.value(depth + 1)
		if err == io.EOF {
			return d, nil
		}
		if err != nil {
			return nil, err
		}
		name, ok := key.(Name)
		switch {
		case key == Operator(">>"):
			return d, nil
		case key == Operator("endobj"), key == Operator("stream"):
			p.at -= len(key.(Operator))
			return d, nil
		case !ok:
			continue
		}
		v, err := p.value(depth + 1)
		switch {
		case err == io.EOF:
			return d, nil
		case err != nil:
			return nil, err
		case v == Operator(">>"):
			return d, nil
		}
		d[name] = v
	}
}
