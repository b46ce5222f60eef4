package bpmn

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestEventsStartSubProcesses leads work to what an event starts, whether or not work stands in a
// sub-process, and whether or not its content is shown.
func TestEventsStartSubProcesses(t *testing.T) {
	const apart = `<subProcess id="x" name="x" triggeredByEvent="true">%s</subProcess>`
	shown := fmt.Sprintf(apart, `<startEvent id="y" name="y"/><task id="z" name="z"/><sequenceFlow id="fx" sourceRef="y" targetRef="z"/>`)
	around := func(inner string) string {
		return defined(`<startEvent id="s" name="s"/><endEvent id="e" name="e"/><subProcess id="u" name="u"><startEvent id="v" name="v"/><task id="w" name="w"/><sequenceFlow id="f0" sourceRef="v" targetRef="w"/>` + inner +
			`</subProcess><sequenceFlow id="f1" sourceRef="s" targetRef="u"/><sequenceFlow id="f2" sourceRef="u" targetRef="e"/>`)
	}
	for _, c := range []struct{ name, text, want string }{
		{"in a sub-process", around(shown), "s > u; u > v; v > w [w]; v > x [x] optional; w > e; x > y; y > z; z > e"},
		{"collapsed", around(fmt.Sprintf(apart, "")), "s > u; u > v; v > w [w]; v > x [x] optional; w > e"},
		{"in the process", defined(`<startEvent id="s" name="s"/><endEvent id="e" name="e"/><sequenceFlow id="f1" sourceRef="s" targetRef="e"/>` + shown), "s > e [e]; s > x [x] optional; x > y; y > z"},
	} {
		d, err := Read("x.bpmn", []byte(c.text), nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(slices.Sorted(slices.Values(lines(d))), "; "); got != c.want {
			t.Errorf("%s: %s, want\n%s", c.name, got, c.want)
		}
	}
}
