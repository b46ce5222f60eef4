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
	said := p.promises(listed, held, expired, accepted)
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

// promise is until when findings are accepted, and by whom.
type promise struct {
	expires acceptance.Date
	owner   string
}

// promises says how many of the findings that are listed are accepted until when and by
// whom, the first to expire first.
func (p Printer) promises(listed, held, expired int, accepted map[promise]int) (said []string) {
	var parts []string
	order := sortedKeys(accepted, func(a, b promise) int {
		return cmp.Or(cmp.Compare(a.expires, b.expires), cmp.Compare(a.owner, b.owner))
	})
	for i, k := range order {
		if k.owner == "" {
			order[i].owner = p.Plain("an owner who is not named")
		}
		parts = append(parts, p.Plain("{1} accepted until {2} by {3}", accepted[k], string(k.expires), order[i].owner))
	}
	switch {
	case len(order) == 1:
		return []string{p.Count(listed, "{1} finding, {2} of them accepted until {3} by {4}.", "{1} findings, {2} of them accepted until {3} by {4}.", held, string(order[0].expires), order[0].owner)}
	case len(order) > 1:
		return []string{p.Count(listed, "{1} finding, accepted: {2}.", "{1} findings, accepted: {2}.", held), p.Plain("Of these: {1}.", p.few(parts))}
	case expired > 0:
		return []string{p.Count(listed, "{1} finding, accepted: {2}.", "{1} findings, accepted: {2}.", held)}
	}
	return nil
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
