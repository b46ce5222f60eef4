package difference

import (
	"cmp"
	"slices"

	"tasuki/analysis/findings"
	"tasuki/analysis/rules"
	"tasuki/graph"
)

// FindingChange is a finding of one of the datasets only, of another severity, or with other
// evidence.
type FindingChange struct {
	Rule  string            `json:"rule"`
	About rules.SubjectKind `json:"about"`
	Old   *Judgement        `json:"old"` // null: it is new
	New   *Judgement        `json:"new"` // null: it is gone

	// Of a finding that both have: the evidence that only the new one has, by the IDs there,
	// and that only the old one has.
	Came []string `json:"came,omitempty"`
	Went []string `json:"went,omitempty"`
}

// Judgement is what a dataset says of the subject of a finding.
type Judgement struct {
	ID       string            `json:"id"` // empty for the dataset as a whole
	Severity findings.Severity `json:"severity"`
	Evidence int               `json:"evidence"` // tasks, or flows, that it is about
}

// findingChanges compares findings by rule and subject, and counts those that remain as
// severe as they were, with the same evidence.
func findingChanges(old, now []findings.Finding, names renames) (list []FindingChange, remained int) {
	type key struct {
		rule string
		kind rules.SubjectKind
		id   string
	}
	all, evidence := map[key]*FindingChange{}, map[key][]string{}
	for _, f := range old {
		id := f.Subject.ID
		if f.Subject.Kind == rules.AboutOrganization || f.Subject.Kind == rules.AboutTask {
			id = names.of(kindOf(f.Subject.Kind), id)
		}
		all[key{f.Rule, f.Subject.Kind, id}] = &FindingChange{Rule: f.Rule, About: f.Subject.Kind, Old: &Judgement{f.Subject.ID, f.Severity, len(f.Evidence)}}
		evidence[key{f.Rule, f.Subject.Kind, id}] = f.Evidence
	}
	for _, f := range now {
		k := key{f.Rule, f.Subject.Kind, f.Subject.ID}
		if all[k] == nil {
			all[k] = &FindingChange{Rule: f.Rule, About: f.Subject.Kind}
		}
		all[k].New = &Judgement{f.Subject.ID, f.Severity, len(f.Evidence)}
		if all[k].Old != nil {
			all[k].Came, all[k].Went = parted(evidence[k], f.Evidence, names)
		}
	}
	var differing []*FindingChange
	for _, f := range all {
		if f.Old == nil || f.New == nil || f.Old.Severity != f.New.Severity || len(f.Came)+len(f.Went) > 0 {
			differing = append(differing, f)
		} else {
			remained++
		}
	}
	slices.SortFunc(differing, func(a, b *FindingChange) int {
		return cmp.Or(cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.About, b.About), graph.Compare(a.id(), b.id()), cmp.Compare(a.last(), b.last()))
	})
	list = []FindingChange{}
	for _, f := range differing {
		list = append(list, *f)
	}
	return list, remained
}

// parted returns the evidence that only the new finding has, and that only the old one has,
// each by ID.
func parted(old, now []string, names renames) (came, went []string) {
	left := map[string]string{} // by what it is called now, what it was called
	for _, id := range old {
		left[names.of(Task, id)] = id
	}
	for _, id := range now {
		if _, both := left[id]; both {
			delete(left, id)
		} else {
			came = append(came, id)
		}
	}
	for _, id := range left {
		went = append(went, id)
	}
	slices.SortFunc(came, graph.Compare)
	slices.SortFunc(went, graph.Compare)
	return came, went
}

func kindOf(k rules.SubjectKind) Kind {
	if k == rules.AboutOrganization {
		return Organization
	}
	return Task
}

// id and last return the lower and the higher of the IDs of the subject, so that the order
// does not hang on which dataset is the old one.
func (f FindingChange) id() string   { return inOrder(f)[0] }
func (f FindingChange) last() string { return inOrder(f)[1] }

func inOrder(f FindingChange) []string {
	var ids []string
	for _, j := range []*Judgement{f.Old, f.New} {
		if j != nil {
			ids = append(ids, j.ID)
		}
	}
	slices.SortFunc(ids, graph.Compare)
	return append(ids, ids[len(ids)-1])
}
