package separated

import "bufio"

// lineEnds reads a text with its line ends as "\n": those of every system are read
// alike, within quotes too. Carriage returns before a line feed are one end with it.
type lineEnds struct {
	in   *bufio.Reader
	held int // carriage returns that have yet to become ends
}

func (l *lineEnds) Read(p []byte) (int, error) {
	n := 0
	for n < len(p) && (n == 0 || l.in.Buffered() > 0) {
		switch c, err := l.in.ReadByte(); {
		case err != nil && l.held > 0:
			p[n] = '\n'
			l.held--
			n++
		case err != nil && n > 0:
			return n, nil
		case err != nil:
			return 0, err
		case c == '\r':
			l.held++
		case c == '\n':
			p[n], l.held = c, 0
			n++
		case l.held > 0:
			if err := l.in.UnreadByte(); err != nil {
				return n, err
			}
			p[n] = '\n'
			l.held--
			n++
		default:
			p[n] = c
			n++
		}
	}
	return n, nil
}
