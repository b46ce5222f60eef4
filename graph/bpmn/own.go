package bpmn

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"strings"

	"tasuki/graph"
	"tasuki/graph/said"
)

// noFlow is what the pool is called that has what belongs to no flow.
var noFlow = graph.Name{JA: "手順に属さない作業", EN: "Tasks in no flow"}

// digestOf returns a digest of what a model says by itself: of its facts without the lines on
// which they stand, so that saving it in another tool or moving its parts changes nothing.
func digestOf(d graph.Dataset) (string, error) {
	d = d.Canonical()
	d.Account = nil
	for i := range d.Tasks {
		d.Tasks[i].Source = graph.Source{}
	}
	for _, list := range append([][]graph.Handoff{d.Handoffs}, handoffsOf(d)...) {
		for i := range list {
			list[i].Source = graph.Source{}
		}
	}
	var b bytes.Buffer
	if err := graph.Encode(&b, d); err != nil {
		return "", err
	}
	return fmt.Sprintf("sha256:%x", sha256.Sum256(b.Bytes())), nil
}

func handoffsOf(d graph.Dataset) (list [][]graph.Handoff) {
	for _, f := range d.Flows {
		list = append(list, f.Handoffs)
	}
	return list
}

// original returns the dataset that the writer has put beside the model, when the model
// still says what it said then.
func (m *model) original(d graph.Dataset) graph.Dataset {
	var digest, facts string
	if c := m.root.Child("collaboration"); c != nil && c.Child("extensionElements") != nil {
		if kept := c.Child("extensionElements").Child("dataset"); kept != nil && kept.Space == spaceOwn {
			digest, facts = kept.In("", "digest"), kept.In("", "facts")
		}
	}
	if facts == "" {
		return d
	}
	now, err := digestOf(d)
	whole, failed := graph.Decode(strings.NewReader(facts))
	if err != nil || failed != nil || now != digest || !drawnAs(whole, now) {
		m.account.note(said.Notef("model: %s was changed after tasuki had written it, so what stands beside the model (leads beyond the first, supporters, minutes and the like) was not read", m.file))
		d.Account.Assumptions = m.account.notes
		return d
	}
	account := graph.Account{WithoutMarks: []string{}, UnusedHeadings: []graph.Heading{}}
	if whole.Account != nil {
		account = *whole.Account
	}
	account.Elements = d.Account.Elements
	whole.Account = &account
	return whole
}

// drawnAs reports whether the model of a dataset has a digest: nobody can have put other
// facts beside a model than those it shows.
func drawnAs(d graph.Dataset, digest string) bool {
	g, err := graph.New(d)
	if err != nil {
		return false
	}
	for _, lang := range []graph.Lang{graph.Japanese, graph.English} { // of names that have none
		if got, err := newWriter(g, lang).digest(sketches(g)); err == nil && got == digest {
			return true
		}
	}
	return false
}

// marks takes the circles that the writer draws at starts and goals for what they are, and
// what they stand at for a start or a goal.
func (m *model) marks() {
	for _, n := range m.nodes {
		n.circle = n.el.In(spaceOwn, "mark")
	}
	for _, n := range m.nodes {
		var out []*edge
		for _, e := range n.out {
			switch {
			case n.circle == "start":
				e.to.starts = true
				e.to.incoming--
			case e.to.circle == "goal":
				n.goal = true
			default:
				out = append(out, e)
			}
		}
		n.out = out
	}
	kept := m.nodes[:0:0]
	for _, n := range m.nodes {
		if n.circle == "" {
			kept = append(kept, n)
		}
	}
	m.nodes = kept
	m.same()
}

// same makes the tasks one that the writer has drawn in several pools: they keep their
// nodes, which have one ID.
func (m *model) same() {
	seen := map[string]bool{}
	for _, n := range m.nodes {
		if id := n.own(); id != "" {
			n.again = seen[id]
			seen[id] = true
		}
	}
}
