package answer

import (
	"bytes"
	"io"

	"tasuki/graph"
)

// AccountJSON writes an account as one JSON object with a key "not_read", when there
// are files that are not read, and a last key "list" that holds every mark. The marks come one at a time from each, so that a list of
// any length takes no memory.
func AccountJSON(w io.Writer, a graph.Account, unread []string, each func(func(graph.Assignment) error) error) error {
	head, err := graph.JSONLine(struct {
		graph.Account
		NotRead []string `json:"not_read,omitempty"`
	}{a, unread})
	if err != nil {
		return err
	}
	if _, err := w.Write(append(bytes.TrimSuffix(head, []byte("}")), `,"list":[`...)); err != nil {
		return err
	}
	separator := ""
	err = each(func(a graph.Assignment) error {
		mark, err := graph.JSONLine(a)
		if err != nil {
			return err
		}
		_, err = w.Write(append([]byte(separator), mark...))
		separator = ",\n"
		return err
	})
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, "]}\n")
	return err
}
