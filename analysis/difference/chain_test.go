package difference_test

import (
	"strings"
	"testing"

	"tasuki/internal/graphtext"
)

// TestServesFollowsNewIDs has a client whose ID changes and whose name stays: who serves it
// serves whom it served. Where another is served, that is a change.
func TestServesFollowsNewIDs(t *testing.T) {
	old := graphtext.Graph(t, "org c client \"City library\"\norg p vendor serves=c \"Hosting vendor\"")
	now := graphtext.Graph(t, "org k client \"City library\"\norg p vendor serves=k \"Hosting vendor\"")
	if said := strings.Join(lines(of(t, old, now)), "\n"); strings.Contains(said, "serves") {
		t.Errorf("a new ID is taken for another recipient:\n%s", said)
	}
	other := graphtext.Graph(t, "org c client \"City library\"\norg d client \"School\"\norg p vendor serves=d \"Hosting vendor\"")
	if said := strings.Join(lines(of(t, old, other)), "\n"); !strings.Contains(said, "serves") {
		t.Errorf("another recipient is not told:\n%s", said)
	}
}
