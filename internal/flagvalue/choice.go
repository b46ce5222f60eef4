package flagvalue

import (
	"cmp"
	"fmt"

	"github.com/spf13/pflag"

	"tasuki/graph/said"
)

// Choice is a flag whose value is one of a few words.
type Choice struct {
	Word  string
	Words []string
	Read  func(string) string // returns the word that another text stands for, "" for none; nil: no other does
}

// String returns the word chosen.
func (c *Choice) String() string { return c.Word }

// Type names the words in the help.
func (c *Choice) Type() string { return "word" }

// Set chooses a word.
func (c *Choice) Set(s string) error {
	if c.Read != nil {
		s = cmp.Or(c.Read(s), s)
	}
	for _, w := range c.Words {
		if s == w {
			c.Word = s
			return nil
		}
	}
	return said.Errorf("use one of %v", c.Words)
}

// Register adds the flag to others. The first word is the default.
func (c *Choice) Register(flags *pflag.FlagSet, name, usage string, words ...string) {
	c.Word, c.Words = words[0], words
	flags.Var(c, name, fmt.Sprintf("%s: one of %v", usage, words))
}
