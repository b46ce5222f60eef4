package parts

import (
	"path"
	"strings"

	"tasuki/graph/said"
)

// Relation says what a part of an Office file has to do with another one.
type Relation struct{ ID, Type, Target, Mode string }

// Is reports whether the other part is of a kind, such as "worksheet", and in the
// file. The kinds of both forms of the format end alike.
func (r Relation) Is(kind string) bool {
	return r.Mode != "External" && path.Base(r.Type) == kind
}

// Relations returns what the part points to, with targets made absolute. The part ""
// is the file as a whole.
func (a Archive) Relations(of string) ([]Relation, error) {
	dir, file := path.Split(of)
	part := a.Part(dir + "_rels/" + file + ".rels")
	if part == nil {
		return nil, said.Errorf("not an Office file, or a damaged one: it has no part %q", dir+"_rels/"+file+".rels")
	}
	var list []Relation
	err := Walk(part, MaxHeld, func(t *Token) error {
		if t.Is(Start, "Relationship") {
			r := Relation{t.Attribute("Id"), t.Attribute("Type"), t.Attribute("Target"), t.Attribute("TargetMode")}
			if !strings.HasPrefix(r.Target, "/") {
				r.Target = dir + r.Target
			}
			list = append(list, r)
		}
		return nil
	})
	return list, err
}
