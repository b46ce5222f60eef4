package encode_test

import (
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/internal/samples"
	"tasuki/render/encode"
	"tasuki/render/layout"
	"tasuki/render/messages"
)

// TestLinksNameWhatTheyStandFor finds the task and the organization of whatever can be
// clicked, by their IDs.
func TestLinksNameWhatTheyStandFor(t *testing.T) {
	all := samples.SampleDrawings(t, samples.Fault(t), messages.In(graph.English))
	for name, want := range map[string][]string{
		"map":    {`#row-ops" data-organization="ops">`},
		"lanes":  {`#row-ops" data-organization="ops">`, `#row-4" data-task="4">`, `#row-6" data-organization="storage" data-task="6">`},
		"ladder": {`#row-ops" data-organization="ops">`, `#row-1" data-task="1">`},
		"matrix": {`#row-ops" data-organization="ops">`, `#row-7" data-task="7">`, `#row-7" data-organization="hw" data-task="7">`},
		"supply": {`#row-hw" data-organization="hw">`},
	} {
		svg := string(encode.SVG(layout.SceneOf(all[name]).Picture()))
		for _, w := range want {
			if !strings.Contains(svg, `<a xlink:href="`+w) {
				t.Errorf("%s: nothing is %s", name, w)
			}
		}
		for line := range strings.Lines(svg) {
			if strings.HasPrefix(line, "<a ") && !strings.Contains(line, " data-") {
				t.Errorf("%s: %s stands for nothing", name, line)
			}
		}
	}
}
