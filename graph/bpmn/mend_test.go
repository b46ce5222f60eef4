package bpmn

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/internal/seeds"
)

// collaboration puts pools, processes and messages into a definition.
func collaboration(pools, processes string) string {
	return `<definitions xmlns="` + spaceModel + `" id="d"><collaboration id="c">` + pools + `</collaboration>` + processes + `</definitions>`
}

// TestAnswersToPoolsAreOptional reads a pool that shows no work, sends a request and hears an
// answer: it is where work starts, and the answer is optional, not the branches in between.
func TestAnswersToPoolsAreOptional(t *testing.T) {
	d, err := Read("x.bpmn", []byte(collaboration(
		`<participant id="P" name="Bank" processRef="p"/><participant id="Q" name="Customer"/><messageFlow id="m" sourceRef="Q" targetRef="s"/><messageFlow id="n" sourceRef="t" targetRef="Q"/>`,
		`<process id="p"><startEvent id="s" name="s"/><parallelGateway id="g"/><task id="a" name="a"/><task id="b" name="b"/><task id="t" name="t"/><endEvent id="e" name="e"/>`+
			`<sequenceFlow id="f1" sourceRef="s" targetRef="g"/><sequenceFlow id="f2" sourceRef="g" targetRef="a"/><sequenceFlow id="f3" sourceRef="g" targetRef="b"/><sequenceFlow id="f4" sourceRef="a" targetRef="t"/><sequenceFlow id="f5" sourceRef="b" targetRef="t"/><sequenceFlow id="f6" sourceRef="t" targetRef="e"/></process>`)), nil)
	if err != nil {
		t.Fatal(err)
	}
	want := "Customer > s request [Customer]; a > t; b > t; s > a [a]; s > b [b]; t > Customer report [Customer] optional; t > e"
	if got := strings.Join(slices.Sorted(slices.Values(lines(d))), "; "); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	if got := fmt.Sprint(d.Flows[0].Start, d.Flows[0].Goal); got != "[Customer] [e]" {
		t.Errorf("the flow leads from and to %s", got)
	}
}

// TestCirclesOfSequencesAreSaid reads a branch that only leads round and round.
func TestCirclesOfSequencesAreSaid(t *testing.T) {
	d, err := Read("x.bpmn", []byte(defined(`<startEvent id="s" name="s"/><task id="a" name="a"/><task id="b" name="b"/><endEvent id="e" name="e"/>`+
		`<sequenceFlow id="f1" sourceRef="s" targetRef="a"/><sequenceFlow id="f2" sourceRef="s" targetRef="e"/><sequenceFlow id="f3" sourceRef="a" targetRef="b"/><sequenceFlow id="f4" sourceRef="b" targetRef="a"/>`)), nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(d.Account.Assumptions); !strings.Contains(got, "1 of sequence flows in x.bpmn") || !strings.Contains(got, ": s") {
		t.Errorf("the account says %s", got)
	}
}

// standing returns which sequences are optional.
func standing(t *testing.T, seed uint64, text string) map[string]bool {
	d, err := Read("x.bpmn", []byte(text), nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := graph.New(d); err != nil {
		t.Fatalf("-seed=%d: %v", seed, err)
	}
	optional := map[string]bool{}
	for _, list := range append(handoffsOf(d), d.Handoffs) {
		for _, h := range list {
			if h.Kind == graph.Sequence {
				optional[h.From+" > "+h.To] = h.Optional
			}
		}
	}
	return optional
}

// TestMessagesLeaveSequencesBruteForce adds messages to random processes: what their
// sequence flows say is needed stays so, and what is optional, too.
func TestMessagesLeaveSequencesBruteForce(t *testing.T) {
	for seed := range uint64(seeds.Size(400, 60)) {
		r := rand.New(rand.NewPCG(seed, 1))
		pools := `<participant id="X" name="X"/><participant id="Y" name="Y"/>`
		var b, messages strings.Builder
		ids := []string{"X", "X", "X", "Y", "Y", "Y"} // often, as what a pool sends may wait for what it hears
		for p := range 1 + r.IntN(3) {
			pools += fmt.Sprintf(`<participant id="P%d" name="P%d" processRef="p%d"/>`, p, p, p)
			fmt.Fprintf(&b, `<process id="p%d">`, p)
			n := 3 + r.IntN(4)
			for i := range n {
				id := fmt.Sprintf("t%d_%d", p, i)
				ids = append(ids, id)
				fmt.Fprintf(&b, `<task id="%s" name="%s"/>`, id, id)
				for k := range min(1+r.IntN(2), 2*(n-1-i)) { // nothing leaves the last
					to := r.IntN(n)
					if k == 0 || r.IntN(3) > 0 { // a way on, so that no process is but a circle
						to = min(i+1+r.IntN(2), n-1)
					}
					fmt.Fprintf(&b, `<sequenceFlow id="f%s_%d" sourceRef="%s" targetRef="t%d_%d"/>`, id, k, id, p, to)
				}
			}
			b.WriteString(`</process>`)
		}
		for i := range 1 + r.IntN(8) {
			from, to := ids[r.IntN(len(ids))], ids[r.IntN(len(ids))]
			if strings.Split(from, "_")[0] != strings.Split(to, "_")[0] {
				fmt.Fprintf(&messages, `<messageFlow id="m%d" sourceRef="%s" targetRef="%s"/>`, i, from, to)
			}
		}
		want := standing(t, seed, collaboration(pools, b.String()))
		got := standing(t, seed, collaboration(pools+messages.String(), b.String()))
		for h, optional := range want {
			if got[h] != optional {
				t.Fatalf("-seed=%d: with messages %s is optional: %v, without: %v\n%s", seed, h, got[h], optional, messages.String()+b.String())
			}
		}
	}
}
