package difference

import (
	"cmp"
	"slices"

	"tasuki/analysis/findings"
	"tasuki/analysis/rules"
	"tasuki/graph"
)

// FindingChange is a finding of one of the datasets only, or of another severity.
type FindingChange struct {
	Rule  string            `json:"rule"`
	About rules.SubjectKind `json:"about"`
	Old   *Judgement        `json:"old"` // null: it is new
	New   *Judgement        `json:"new"` // null: it is gone
}

// Judgement is what a dataset says of the subject of a finding.
type Judgement struct {
	ID       string            `json:"id"` // empty for the dataset as a whole
	Severity findings.Severity `json:"severity"`
}

// findingChanges compares findings by rule and subject, and counts those that remain as
// severe as they were.
func findingChanges(old, now []findings.Finding, names renames) (list []FindingChange, remained int) {
	type key struct {
		rule string
		kind rules.SubjectKind
		id   string
	}
	all := map[key]*FindingChange{}
	for _, f := range old {
		id := f.Subject.ID
		if f.Subject.Kind == rules.AboutOrganization || f.Subject.Kind == rules.AboutTask {
			id = names.of(kindOf(f.Subject.Kind), id)
		}
		all[key{f.Rule, f.Subject.Kind, id}] = &FindingChange{Rule: f.Rule, About: f.Subject.Kind, Old: &Judgement{f.Subject.ID, f.Severity}}
	}
	for _, f := range now {
		k := key{f.Rule, f.Subject.Kind, f.Subject.ID}
		if all[k] == nil {
			all[k] = &FindingChange{Rule: f.Rule, About: f.Subject.Kind}
		}
		all[k].New = &Judgement{f.Subject.ID, f.Severity}
	}
	var differing []*FindingChange
	for _, f := range all {
		if f.Old == nil || f.New == nil || f.Old.Severity != f.New.Severity {
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
