package mapping

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"tasuki/graph/eventlog"
)

// Counts are the events of a log by what they hold.
type Counts struct {
	Events     int64
	Activities []int64 // by index in Names
	Performers []int64
	Nameless   int64 // events without an activity
	Nobodys    int64 // events without a performer
}

// Count counts the events of a log in one pass.
func Count(log eventlog.Log) (Counts, error) {
	var c Counts
	for one, err := range log.Cases() {
		if err != nil {
			return c, err
		}
		c.Add(one)
	}
	c.Activities, c.Performers = filled(c.Activities, len(log.Names().Activities)), filled(c.Performers, len(log.Names().Performers))
	return c, nil
}

// Add counts the events of one case, for those who pass through a log anyway.
func (c *Counts) Add(one eventlog.Case) {
	c.Events += int64(len(one.Events))
	for _, e := range one.Events {
		add(&c.Activities, e.Activity, &c.Nameless)
		add(&c.Performers, e.Performer, &c.Nobodys)
	}
}

func add(list *[]int64, at uint32, without *int64) {
	if at == eventlog.Nobody {
		*without++
		return
	}
	*list = filled(*list, int(at)+1)
	(*list)[at]++
}

func filled(list []int64, n int) []int64 {
	if len(list) < n {
		list = append(list, make([]int64, n-len(list))...)
	}
	return list
}

// Value is a text of a log, and how many events have it.
type Value struct {
	Text  string `json:"text"`
	Count int64  `json:"count"`
}

// Tally says how far a mapping reaches: every event is counted once on each side.
type Tally struct {
	Activities Side `json:"activities"`
	Performers Side `json:"performers"`
}

// Side counts the events whose activity, or whose performer, is tied to the dataset, left
// out, not mentioned, or not there. Unmapped and Ignored list the values, the most
// frequent first, those of one count by name. Unused are values of the mapping that the
// log does not have, by name.
type Side struct {
	Tied    int64 `json:"tied"`
	LeftOut int64 `json:"leftOut"`
	Open    int64 `json:"open"`    // the events of Unmapped
	Without int64 `json:"without"` // events that have none

	Unmapped []Value  `json:"unmapped,omitempty"`
	Ignored  []Value  `json:"ignored,omitempty"`
	Unused   []string `json:"unused,omitempty"`
}

// Tally tells how far the mapping reaches, in time n log n of the different texts.
func (f File) Tally(names *eventlog.Names, m *eventlog.Map, c Counts) Tally {
	return Tally{
		Activities: side(names.Activities, m.Tasks, c.Activities, c.Nameless, f.Activities, f.Ignored.Activities),
		Performers: side(names.Performers, m.Organizations, c.Performers, c.Nobodys, f.Performers, f.Ignored.Performers),
	}
}

func side(texts []string, tied []int, counts []int64, without int64, mapped map[string]string, ignored []string) Side {
	s := Side{Without: without}
	there := map[string]bool{}
	for i, text := range texts {
		there[text] = true
		if i >= len(counts) || counts[i] == 0 {
			continue
		}
		switch tied[i] {
		case eventlog.Unmapped:
			s.Open += counts[i]
			s.Unmapped = append(s.Unmapped, Value{text, counts[i]})
		case eventlog.Ignored:
			s.LeftOut += counts[i]
			s.Ignored = append(s.Ignored, Value{text, counts[i]})
		default:
			s.Tied += counts[i]
		}
	}
	byCount(s.Unmapped)
	byCount(s.Ignored)
	unused := map[string]bool{}
	for _, list := range [][]string{slices.Collect(maps.Keys(mapped)), ignored} {
		for _, text := range list {
			if !there[text] {
				unused[text] = true
			}
		}
	}
	s.Unused = slices.Sorted(maps.Keys(unused))
	return s
}

func byCount(list []Value) {
	slices.SortFunc(list, func(a, b Value) int { return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Text, b.Text)) })
}

func pointer(key string, i int) string { return "/" + key + "/" + strconv.Itoa(i) }

// escape returns a key as a part of a JSON pointer.
func escape(key string) string { return strings.NewReplacer("~", "~0", "/", "~1").Replace(key) }
