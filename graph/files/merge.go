package files

import (
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"tasuki/graph"
	"tasuki/graph/files/schema"
	"tasuki/graph/minutes"
	"tasuki/graph/said"
)

// part is what one file adds to a dataset.
type part struct {
	doc     *schema.Document // nil for a file with no places to name
	matrix  bool             // doc is a reading: tasks, assignments and supplies know their own place
	facts   graph.Dataset
	kept    map[string][]int // of lists that dropShared has shortened, where the entries stood
	names   nameTables
	minutes []minutes.Entry
	faults  graph.Problems // that did not keep the file from being read
}

// nameTables are names in a further language for what other files declare: by
// list, then by ID.
type nameTables map[string]map[string]graph.Name

// merge joins the parts, in their order, into one dataset. Texts that two
// parts give differently are faults.
func merge(parts []part) (graph.Dataset, graph.Problems) {
	var d graph.Dataset
	var ps graph.Problems
	into := reflect.ValueOf(&d).Elem()
	dropShared(parts)
	for i := range parts {
		cite(&parts[i])
	}
	for _, p := range parts {
		from := reflect.ValueOf(p.facts)
		for i := range from.NumField() {
			target, value := into.Field(i), from.Field(i)
			switch {
			case value.Kind() == reflect.Slice && target.Len() == 0:
				target.Set(value.Slice3(0, value.Len(), value.Len())) // the facts of a large matrix are kept once
			case value.Kind() == reflect.Slice:
				target.Set(reflect.AppendSlice(target, value))
			case value.IsZero() || value.Kind() == reflect.Pointer:
			case !target.IsZero() && p.doc == nil && p.matrix: // only proposed
				p.facts.Account.Assumptions = without(p.facts.Account.Assumptions, jsonKey(from.Type().Field(i))+":")
			case !target.IsZero() && target.Interface() != value.Interface():
				key := jsonKey(from.Type().Field(i))
				ps = append(ps, graph.Problem{Source: p.locate("/" + key), Value: key, Message: "is given differently by another file of the dataset; keep one"})
			default:
				target.Set(value)
			}
		}
		d.Account = addAccounts(d.Account, p.facts.Account)
	}
	if d.Account != nil {
		marked := map[string]bool{}
		for _, a := range d.Assignments {
			marked[a.Organization] = true
		}
		d.Account.WithoutMarks = withoutMarks(d.Account.WithoutMarks, marked)
		if d.Rules.Leads != "" {
			d.Account.Assumptions = without(d.Account.Assumptions, "rules: leads")
		}
		if d.Rules.Support != "" {
			d.Account.Assumptions = without(d.Account.Assumptions, "rules: support")
		}
	}
	for _, p := range parts {
		ps = append(ps, p.translate(&d)...)
	}
	return d, ps
}

// without returns the assumptions that do not begin with a text, which names what
// they are about: what is declared need not be assumed.
func without(assumptions []said.Note, about string) []said.Note {
	return slices.DeleteFunc(slices.Clone(assumptions), func(n said.Note) bool { return strings.HasPrefix(n.String(), about) })
}

func jsonKey(f reflect.StructField) string {
	key, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return key
}

// locate returns the place of a JSON pointer in the part's file.
func (p part) locate(pointer string) graph.Source {
	if p.doc == nil {
		return graph.Source{}
	}
	return p.doc.Locate(pointer)
}

// locateKey returns the place of a key in the part's file.
func (p part) locateKey(pointer, key string) graph.Source {
	if p.doc == nil {
		return graph.Source{}
	}
	return p.doc.LocateKey(pointer, key)
}

func addAccounts(a, b *graph.Account) *graph.Account {
	if a == nil || b == nil {
		if a == nil {
			return b
		}
		return a
	}
	sum := *a
	sum.Rows.In += b.Rows.In
	sum.Rows.Loaded += b.Rows.Loaded
	sum.Rows.Rejected += b.Rows.Rejected
	sum.Rows.AccountableLeads += b.Rows.AccountableLeads
	sum.Marks.In += b.Marks.In
	sum.Marks.Printed += b.Marks.Printed
	sum.Marks.Realigned += b.Marks.Realigned
	sum.Marks.Uncertain += b.Marks.Uncertain
	sum.Marks.Unread += b.Marks.Unread
	sum.Supplies += b.Supplies
	sum.Elements = graph.AddElements(a.Elements, b.Elements)
	sum.WithoutMarks = slices.Concat(a.WithoutMarks, b.WithoutMarks)
	sum.UnusedHeadings = slices.Concat(a.UnusedHeadings, b.UnusedHeadings)
	sum.Unread = slices.Concat(a.Unread, b.Unread)
	sum.Outside = slices.Concat(a.Outside, b.Outside)
	sum.Assumptions = slices.Concat(a.Assumptions, b.Assumptions)
	sum.Sort()
	return &sum
}

// withoutMarks returns the organizations of list that are not marked in any
// matrix, by ID. One that has no mark in one matrix may have some in another.
func withoutMarks(list []string, marked map[string]bool) []string {
	left := slices.DeleteFunc(slices.Clone(list), func(id string) bool { return marked[id] })
	slices.SortFunc(left, graph.Compare)
	return slices.Compact(left)
}

// translate adds the part's names to what they name.
func (p part) translate(d *graph.Dataset) graph.Problems {
	var ps graph.Problems
	for _, list := range slices.Sorted(maps.Keys(p.names)) {
		index := nameIndex(d, list)
		for _, id := range slices.Sorted(maps.Keys(p.names[list])) {
			name, pointer := p.names[list][id], "/names/"+list
			target, ok := index[id]
			if !ok {
				ps = append(ps, graph.Problem{Source: p.locateKey(pointer, id), Value: id, Message: "is not the ID of anything under " + list + "; declare it or correct the ID"})
				continue
			}
			for _, text := range []struct {
				have *string
				want string
			}{{&target.JA, name.JA}, {&target.EN, name.EN}} {
				if text.want != "" && *text.have != "" && *text.have != text.want {
					ps = append(ps, graph.Problem{Source: p.locate(pointer + "/" + schema.Escape(id)), Value: text.want}.Saying("%s is already named %q in this language; keep one", id, *text.have))
				} else if text.want != "" {
					*text.have = text.want
				}
			}
		}
	}
	return ps
}

// nameIndex returns the names in one list of d by ID.
func nameIndex(d *graph.Dataset, list string) map[string]*graph.Name {
	index := map[string]*graph.Name{}
	entries := listOf(*d, list)
	for i := range entries.Len() {
		entry := entries.Index(i)
		index[entry.FieldByName("ID").String()] = entry.FieldByName("Name").Addr().Interface().(*graph.Name)
	}
	return index
}

// place gives each problem that has only a path in the merged dataset its
// place in the file that the path came from.
func place(ps graph.Problems, parts []part) {
	for i := range ps {
		if p := &ps[i]; p.Source.Line == 0 {
			p.Source = origin(p.Path, parts)
		}
	}
}

// origin returns the place of a path in the merged dataset. Its first index
// counts through the lists of all parts.
func origin(path string, parts []part) graph.Source {
	segments := strings.SplitN(strings.TrimPrefix(path, "/"), "/", 3)
	index := -1
	if len(segments) > 1 {
		if n, err := strconv.Atoi(segments[1]); err == nil {
			index = n
		}
	}
	for _, p := range parts {
		list := listOf(p.facts, segments[0])
		switch {
		case index < 0:
			if at := p.locate(path); at.Line > 0 {
				return at
			}
		case index >= list.Len():
			index -= list.Len()
		case p.matrix && list.Index(index).FieldByName("Source").IsValid():
			return list.Index(index).FieldByName("Source").Interface().(graph.Source)
		default:
			if from := p.kept[segments[0]]; index < len(from) {
				index = from[index]
			}
			segments[1] = strconv.Itoa(index)
			return p.locate("/" + strings.Join(segments, "/"))
		}
	}
	return graph.Source{}
}

// listOf returns the list of d that the JSON key names, or an empty one.
func listOf(d graph.Dataset, key string) reflect.Value {
	v := reflect.ValueOf(d)
	for i := range v.NumField() {
		if jsonKey(v.Type().Field(i)) == key && v.Field(i).Kind() == reflect.Slice {
			return v.Field(i)
		}
	}
	return reflect.ValueOf([]string(nil))
}

// addMinutes gives handoffs the minutes that the parts state for them.
func addMinutes(d *graph.Dataset, parts []part) graph.Problems {
	var entries []minutes.Entry
	var places []graph.Source
	for _, p := range parts {
		for i, e := range p.minutes {
			entries, places = append(entries, e), append(places, p.locate("/minutes/"+strconv.Itoa(i)))
		}
	}
	return minutes.Apply(d, entries, func(i int) graph.Source { return places[i] })
}
