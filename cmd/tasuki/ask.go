package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"
)

// agrees asks a question on the terminal, and reports whether the answer is yes.
// Where no terminal is there to ask, or nobody answers, it is not.
func agrees(cmd *cobra.Command, question string) bool {
	in := cmd.InOrStdin()
	if f, ok := in.(*os.File); ok && !isTerminal(f) {
		return false
	}
	fmt.Fprintf(cmd.ErrOrStderr(), "tasuki: %s [y/N] ", question)
	answers := make(chan string, 1)
	go func() {
		line, _ := bufio.NewReader(in).ReadString('\n')
		answers <- strings.ToLower(strings.TrimSpace(line))
	}()
	select {
	case <-cmd.Context().Done():
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
