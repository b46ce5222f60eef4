package terminal

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"strings"
)

// Agrees asks a question on the terminal, and reports whether the answer is yes.
// Where no terminal is there to ask, or nobody answers, it is not.
func Agrees(ctx context.Context, in io.Reader, out io.Writer, question string) bool {
	if f, ok := in.(*os.File); ok && !isTerminal(f) {
		return false
	}
	fmt.Fprintf(out, "tasuki: %s [y/N] ", question)
	answers := make(chan string, 1)
	go func() {
		line, _ := bufio.NewReader(in).ReadString('\n')
		answers <- strings.ToLower(strings.TrimSpace(line))
	}()
	select {
	case <-ctx.Done():
		return false
	case answer := <-answers:
		return answer == "y" || answer == "yes"
	}
}

// isTerminal reports whether somebody may sit at f: it is a device of characters, and
// not the one that is always empty.
func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return false
	}
	null, err := os.Stat(os.DevNull)
	return err != nil || !os.SameFile(info, null)
}
