package main

import (
	"bytes"
	"context"
	"io"
	"strings"
	"testing"
)

// TestInterruptedAnalysis ends the context of an analysis that never ends.
func TestInterruptedAnalysis(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	never := make(chan struct{})
	defer close(never)
	root := newRoot()
	root.AddCommand(newAnalysis(kind{name: "wait", run: func(request) (any, func(io.Writer) error, error) {
		cancel()
		<-never
		return "result", func(w io.Writer) error { _, err := io.WriteString(w, "result"); return err }, nil
	}}))
	var out, errs bytes.Buffer
	code := execute(ctx, root, []string{"wait", helpdesk}, &out, &errs)
	if code != exitFailure || out.Len() > 0 || !strings.Contains(errs.String(), "stopped; nothing was written") {
		t.Errorf("got exit code %d, output %q and %q", code, &out, &errs)
	}
}
