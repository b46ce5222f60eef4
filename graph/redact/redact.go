// Package redact puts pseudonyms in place of organizations, wherever a text names them.
package redact

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"

	"tasuki/graph"
	"tasuki/graph/said"
)

// Pseudonym is a number in place of an organization: an entry of the key by
// which a redacted dataset can be read.
type Pseudonym struct {
	Number int        `json:"number"`
	ID     string     `json:"id"`
	Name   graph.Name `json:"name"`
}

func (p Pseudonym) id() string { return fmt.Sprintf("party-%d", p.Number) }

func (p Pseudonym) name() graph.Name {
	return graph.Name{JA: fmt.Sprintf("組織%d", p.Number), EN: fmt.Sprintf("Party %d", p.Number)}
}

// Redactor puts pseudonyms in place of the organizations of a dataset: of their
// IDs, names and aliases, wherever these stand in any text. A spelling is found
// in capitals or not, in letters of any width, in the English plural or singular
// of its last word, and with other or no white space, hyphens, underscores and
// middle dots between its letters. One in Western letters stands as a word of
// its own. A spelling that is not declared, a short form say, is not found:
// declare it as an alias.
// A nil Redactor leaves IDs and lists of texts as they are.
type Redactor struct {
	dataset   graph.Dataset
	named     []graph.Organization // of the dataset and of those beside it
	key       []Pseudonym
	parties   map[string]Pseudonym // by the IDs of organizations
	declared  map[string]bool      // IDs of organizations, tasks, phases, flows and severities
	spellings map[rune][]spelled   // by their first letter, the longest first
}

// New returns the redactor of d. Organizations that key knows keep their
// numbers; the others get the next ones, by ID. Those of the datasets that are shown beside
// d are found in its texts, too, and come behind its own.
func New(d graph.Dataset, key []Pseudonym, beside ...graph.Dataset) *Redactor {
	r := &Redactor{dataset: d, key: key, parties: map[string]Pseudonym{}, declared: map[string]bool{}}
	for _, other := range append([]graph.Dataset{d}, beside...) {
		r.key = extend(r.key, other.Canonical().Organizations)
		r.named = append(r.named, other.Organizations...)
	}
	for _, p := range r.key {
		r.parties[p.ID] = p
	}
	for _, o := range d.Organizations {
		r.declared[o.ID] = true
	}
	for _, t := range d.Tasks {
		r.declared[t.ID] = true
	}
	for _, p := range d.Phases {
		r.declared[p.ID] = true
	}
	for _, f := range d.Flows {
		r.declared[f.ID] = true
	}
	for _, s := range d.Severities {
		r.declared[s.ID] = true
	}
	r.learn()
	return r
}

// Key returns the key, by number.
func (r *Redactor) Key() []Pseudonym { return slices.Clone(r.key) }

// Original returns the dataset whose organizations get pseudonyms.
func (r *Redactor) Original() graph.Dataset { return r.dataset }

// Text returns a text with the pseudonyms' IDs in the places of organizations.
// It takes time in proportion to the text.
func (r *Redactor) Text(s string) string {
	if p, ok := r.parties[s]; ok {
		return p.id()
	}
	return r.replace(s, Pseudonym.id)
}

// Texts returns a list with pseudonyms in each text, as [Redactor.Text] puts them.
func (r *Redactor) Texts(list []string) []string {
	if r == nil {
		return list
	}
	return mapped(list, r.Text)
}

// ID returns the ID that an organization, task, phase, flow or severity of the dataset has
// in the redacted one. Whatever else is asked for stays as it is, the IDs of
// pseudonyms too.
func (r *Redactor) ID(id string) string {
	if r == nil || !r.declared[id] {
		return id
	}
	return r.Text(id)
}

// IDs returns what [Redactor.ID] returns for each of a list.
func (r *Redactor) IDs(list []string) []string { return mapped(list, r.ID) }

func mapped(list []string, f func(string) string) []string {
	list = slices.Clone(list)
	for i := range list {
		list[i] = f(list[i])
	}
	return list
}

// Dataset returns the dataset with its texts redacted. It takes time in
// proportion to these, and fails when two facts become one, as when the IDs of
// two tasks differ by the names of organizations only.
func (r *Redactor) Dataset() (graph.Dataset, error) {
	out := reflect.New(reflect.TypeFor[graph.Dataset]()).Elem()
	r.copy(out, reflect.ValueOf(r.dataset))
	redacted := out.Interface().(graph.Dataset)
	for i, o := range r.dataset.Organizations {
		redacted.Organizations[i].Name = r.parties[o.ID].name()
		redacted.Organizations[i].Aliases = nil
		redacted.Organizations[i].LEI = "" // it can be looked up
	}
	if _, err := graph.New(redacted); err != nil {
		return graph.Dataset{}, said.Errorf("redacting: %w", err)
	}
	for i, f := range r.dataset.Flows {
		if branches(f) != branches(redacted.Flows[i]) {
			return graph.Dataset{}, said.Errorf("redacting: branches of a task in flow %s become one; give them names that differ by more than an organization", redacted.Flows[i].ID)
		}
	}
	return redacted, nil
}

// branches counts the branches of all tasks of a flow.
func branches(f graph.Flow) (n int) {
	for _, k := range graph.Forks(f) {
		n += len(k.Branches)
	}
	return n
}

// extend returns key with an entry for each organization.
func extend(key []Pseudonym, organizations []graph.Organization) []Pseudonym {
	key = slices.Clone(key)
	known, last := map[string]bool{}, 0
	for _, p := range key {
		known[p.ID] = true
		last = max(last, p.Number)
	}
	for _, o := range organizations {
		if !known[o.ID] {
			last++
			key = append(key, Pseudonym{last, o.ID, o.Name})
		}
	}
	slices.SortFunc(key, func(a, b Pseudonym) int { return cmp.Compare(a.Number, b.Number) })
	return key
}

// copy copies a value with all texts in it redacted. Words of closed
// vocabularies have types of their own, and stay.
func (r *Redactor) copy(to, from reflect.Value) {
	switch from.Kind() {
	case reflect.String:
		to.Set(from)
		if from.Type() == reflect.TypeFor[string]() {
			to.SetString(r.Text(from.String()))
		}
	case reflect.Struct:
		if n, ok := from.Interface().(said.Note); ok {
			to.Set(reflect.ValueOf(n.Map(r.Text)))
			return
		}
		if n, ok := from.Interface().(graph.Name); ok {
			to.Set(reflect.ValueOf(graph.Name{
				JA: r.replace(n.JA, func(p Pseudonym) string { return p.name().JA }),
				EN: r.replace(n.EN, func(p Pseudonym) string { return p.name().EN }),
			}))
			return
		}
		for i := range from.NumField() {
			r.copy(to.Field(i), from.Field(i))
		}
	case reflect.Slice:
		if from.IsNil() {
			return
		}
		to.Set(reflect.MakeSlice(from.Type(), from.Len(), from.Len()))
		for i := range from.Len() {
			r.copy(to.Index(i), from.Index(i))
		}
	case reflect.Map: // by ID
		if !from.IsNil() {
			to.Set(reflect.MakeMap(from.Type()))
			for _, key := range from.MapKeys() {
				to.SetMapIndex(reflect.ValueOf(r.Text(key.String())), from.MapIndex(key))
			}
		}
	case reflect.Pointer:
		if !from.IsNil() {
			to.Set(reflect.New(from.Type().Elem()))
			r.copy(to.Elem(), from.Elem())
		}
	default:
		to.Set(from)
	}
}
