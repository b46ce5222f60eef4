package messages

import (
	"slices"
	"strings"
	"testing"

	"tasuki/analysis/findings"
	"tasuki/graph"
)

func acceptedBy(owner string, state findings.AcceptanceState) *findings.Acceptance {
	a := &findings.Acceptance{Reason: graph.Text("the contract ends"), Expires: "2027-03-31", State: state}
	if owner != "" {
		a.Owner = graph.Text(owner)
	}
	return a
}

func TestDecided(t *testing.T) {
	for _, c := range []struct {
		f      findings.Finding
		en, ja string
	}{
		{findings.Finding{Severity: findings.Low}, "", ""},
		{findings.Finding{Severity: findings.Low, Usual: findings.High}, "Severity by decision: low; the rule says: high", "重大度は判断により「低」（規則では「高」）"},
		{findings.Finding{Acceptance: acceptedBy("Ops", findings.Accepted)}, "Accepted until 2027-03-31 by Ops: the contract ends", "2027-03-31 まで受容（Ops）：the contract ends"},
		{findings.Finding{Acceptance: acceptedBy("", findings.Accepted)}, "Accepted until 2027-03-31 by an owner who is not named: the contract ends", "2027-03-31 まで受容（受容者は伏せる）：the contract ends"},
		{findings.Finding{Acceptance: acceptedBy("Ops", findings.Expired)}, "Its acceptance has expired: it held until 2027-03-31, its owner was Ops, its reason: the contract ends", "受容の期限が切れた（期限 2027-03-31、受容者 Ops）。理由：the contract ends"},
		{findings.Finding{Acceptance: acceptedBy("Ops", findings.NotJudged)}, "Accepted until 2027-03-31 by Ops (whether that is past was not judged): the contract ends", "2027-03-31 まで受容（Ops。期限切れかどうかは判定していない）：the contract ends"},
	} {
		for lang, want := range map[graph.Lang]string{graph.English: c.en, graph.Japanese: c.ja} {
			if got := strings.Join(Printer{Language: In(lang)}.Decided(c.f), "; "); got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		}
	}
}

func TestTally(t *testing.T) {
	p := Printer{Language: In(graph.English)}
	if got := p.Tally([]findings.Finding{{Severity: findings.Low}}); got != nil {
		t.Errorf("nothing is decided, and it says %q", got)
	}
	got := p.Tally([]findings.Finding{
		{Severity: findings.High, Acceptance: acceptedBy("Ops", findings.Accepted)}, {Severity: findings.High, Acceptance: acceptedBy("Ops", findings.Accepted)},
		{Severity: findings.Low, Acceptance: acceptedBy("Ops", findings.Expired)}, {Severity: findings.Low}, {Severity: findings.Low, Acceptance: acceptedBy("Desk", findings.NotJudged)},
		{Rule: "no-supporter", Severity: findings.Off}, {Rule: "no-flows", Severity: findings.Off, Acceptance: acceptedBy("Ops", findings.Accepted)},
	})
	want := []string{
		"5 findings, accepted: 3.", "Of these: 1 accepted until 2027-03-31 by Desk, 2 accepted until 2027-03-31 by Ops.", "No date was given, so whether acceptances have expired was not judged.",
		"Acceptances that have expired: 1; their findings count again.", "Switched off, and not listed: 1 no-flows, 1 no-supporter.",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	got = p.Tally([]findings.Finding{{Acceptance: acceptedBy("Ops", findings.Accepted)}, {Acceptance: acceptedBy("Ops", findings.Accepted)}, {Severity: findings.Low}})
	if len(got) != 1 || got[0] != "3 findings, 2 of them accepted until 2027-03-31 by Ops." {
		t.Errorf("got %q", got)
	}
	if got := (Printer{Language: In(graph.Japanese)}).Tally([]findings.Finding{{Acceptance: acceptedBy("運用", findings.Accepted)}}); got[0] != "指摘1件、うち1件を 2027-03-31 まで受容（運用）。" {
		t.Errorf("in Japanese it says %q", got)
	}
}

// TestEveryRuleMatters wants a line of its own for each rule, in every language.
func TestEveryRuleMatters(t *testing.T) {
	for _, lang := range []graph.Lang{graph.English, graph.Japanese} {
		said := map[string]string{}
		for _, r := range findings.LintRules() {
			why := Printer{Language: In(lang)}.Why(r.ID)
			if other, twice := said[why]; twice || strings.Contains(why, "\n") {
				t.Errorf("%s and %s matter alike: %q", r.ID, other, why)
			}
			said[why] = r.ID
		}
	}
}
