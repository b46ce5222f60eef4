package main

import (
	"bytes"
	"context"
	"strings"
	"testing"
)

// TestEscalationAt asks for an hour by both names of the command, and for one that clocks skip.
func TestEscalationAt(t *testing.T) {
	told := func(args ...string) (string, int) {
		var out, errs bytes.Buffer
		code := run(context.Background(), append(args, "--at", "2026-11-28T22:30"), &out, &errs)
		return out.String() + errs.String(), code
	}
	a, code := told("escalation", "../../examples/helpdesk", "outage")
	b, _ := told("analyze", "escalation", "../../examples/helpdesk", "--flow", "outage")
	if code != exitOK || a != b {
		t.Errorf("exit %d, or both names say different things:\n%s\n%s", code, a, b)
	}
	for _, want := range []string{"dataset.yaml:44", "opens Mon", "(deputy)", "Sat 28 Nov 22:55", "Sat 28 Nov 23:30"} {
		if !strings.Contains(a, want) {
			t.Errorf("%q is not in\n%s", want, a)
		}
	}
	var out, errs bytes.Buffer
	if code := run(context.Background(), []string{"escalation", "../../examples/helpdesk", "release", "--from", "app", "--at", "2026-03-29T01:30"}, &out, &errs); code != exitUsage || !strings.Contains(errs.String(), "write a time before or after") {
		t.Errorf("exit %d: %s", code, errs.String())
	}
}
