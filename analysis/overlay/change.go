package overlay

import (
	"strings"

	"tasuki/graph"
	"tasuki/graph/said"
)

// Kind says what a change changes.
type Kind string

// The kinds of change, each with how its text goes on.
const (
	Without        Kind = "without"         // =ORGANIZATION: it is missing
	Lead           Kind = "lead"            // =TASK=FROM:TO: the lead moves; =TASK=TO: TO leads it, too
	Supporter      Kind = "supporter"       // =TASK=ORGANIZATION: it supports the task, too
	Merge          Kind = "merge"           // =FROM:TO: FROM becomes a part of TO
	LeadRule       Kind = "leads"           // =any or =each
	SupportRule    Kind = "support"         // =fallback or =none
	WithoutTask    Kind = "without-task"    // =TASK: it is not done
	WithoutHandoff Kind = "without-handoff" // =FROM:TO: no handoff between the two tasks is made
	WithoutBranch  Kind = "without-branch"  // =TASK=BRANCH: what leaves the task on this branch is not handed on, and not needed
)

// Change is one change to a dataset.
type Change struct {
	Kind Kind
	Task string // of Lead, Supporter, WithoutTask and WithoutBranch
	From string // the organization that is missing, hands its lead on or is merged; of WithoutHandoff a task; empty: nobody hands on
	To   string // the organization that leads, supports or takes in; of WithoutHandoff a task; of WithoutBranch the branch; of rules the word
}

// form says which parts the text of a kind has.
type form struct{ task, from, to, needsFrom bool }

func (k Kind) form() (form, bool) {
	f, ok := map[Kind]form{
		Without:        {from: true, needsFrom: true},
		Lead:           {task: true, from: true, to: true},
		Supporter:      {task: true, to: true},
		Merge:          {from: true, to: true, needsFrom: true},
		LeadRule:       {to: true},
		SupportRule:    {to: true},
		WithoutTask:    {task: true},
		WithoutHandoff: {from: true, to: true, needsFrom: true},
		WithoutBranch:  {task: true, to: true},
	}[k]
	return f, ok
}

// escapes are the signs that part the text of a change. In an ID each stands as in an
// address of the Web.
func escapes() []string { return []string{"%", "%25", "=", "%3D", ":", "%3A", ",", "%2C"} }

// String returns the text of a change, which [Parse] reads: its kind, then its parts
// with = between a task and an organization and : between what was and what is instead.
func (c Change) String() string {
	f, _ := c.Kind.form()
	escape := strings.NewReplacer(escapes()...).Replace
	text := string(c.Kind) + "=" + escape(c.Task)
	if f.task && (f.from || f.to) {
		text += "="
	}
	text += escape(c.From)
	if c.From != "" && f.to {
		text += ":"
	}
	return text + escape(c.To)
}

// Parse reads the text of a change, such as without=ops, lead=3-12=ops:hw (from ops to
// hw), lead=3-12=hw (hw, too), supporter=3-12=hw, merge=ops:hw, leads=any, support=none,
// without-task=3-12, without-handoff=3-12:3-13 or without-branch=3-12=records. In an ID %3D stands for =, %3A for :,
// %2C for a comma and %25 for %. Whether the IDs exist is for [Apply] to say.
func Parse(text string) (Change, error) {
	word, rest, _ := strings.Cut(text, "=")
	c := Change{Kind: Kind(word)}
	f, known := c.Kind.form()
	if !known {
		return Change{}, said.Errorf("%q is no change; begin it with without=, lead=, supporter=, merge=, leads=, support=, without-task=, without-handoff= or without-branch=", text)
	}
	task, orgs := "", rest
	switch {
	case f.task && (f.from || f.to):
		task, orgs, _ = strings.Cut(rest, "=")
	case f.task:
		task, orgs = rest, ""
	}
	from, to, both := strings.Cut(orgs, ":")
	if !both && f.to {
		from, to = "", orgs
	}
	wrong := strings.ContainsAny(task, ":=") || strings.Contains(orgs, "=") || strings.Contains(to, ":") ||
		both && !(f.from && f.to) || (task == "") == f.task || (to == "") == f.to || from == "" && (f.needsFrom || both)
	bad := false
	for part, raw := range map[*string]string{&c.Task: task, &c.From: from, &c.To: to} {
		plain, ok := unescaped(raw)
		*part, bad = plain, bad || !ok
	}
	switch {
	case wrong:
		return Change{}, said.Errorf("%q is not how the change %q is written; write such as %s", text, word, example(c.Kind))
	case bad:
		return Change{}, said.Errorf("%q: a %% stands before 25, 3D, 3A or 2C only; write %%25 for the sign itself", text)
	}
	return c, c.checkWord()
}

// example returns a change of a kind as it is written.
func example(k Kind) string {
	return map[Kind]string{
		Without: "without=ops", Lead: "lead=3-12=ops:hw", Supporter: "supporter=3-12=hw", Merge: "merge=ops:hw",
		LeadRule: "leads=any", SupportRule: "support=none", WithoutTask: "without-task=3-12", WithoutHandoff: "without-handoff=3-12:3-13", WithoutBranch: "without-branch=3-12=records",
	}[k]
}

// unescaped returns a part of a text as it is meant.
func unescaped(s string) (string, bool) {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(s, "%")
		b.WriteString(before)
		if !found {
			return b.String(), true
		}
		at := -1
		for i, e := range escapes() {
			if i%2 == 1 && strings.HasPrefix(rest, e[1:]) {
				at = i
			}
		}
		if at < 0 {
			return "", false
		}
		b.WriteString(escapes()[at-1])
		s = rest[2:]
	}
}

// checkWord says which words a rule has, where it has another.
func (c Change) checkWord() error {
	vocabulary, ok := map[Kind]string{LeadRule: "lead rule", SupportRule: "support rule"}[c.Kind]
	if !ok {
		return nil
	}
	for _, w := range graph.Words(vocabulary) {
		if w == c.To {
			return nil
		}
	}
	return said.Errorf("%s=%s: use one of %s", c.Kind, c.To, strings.Join(graph.Words(vocabulary), ", "))
}

// Renamed returns the change with other IDs of organizations.
func (c Change) Renamed(id func(string) string) Change {
	for _, part := range []*string{&c.From, &c.To} {
		if c.Kind != WithoutHandoff && c.Kind != WithoutBranch && c.Kind != LeadRule && c.Kind != SupportRule && *part != "" {
			*part = id(*part)
		}
	}
	return c
}
