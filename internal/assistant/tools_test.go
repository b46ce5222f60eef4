package assistant

import (
	"slices"
	"testing"

	"tasuki/analysis/consequence"
	"tasuki/analysis/escalation"
	"tasuki/graph"
	"tasuki/internal/graphtext"
	"tasuki/render/messages"
)

type object = map[string]any

func TestWhoDoes(t *testing.T) {
	session := connected(t, Config{Graph: pension(t)})
	list, r := answered[[]duty](t, session, "who_does", object{"task": "3-12"})
	if len(list) != 1 || len(list[0].Marks) != 1 || list[0].Marks[0].Organization != "ops" || list[0].Marks[0].Source.Line != 121 || list[0].Marks[0].Source.Column != 9 {
		t.Errorf("got %+v", list)
	}
	holds(t, r.text, "lead: Back-office operations and maintenance vendor (ops)", "matrix.tsv:121:9", "drifted")
	byName, _ := answered[[]duty](t, session, "who_does", object{"task": "INCIDENTS security"})
	if len(byName) != 1 || byName[0].Task.ID != "3-12" {
		t.Errorf("by words of its name: %+v", byName)
	}
	_, r = answered[[]duty](t, session, "who_does", object{"task": "3-110"})
	holds(t, r.text, "uncertain; else Agency LAN builder (lan)", "1 of the marks that the answer rests on is uncertain")
	r = called(t, session, "who_does", object{"task": "3-12a"})
	if !r.failed {
		t.Error("a task that is not there")
	}
	holds(t, r.text, `no task is called "3-12a"`, "3-12 Handle")
	_, r = answered[[]duty](t, session, "who_does", object{"task": "fault"})
	holds(t, r.text, "more tasks have these words")
}

func TestWhoDoesSaysEveryRole(t *testing.T) {
	g := graphtext.Graph(t, `1 "Work": a* b c! d`)
	_, r := answered[[]duty](t, connected(t, Config{Graph: g}), "who_does", object{"task": "1"})
	holds(t, r.text, "lead: a", "accountable: c", "support: b, d")
	g = graphtext.Graph(t, `1 "Work": a`)
	_, r = answered[[]duty](t, connected(t, Config{Graph: g, Language: messages.In(graph.Japanese)}), "who_does", object{"task": "1"})
	holds(t, r.text, "主担当がいない。", "支援：a")
}

func TestWhatBreaks(t *testing.T) {
	session := connected(t, Config{Graph: pension(t)})
	c, r := answered[consequence.Consequences](t, session, "what_breaks", object{"without": []string{"ops"}})
	if len(c.Breaks) != 16 || len(c.Nobody) != 154 {
		t.Errorf("%d flows break, %d tasks are left with nobody", len(c.Breaks), len(c.Nobody))
	}
	holds(t, r.text, "16 of 16 flows stop", "Breaks now: nothing is left of the flow (16)", "matrix.tsv:276:9", "uncertain", "inferred")
	c, _ = answered[consequence.Consequences](t, session, "what_breaks", object{
		"without": "ops", "lead": []string{"3-12=ops:hw"}, "leads": "any", "support": "fallback", "supporter": []string{"3-10=hw"},
		"merge": []string{"storage:hw"}, "without_task": []string{"3-19"}, "without_handoff": []string{"3-22:3-24"},
	})
	want := []string{"lead=3-12=ops:hw", "supporter=3-10=hw", "merge=storage:hw", "leads=any", "support=fallback", "without=ops", "without-task=3-19", "without-handoff=3-22:3-24"}
	if !slices.Equal(c.Changes, want) {
		t.Errorf("the changes are %v, want %v", c.Changes, want)
	}
	for args, wanted := range map[string][]string{
		"opps": {`no organization is called "opps"`, "(ops)"},
		"":     {"no organization is called"},
	} {
		r := called(t, session, "what_breaks", object{"without": []string{args}})
		if !r.failed {
			t.Errorf("without %q succeeds", args)
		}
		holds(t, r.text, wanted...)
	}
	holds(t, called(t, session, "what_breaks", nil).text, "what_breaks needs a change")
	holds(t, called(t, session, "what_breaks", object{"lead": []string{"3-12=nobody:hw"}}).text, `no organization is called "nobody"`, "nearest")
}

func TestWay(t *testing.T) {
	session := connected(t, Config{Graph: small(t)})
	list, r := answered[[]escalation.Escalation](t, session, "way", object{"flow": "fault"})
	if len(list) != 1 || len(list[0].Ladders[0].Paths) != 2 {
		t.Errorf("got %+v", list)
	}
	holds(t, r.text, "From 1, the shortest path, 2 steps: 1 → 2 → 3", "Alternate 1, 2 steps: 1 → 4 → 3", "2 Repair the fault: Hardware (hw)", "no other path")
	_, r = answered[[]escalation.Escalation](t, session, "way", object{"from": "repair", "to": "close"})
	holds(t, r.text, "1 step: 2 → 3")
	_, r = answered[[]escalation.Escalation](t, session, "way", object{"from": "2", "to": "4"})
	holds(t, r.text, "From 2 there is no way. Work reaches 2, 3, and nothing further.")
	holds(t, called(t, session, "way", nil).text, "way needs two ends")
	holds(t, called(t, session, "way", object{"flow": "fualt"}).text, `no flow is called "fualt"`, "A fault (fault)")
	holds(t, called(t, connected(t, Config{Graph: graphtext.Graph(t, "1: a*")}), "way", object{"from": "1"}).text, "no flow is declared")
	_, r = answered[[]escalation.Escalation](t, connected(t, Config{Graph: pension(t)}), "way", object{"from": "3-19", "to": "3-80"})
	holds(t, r.text, "13 steps", "matrix.tsv:128:7", "12 of 22 handoffs named here are inferred")
}

func TestFinding(t *testing.T) {
	session := connected(t, Config{Graph: pension(t)})
	list, r := answered[[]judged](t, session, "finding", nil)
	if len(list) != 25 || list[0].Rule != "bottleneck" || list[0].Cypher != "" {
		t.Errorf("%d findings, the first %+v", len(list), list[0])
	}
	holds(t, r.text, "25 findings, the severest first.", list[0].ID+" (high)")
	seen := map[string]bool{}
	for _, f := range list {
		if seen[f.ID] {
			t.Errorf("two findings have the ID %s", f.ID)
		}
		seen[f.ID] = true
		one, r := answered[judged](t, session, "finding", object{"id": f.ID})
		if one.ID != f.ID || one.Cypher == "" {
			t.Errorf("%s: %+v", f.ID, one)
		}
		holds(t, r.text, "Neo4j")
	}
	one, r := answered[judged](t, session, "finding", object{"rule": "lead-limit", "subject": "ops"})
	if one.Rule != "lead-limit" {
		t.Errorf("got %+v", one)
	}
	holds(t, r.text, "60.4 %")
	high, _ := answered[[]judged](t, session, "finding", object{"severity": "high"})
	if len(high) == 0 || len(high) == len(list) {
		t.Errorf("%d of %d findings are high", len(high), len(list))
	}
	holds(t, called(t, session, "finding", object{"id": "bottleneck:hw"}).text, "no finding has the ID", list[0].ID)
	holds(t, called(t, session, "finding", object{"subject": "nobody"}).text, "nothing is found about")
	holds(t, called(t, session, "finding", object{"rule": "bottle"}).text, "bottleneck")
}

func TestQuestions(t *testing.T) {
	session := connected(t, Config{Graph: small(t)})
	list, r := answered[[]question](t, session, "questions", nil)
	risk, _ := answered[[]question](t, session, "questions", object{"reader": "risk"})
	if len(list) < 40 || len(risk) == 0 || len(risk) >= len(list) {
		t.Errorf("%d questions, %d for risk", len(list), len(risk))
	}
	for _, q := range list {
		for _, p := range q.Params {
			if p.Name == datasetParam {
				t.Errorf("%s asks for the dataset", q.Name)
			}
		}
	}
	holds(t, r.text, "The dataset lies in files", "concentration: ")
	holds(t, called(t, session, "ask", object{"question": "concentration"}).text, "the dataset lies in files", "tasuki load")
}
