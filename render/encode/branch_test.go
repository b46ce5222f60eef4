package encode_test

import (
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/internal/graphtext"
	"tasuki/render/diagram"
	"tasuki/render/drawings"
	"tasuki/render/encode"
	"tasuki/render/messages"
)

func branched(t *testing.T, handoffs string) diagram.Diagram {
	t.Helper()
	g := graphtext.Graph(t, "1: ops*\n2: ops*\n3: hw*\n4: ops*\nflow f from 1 to 4: "+handoffs)
	return drawings.Lanes(g, g.Flows()[0], diagram.Overlay{}, messages.In(graph.English))
}

func TestBranchesInEveryFormat(t *testing.T) {
	d := branched(t, `1 -report@tell-> 3 "Notice", 3 -> 4, 1 -@&b?-> 2 {if <severe>}, 2 -> 4, 1 -@tell-> 4 {else}`)
	graphML, err := encode.GraphML(d)
	if err != nil {
		t.Fatal(err)
	}
	for format, c := range map[string]struct {
		text string
		want []string
	}{
		"Mermaid": {encode.Mermaid(d), []string{`n1 -->|"report#58; Notice (branch tell)"| n3`, `n1 -->|"#91;else#93; sequence (branch tell)"| n4`, `n1 -.->|"#91;if #60;severe#62;#93; (optional) sequence (branch #38;b)"| n2`}},
		"GraphML": {string(graphML), []string{
			`<key id="branch" for="edge" attr.name="branch" attr.type="string">`, `<data key="branch">tell</data>`, `<data key="branch">&amp;b</data>`, `<data key="when">if &lt;severe&gt;</data>`,
			`<data key="when">else</data>`, `<data key="optional">true</data>`,
		}},
		"DOT": {encode.DOT(d), []string{`shape="diamond"`, `label="+\n"`, `label="×\n"`, `[else]`, `(optional)`}},
	} {
		for _, want := range c.want {
			if !strings.Contains(c.text, want) {
				t.Errorf("%s lacks %q:\n%s", format, want, c.text)
			}
		}
	}
}

func TestAlternativesHaveNothingOfBranches(t *testing.T) {
	d := branched(t, "1 -> 2 -> 4, 1 -> 3 -> 4")
	graphML, err := encode.GraphML(d)
	if err != nil {
		t.Fatal(err)
	}
	for format, text := range map[string]string{"Mermaid": encode.Mermaid(d), "GraphML": string(graphML), "DOT": encode.DOT(d)} {
		for _, word := range []string{"branch", "optional", "when\"", `label="+\n"`, `label="×\n"`} {
			if strings.Contains(text, word) {
				t.Errorf("%s has %q:\n%s", format, word, text)
			}
		}
	}
}
