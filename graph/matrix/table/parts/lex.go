package parts

import (
	"bufio"
	"bytes"
	"io"

	"tasuki/graph/said"
)

// lexer splits the XML of a part into tags and texts, one at a time and none
// beyond MaxToken. It knows what parts of workbooks consist of: UTF-8, no
// document type, no entities but those of XML itself. On sheets it takes a tenth
// of the time of encoding/xml, which resolves name spaces and copies each token.
type lexer struct {
	in      *bufio.Reader
	raw     bool   // tags need not match: the part is read from its middle
	started bool   // whether there was a tag
	buf     []byte // of a token that the reader's buffer does not hold
	open    []byte // the names of the elements around, one after the other
	begins  []int  // where in open each begins
	full    []byte // the name of the start tag that was just returned, with its prefix
	closing bool   // it was that of an empty element, whose end is due
	token   Token
}

func newLexer(r io.Reader) *lexer { return &lexer{in: bufio.NewReaderSize(r, 64<<10)} }

// next returns the next token. At the end of a complete document the error is
// io.EOF.
func (l *lexer) next() (*Token, error) {
	if l.closing {
		l.closing = false
		l.token.Kind, l.token.Attrs = End, l.token.Attrs[:0]
		return &l.token, l.close(l.full)
	}
	for {
		text, err := l.until("<")
		switch {
		case err == io.EOF && !l.raw && (!l.started || len(l.begins) > 0):
			return nil, io.ErrUnexpectedEOF
		case err != nil:
			return nil, err
		}
		if len(text) > 1 {
			if err := l.in.UnreadByte(); err != nil {
				return nil, err
			}
			return l.charData(text[:len(text)-1])
		}
		if found, err := l.markup(); found || err != nil {
			return &l.token, err
		}
	}
}

var errLongToken = said.Errorf("a tag or text has more than %d bytes", MaxToken)

// until reads up to an end, which is part of what it returns. At the end of the
// part there is nothing but blanks to lose.
func (l *lexer) until(end string) ([]byte, error) {
	last := end[len(end)-1]
	l.buf = l.buf[:0]
	for {
		part, err := l.in.ReadSlice(last)
		if err == nil && len(l.buf) == 0 && bytes.HasSuffix(part, []byte(end)) {
			return part, nil
		}
		l.buf = append(l.buf, part...)
		switch {
		case len(l.buf) > MaxToken:
			return nil, errLongToken
		case err == nil && bytes.HasSuffix(l.buf, []byte(end)):
			return l.buf, nil
		case err == io.EOF && len(bytes.TrimSpace(l.buf)) > 0:
			return nil, io.ErrUnexpectedEOF
		case err != nil && err != bufio.ErrBufferFull:
			return nil, err
		}
	}
}

func (l *lexer) charData(text []byte) (*Token, error) {
	if err := legal(text); err != nil {
		return nil, err
	}
	text, err := unescape(withoutReturns(text))
	l.token = Token{Kind: Chars, Text: text, Attrs: l.token.Attrs[:0]}
	return &l.token, err
}

// markup reads what begins with the < that was read. Comments and instructions
// are passed over.
func (l *lexer) markup() (found bool, err error) {
	head, err := l.in.Peek(2)
	switch {
	case len(head) == 0:
		return false, cutOff(err)
	case head[0] == '/':
		return true, l.endTag()
	case head[0] == '?':
		return false, l.instruction()
	case string(head) == "!-":
		return false, l.comment()
	case string(head) == "![":
		return true, l.cdata()
	case head[0] == '!':
		return false, said.New("a document type is declared, which no part of such a file has")
	}
	return true, l.startTag()
}

func (l *lexer) comment() error {
	text, err := l.until("-->")
	if err == nil && !bytes.HasPrefix(text, []byte("!--")) {
		err = said.Errorf("<%.20q is no comment", text)
	}
	return cutOff(err)
}

// cutOff turns an end within markup into an error.
func cutOff(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

func (l *lexer) instruction() error {
	text, err := l.until("?>")
	if err != nil {
		return cutOff(err)
	}
	if bytes.HasPrefix(text, []byte("?xml ")) {
		for _, name := range []string{`encoding="`, `encoding='`} {
			_, code, declared := bytes.Cut(text, []byte(name))
			if declared && !bytes.EqualFold(code[:min(5, len(code))], []byte("utf-8")) {
				return said.Errorf("it is written in %.20q, and only UTF-8 is read", code)
			}
		}
	}
	return nil
}

func (l *lexer) cdata() error {
	text, err := l.until("]]>")
	if err != nil {
		return cutOff(err)
	}
	inner, ok := bytes.CutPrefix(text, []byte("![CDATA["))
	if !ok {
		return said.Errorf("<%.20q is no text", text)
	}
	l.token = Token{Kind: Chars, Text: withoutReturns(inner[:len(inner)-3]), Attrs: l.token.Attrs[:0]}
	return legal(inner)
}

// withoutReturns returns a text whose lines end as XML has them read: in "\n".
func withoutReturns(text []byte) []byte {
	if bytes.IndexByte(text, '\r') < 0 {
		return text
	}
	return bytes.ReplaceAll(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
}

func (l *lexer) endTag() error {
	tag, err := l.until(">")
	if err != nil {
		return cutOff(err)
	}
	name := trimRight(tag[1 : len(tag)-1])
	l.token = Token{Kind: End, Name: Local(name), Attrs: l.token.Attrs[:0]}
	return l.close(name)
}

// close ends the element of a name.
func (l *lexer) close(name []byte) error {
	if l.raw {
		return nil
	}
	if len(l.begins) == 0 {
		return said.Errorf("the end of %.40q has no beginning", name)
	}
	begin := l.begins[len(l.begins)-1]
	if !bytes.Equal(l.open[begin:], name) {
		return said.Errorf("element %.40q is closed by %.40q", l.open[begin:], name)
	}
	l.open, l.begins = l.open[:begin], l.begins[:len(l.begins)-1]
	return nil
}

func (l *lexer) startTag() error {
	tag, err := l.tag()
	if err != nil {
		return cutOff(err)
	}
	if err := legal(tag); err != nil {
		return err
	}
	tag, l.closing = bytes.CutSuffix(tag, []byte("/"))
	end := 0
	for end < len(tag) && !isBlank(tag[end]) {
		end++
	}
	name := tag[:end]
	if len(name) == 0 || bytes.ContainsAny(name, "<\"'=&") {
		return said.Errorf("%.40q is no tag", tag)
	}
	l.full = name
	l.token = Token{Kind: Start, Name: Local(name), Attrs: l.token.Attrs[:0]}
	if err := l.token.readAttributes(tag[end:]); err != nil {
		return said.Errorf("element %.40q: %w", name, err)
	}
	l.started = true
	if len(l.begins) >= MaxDepth {
		return said.Errorf("more than %d elements stand within each other", MaxDepth)
	}
	if !l.raw {
		l.begins = append(l.begins, len(l.open))
		l.open = append(l.open, name...)
	}
	return nil
}

// tag reads a start tag up to its end, which no quotes surround.
func (l *lexer) tag() ([]byte, error) {
	l.buf = l.buf[:0]
	quote := byte(0)
	for {
		part, err := l.in.ReadSlice('>')
		quote = quoteAfter(quote, part)
		whole := err == nil && quote == 0
		if whole && len(l.buf) == 0 {
			return part[:len(part)-1], nil
		}
		l.buf = append(l.buf, part...)
		switch {
		case len(l.buf) > MaxToken:
			return nil, errLongToken
		case whole:
			return l.buf[:len(l.buf)-1], nil
		case err != nil && err != bufio.ErrBufferFull:
			return nil, err
		}
	}
}

// quoteAfter returns the quote that is open after a part of a tag, or 0.
func quoteAfter(quote byte, part []byte) byte {
	for _, c := range part {
		switch {
		case quote != 0 && c == quote:
			quote = 0
		case quote == 0 && (c == '"' || c == '\''):
			quote = c
		}
	}
	return quote
}
