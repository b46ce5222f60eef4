package messages

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"tasuki/analysis/findings"
	"tasuki/graph/acceptance"
)

// Decided says what a team has decided about a finding: the severity that it would have
// otherwise, and whether it is accepted, until when, by whom and why. It is empty where
// nothing is decided.
func (p Printer) Decided(f findings.Finding) []string {
	var list []string
	if f.Usual != "" {
		list = append(list, p.Plain("Severity by decision: {1}; the rule says: {2}", p.Plain(string(f.Severity)), p.Plain(string(f.Usual))))
	}
	if a := f.Acceptance; a != nil {
		list = append(list, p.acceptance(*a))
	}
	return list
}

func (p Printer) acceptance(a findings.Acceptance) string {
	owner, reason := a.Owner.In(p.Lang), a.Reason.In(p.Lang)
	if a.Owner.IsZero() {
		owner = p.Plain("an owner who is not named")
	}
	switch a.State {
	case findings.Expired:
		return p.Plain("Its acceptance has expired: it held until {1}, its owner was {2}, its reason: {3}", string(a.Expires), owner, reason)
	case findings.NotJudged:
		return p.Plain("Accepted until {1} by {2} (whether that is past was not judged): {3}", string(a.Expires), owner, reason)
	}
	return p.Plain("Accepted until {1} by {2}: {3}", string(a.Expires), owner, reason)
}

// Tally says how many findings there are and what is decided about them: how many are
// accepted until when and by whom, how many acceptances have expired, and how many findings
// are switched off. It is empty where nothing is decided.
func (p Printer) Tally(list []findings.Finding) []string {
	type promise struct {
		expires acceptance.Date
		owner   string
	}
	accepted, off := map[promise]int{}, map[string]int{}
	listed, held, expired, undated := 0, 0, 0, 0
	for _, f := range list {
		if f.Severity == findings.Off {
			off[f.Rule]++
			continue
		}
		listed++
		switch {
		case f.Acceptance == nil:
		case f.Acceptance.State == findings.Expired:
			expired++
		default:
			held++
			accepted[promise{f.Acceptance.Expires, f.Acceptance.Owner.In(p.Lang)}]++
			if f.Acceptance.State == findings.NotJudged {
				undated++
			}
		}
	}
	order := sortedKeys(accepted, func(a, b promise) int {
		return cmp.Or(cmp.Compare(a.expires, b.expires), cmp.Compare(a.owner, b.owner))
	})
	var parts []string
	for _, k := range order {
		owner := k.owner
		if owner == "" {
			owner = p.Plain("an owner who is not named")
		}
		parts = append(parts, p.Plain("{1} accepted until {2} by {3}", accepted[k], string(k.expires), owner))
	}
	var said []string
	if held+expired > 0 {
		said = append(said, p.Count(listed, "{1} finding, accepted: {2}.", "{1} findings, accepted: {2}.", held))
	}
	if len(parts) > 0 {
		said = append(said, p.Plain("Of these: {1}.", p.few(parts)))
	}
	if undated > 0 {
		said = append(said, p.Plain("No date was given, so whether acceptances have expired was not judged."))
	}
	if expired > 0 {
		said = append(said, p.Plain("Acceptances that have expired: {1}; their findings count again.", expired))
	}
	if len(off) > 0 {
		said = append(said, p.Plain("Switched off, and not listed: {1}.", p.few(counted(off))))
	}
	return said
}

// counted returns numbers with what they count, in the order of that.
func counted(n map[string]int) (list []string) {
	for _, k := range sortedKeys(n, cmp.Compare[string]) {
		list = append(list, strings.Join([]string{strconv.Itoa(n[k]), k}, " "))
	}
	return list
}

func sortedKeys[K comparable](m map[K]int, compare func(a, b K) int) (keys []K) {
	for k := range m {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, compare)
	return keys
}
