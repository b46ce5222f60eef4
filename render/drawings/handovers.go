package drawings

import (
	"cmp"
	"slices"
	"strconv"

	"tasuki/analysis/bottleneck"
	"tasuki/render/diagram"
	"tasuki/render/messages"
)

// What a map draws of the handovers between organizations: none that is less than
// leastShare percent of the handoffs between all of them, and the largest alone where
// more are left than can be told apart.
const (
	leastShare   = 1.0
	mostHandover = 36
)

// leftOut counts the handovers that a map does not draw.
type leftOut struct {
	arrows                 int
	largest, handoffs, all float64 // the largest of them, their sum, and the sum of all
}

// drawnHandovers returns the handovers from one organization to another that a map
// draws, in their order.
func drawnHandovers(handovers []bottleneck.Handover) (drawn []bottleneck.Handover, left leftOut) {
	between := slices.DeleteFunc(slices.Clone(handovers), func(h bottleneck.Handover) bool { return h.From == h.To })
	for _, h := range between {
		left.all += h.Handoffs
	}
	bySize := slices.Clone(between)
	slices.SortStableFunc(bySize, func(a, b bottleneck.Handover) int { return cmp.Compare(b.Handoffs, a.Handoffs) })
	keep := map[[2]string]bool{}
	for i, h := range bySize {
		if i < mostHandover && (100*h.Handoffs >= leastShare*left.all || len(between) <= mostHandover/4) {
			keep[[2]string{h.From, h.To}] = true
			continue
		}
		left.arrows, left.handoffs, left.largest = left.arrows+1, left.handoffs+h.Handoffs, max(left.largest, h.Handoffs)
	}
	return slices.DeleteFunc(between, func(h bottleneck.Handover) bool { return !keep[[2]string{h.From, h.To}] }), left
}

// notes says what is left out; nothing where nothing is.
func (l leftOut) notes(lang messages.Language) []string {
	if l.arrows == 0 {
		return nil
	}
	share := func(part float64) string { return messages.Number(100 * part / l.all) }
	limit := leastShare
	if 100*l.largest >= leastShare*l.all {
		return []string{lang.Count(l.arrows, "{1} arrow of at most {2} % of the handoffs between organizations is left out, {3} % together.", "{1} arrows of at most {2} % each of the handoffs between organizations are left out, {3} % together.", share(l.largest), share(l.handoffs))}
	}
	return []string{lang.Count(l.arrows, "{1} arrow under {2} % of the handoffs between organizations is left out, {3} % together.", "{1} arrows under {2} % each of the handoffs between organizations are left out, {3} % together.", strconv.FormatFloat(limit, 'f', -1, 64), share(l.handoffs))}
}

// worstOf returns the organization whose loss stops the most flows; none where two stop as
// many.
func worstOf(b bottleneck.Bottleneck, o diagram.Overlay) string {
	worst, equal := bottleneck.OrganizationLoad{}, false
	for _, org := range b.Organizations {
		if len(o.Stops[org.Organization]) == 0 {
			continue
		}
		switch c := cmp.Compare(len(o.Stops[org.Organization]), len(o.Stops[worst.Organization])); {
		case c > 0:
			worst, equal = org, false
		case c == 0:
			equal = true
		}
	}
	if equal {
		return ""
	}
	return worst.Organization
}

// shareLoads gives the boxes their shares of the largest number of led tasks.
func shareLoads(nodes []diagram.Node, b bottleneck.Bottleneck) {
	most, of := 0, map[string]int{}
	for _, org := range b.Organizations {
		most, of[org.Organization] = max(most, org.LeadMarks), org.LeadMarks
	}
	for i := range nodes {
		if most > 0 {
			nodes[i].Load = float64(of[nodes[i].ID]) / float64(most)
		}
	}
}
