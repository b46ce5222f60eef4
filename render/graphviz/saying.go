package graphviz

import (
	"strings"

	"tasuki/graph/said"
)

// saying collects what Graphviz writes to its standard error: warnings, and why
// it failed. It keeps the beginning; a broken drawing can say much.
type saying struct{ text []byte }

// longestSaying is how many bytes are kept.
const longestSaying = 400

// Write implements [io.Writer].
func (s *saying) Write(p []byte) (int, error) {
	s.text = append(s.text, p[:min(len(p), longestSaying-len(s.text))]...)
	return len(p), nil
}

// wrap adds what Graphviz says to an error.
func (s *saying) wrap(err error) error {
	says := strings.Join(strings.Fields(strings.ToValidUTF8(string(s.text), "")), " ")
	if says == "" {
		return err
	}
	return said.Errorf("%w: %s", err, says)
}
