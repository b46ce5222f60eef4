package eventlog

import (
	"slices"
	"testing"
)

func TestCompareOrdersByTimeThenRow(t *testing.T) {
	list := []Event{{Time: 2, Row: 1}, {Time: 1, Row: 3}, {Time: 1, Row: 2}, {Time: -5, Row: 4}}
	slices.SortFunc(list, Compare)
	var rows []int64
	for _, e := range list {
		rows = append(rows, e.Row)
	}
	if want := []int64{4, 2, 3, 1}; !slices.Equal(rows, want) {
		t.Errorf("the rows stand as %v, want %v", rows, want)
	}
}

func TestMapTiesWhatItHas(t *testing.T) {
	m := &Map{Tasks: []int{7, Ignored}, Organizations: []int{3}}
	for _, c := range []struct {
		event     Event
		task, org int
	}{
		{Event{Activity: 0, Performer: 0}, 7, 3}, {Event{Activity: 1, Performer: 1}, Ignored, Unmapped},
		{Event{Activity: Nobody, Performer: Nobody}, Unmapped, Unmapped},
	} {
		if task, org := m.Task(c.event), m.Organization(c.event); task != c.task || org != c.org {
			t.Errorf("%+v is tied to %d and %d, want %d and %d", c.event, task, org, c.task, c.org)
		}
	}
}
