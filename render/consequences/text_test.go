package consequences_test

import (
	"strings"
	"testing"

	"tasuki/analysis/consequence"
	"tasuki/analysis/overlay"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/graphtext"
	"tasuki/render/consequences"
	"tasuki/render/document"
	"tasuki/render/document/text"
	"tasuki/render/messages"
)

const service = `
org ops "Operations"
org hw "Hardware"
1 "Report": ops*
2 "Repair": hw* ops* dev
3 "Close": ops*?hw
flow fault "A fault" from 1 to 3: 1 -> 2 -> 3
flow visit "A visit" from 1 to 3: 1 -> 3
`

// said returns what is said of changes in their texts.
func said(t *testing.T, facts string, lang graph.Lang, texts ...string) string {
	t.Helper()
	g := graphtext.Graph(t, facts)
	var changes []overlay.Change
	for _, text := range texts {
		c, err := overlay.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		changes = append(changes, c)
	}
	o, err := overlay.Apply(g.Dataset(), changes)
	if err != nil {
		t.Fatal(err)
	}
	c, err := consequence.Of(g, o, rules.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	p := messages.Printer{Graph: g, Language: messages.In(lang)}
	if err := text.WriteText(&b, consequences.Blocks(p, changes, c, func(more int) document.Phrase { return p.Say("and {1} more: {2}", more, "elsewhere") })); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestEveryChangeIsSaid holds the first line for each kind of change.
func TestEveryChangeIsSaid(t *testing.T) {
	for changes, want := range map[string]string{
		"":                           "With no change, none of 2 flows stops.",
		"without=hw":                 "Without Hardware (hw), 1 of 2 flows stops: A fault.",
		"without=ops":                "Without Operations (ops), 2 of 2 flows stop: A fault, A visit.",
		"lead=2=ops:dev":             "With dev in place of Operations (ops) as lead of task 2, none of 2 flows stops.",
		"lead=1=dev":                 "With dev as a further lead of task 1, none of 2 flows stops.",
		"supporter=1=dev without=hw": "With dev as a further supporter of task 1, without Hardware (hw), 1 of 2 flows stops: A fault.",
		"merge=dev:ops":              "With dev as a part of Operations (ops), none of 2 flows stops.",
		"leads=any":                  "Where one of several leads suffices, none of 2 flows stops.",
		"leads=each":                 "Where each of several leads is needed, none of 2 flows stops.",
		"support=fallback":           "Where a supporter stands in, none of 2 flows stops.",
		"support=none":               "Where no supporter stands in, none of 2 flows stops.",
		"without-task=2":             "Without task 2 Repair, 1 of 2 flows stops: A fault.",
		"without-handoff=1:3":        "Without the handoff 1 → 3, 1 of 2 flows stops: A visit.",
	} {
		text := said(t, service, graph.English, strings.Fields(changes)...)
		if first, _, _ := strings.Cut(text, "\n"); first != want {
			t.Errorf("%s: %s", changes, first)
		}
		if ja := said(t, service, graph.Japanese, strings.Fields(changes)...); !strings.Contains(ja, "場合、手順2件のうち") {
			t.Errorf("%s: %s", changes, ja)
		}
	}
}

// TestWhatIsAssumedIsSaid holds that the rules, and what would be so under others, stand
// beside the answer, and so do marks that are not sure.
func TestWhatIsAssumedIsSaid(t *testing.T) {
	text := said(t, service, graph.English, "without=hw")
	for _, want := range []string{"Nobody declared whether one of several leads suffices", "Assumes that each of several leads is needed", "0 flows stop", "1 mark is uncertain, and is taken as it is read."} {
		if !strings.Contains(text, want) {
			t.Errorf("does not say %q:\n%s", want, text)
		}
	}
	text = said(t, "rules any none\n1: a*\n2:", graph.English, "without=a")
	if !strings.HasPrefix(text, "Without a, 1 of 2 tasks is left with nobody. No flow is declared, so that none can stop.") || !strings.Contains(text, "—") {
		t.Errorf("without flows:\n%s", text)
	}
}
