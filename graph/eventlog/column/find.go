// Package column finds which columns of a log hold what: by their headings, else by what
// stands below them. What several columns may be is refused, with the choices.
package column

import (
	"slices"
	"strings"

	"tasuki/graph/eventlog"
	"tasuki/graph/eventlog/stamp"
	"tasuki/graph/likeness"
	"tasuki/graph/said"
)

// Found are the places of columns, from 0; -1 is one that there is not.
type Found struct{ Case, Activity, Organization, Time, Lifecycle int }

// headings are the names under which logs hold a fact, folded, the surer ones first.
var headings = map[string][]string{
	"case":         {"caseconceptname", "caseid", "case", "traceid", "trace", "案件id", "案件番号", "案件", "ケースid", "ケース"},
	"activity":     {"conceptname", "eventconceptname", "activity", "activityname", "eventname", "event", "task", "taskname", "活動", "活動名", "アクティビティ", "作業", "作業名"},
	"organization": {"organization", "organisation", "org", "組織", "組織名", "担当組織", "orggroup", "eventorggroup", "group", "team", "部署", "担当部署", "orgresource", "eventorgresource", "resource", "performer", "user", "担当", "担当者", "orgrole", "eventorgrole"},
	"time":         {"timetimestamp", "eventtimetimestamp", "timestamp", "completetimestamp", "endtimestamp", "endtime", "time", "datetime", "date", "日時", "完了日時", "終了日時", "発生日時", "時刻", "日付"},
	"lifecycle":    {"lifecycletransition", "eventlifecycletransition", "lifecycle", "transition"},
}

// fold leaves of a heading its letters and digits, small and of half width.
func fold(title string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '！' && r <= '～':
			r -= '！' - '!'
		}
		if strings.ContainsRune(" _-.:/()　\"'#", r) {
			return -1
		}
		if r >= 'A' && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}, title)
}

// finder is what is known of the columns as they are found.
type finder struct {
	titles []string
	rows   [][]string
	taken  []bool
	notes  []said.Note
}

// Find finds columns by their headings and the first rows below them. Those that are
// told are looked for by the whole heading, in any case. A log must have a case and an
// activity; without the others it is read, which a note says.
func Find(titles []string, rows [][]string, told eventlog.Columns) (Found, []said.Note, error) {
	f := &finder{titles: titles, rows: rows, taken: make([]bool, len(titles))}
	found := Found{-1, -1, -1, -1, -1}
	places := []struct {
		fact said.Word
		told string
		at   *int
	}{
		{said.Word("case"), told.Case, &found.Case},
		{said.Word("activity"), told.Activity, &found.Activity},
		{said.Word("organization"), told.Organization, &found.Organization},
		{said.Word("time"), told.Time, &found.Time},
		{"lifecycle", "", &found.Lifecycle},
	}
	for _, p := range places {
		var err error
		if p.told != "" {
			*p.at, err = f.named(p.told, p.fact)
		}
		if err != nil {
			return found, nil, err
		}
	}
	for _, p := range places {
		if *p.at >= 0 {
			continue
		}
		var err error
		if *p.at, err = f.known(p.fact); err != nil {
			return found, nil, err
		}
	}
	if err := f.byContent(&found); err != nil {
		return found, nil, err
	}
	f.note(found)
	return found, f.notes, nil
}

// take marks a column as taken and returns it.
func (f *finder) take(at int) int {
	if at >= 0 {
		f.taken[at] = true
	}
	return at
}

// named returns the column with a heading.
func (f *finder) named(title string, fact said.Word) (int, error) {
	at := -1
	for i, t := range f.titles {
		if strings.EqualFold(t, strings.TrimSpace(title)) {
			if at >= 0 {
				return -1, said.Errorf("%s %q: two columns have this heading; give them headings of their own", fact, title)
			}
			at = i
		}
	}
	if at < 0 {
		near := likeness.Order(title, f.titles[:min(len(f.titles), 200)])
		return -1, said.Errorf("%s %q: no column has this heading; there are %s", fact, title, quoted(near))
	}
	return f.take(at), nil
}

// known returns the column whose heading names a fact.
func (f *finder) known(fact said.Word) (int, error) {
	for _, name := range headings[string(fact)] {
		var at []int
		for i, t := range f.titles {
			if !f.taken[i] && fold(t) == name {
				at = append(at, i)
			}
		}
		switch {
		case len(at) == 1:
			return f.take(at[0]), nil
		case len(at) > 1 && fact != "lifecycle":
			return -1, f.several(fact, at)
		}
	}
	return -1, nil
}

func (f *finder) at(places []int) (titles []string) {
	for _, i := range places {
		titles = append(titles, f.titles[i])
	}
	return titles
}

// quoted lists headings, the first of them where they are many.
func quoted(titles []string) string {
	more := len(titles) > 20
	titles = slices.Clone(titles[:min(len(titles), 20)])
	for i, t := range titles {
		titles[i] = `"` + said.Cut(t, 60) + `"`
	}
	list := strings.Join(titles, ", ")
	if more {
		list += ", …"
	}
	return list
}

// byContent finds what no heading names: times by being such, and the case and the
// activity where only one column each is left for them.
func (f *finder) byContent(found *Found) error {
	if found.Time < 0 {
		times := f.where(f.isTime)
		if len(times) > 1 {
			return f.several(said.Word("time"), times)
		}
		if len(times) == 1 {
			found.Time = f.take(times[0])
			f.notes = append(f.notes, said.Notef("the time is read from column %q, by what stands there", f.titles[found.Time]))
		}
	}
	left := f.where(func(int) bool { return true })
	switch {
	case found.Case >= 0 && found.Activity >= 0:
		return nil
	case found.Case < 0 && found.Activity < 0 && len(left) == 2 && f.distinct(left[0]) != f.distinct(left[1]):
		// There are more cases than activities.
		if f.distinct(left[0]) < f.distinct(left[1]) {
			left[0], left[1] = left[1], left[0]
		}
		found.Case, found.Activity = f.take(left[0]), f.take(left[1])
	case found.Case < 0 && found.Activity >= 0 && len(left) == 1:
		found.Case = f.take(left[0])
	case found.Activity < 0 && found.Case >= 0 && len(left) == 1:
		found.Activity = f.take(left[0])
	case found.Case < 0:
		return f.nameless(said.Word("case"), left)
	default:
		return f.nameless(said.Word("activity"), left)
	}
	f.notes = append(f.notes, said.Notef("cases are read from column %q and activities from column %q, which no heading says", f.titles[found.Case], f.titles[found.Activity]))
	return nil
}

// several and nameless refuse a log. Commands that read a log beside a dataset have no flag
// for its columns, so that what is to be done names the command that has, and the mapping.
func (f *finder) several(fact said.Word, at []int) error {
	return said.Errorf("several columns may be the %s: %s; say which with tasuki propose log --%s, or as %s under columns of the mapping", fact, quoted(f.at(at)), string(fact), string(fact))
}

func (f *finder) nameless(fact said.Word, left []int) error {
	return said.Errorf("no heading names the %s; say the column with tasuki propose log --%s, or as %s under columns of the mapping: %s", fact, string(fact), string(fact), quoted(f.at(left)))
}

// where returns the columns that nothing has taken and that are of some kind.
func (f *finder) where(is func(int) bool) (list []int) {
	for i := range f.titles {
		if !f.taken[i] && is(i) {
			list = append(list, i)
		}
	}
	return list
}

// isTime reports whether a column holds time stamps, in its first rows, and dates or
// numbers of ten digits and more at that.
func (f *finder) isTime(col int) bool {
	var v stamp.Survey
	for _, row := range f.rows[:min(len(f.rows), 200)] {
		if col < len(row) {
			v.Add([]byte(row[col]))
		}
	}
	return v.Cells > 0 && v.Other == 0
}

func (f *finder) distinct(col int) int {
	seen := map[string]bool{}
	for _, row := range f.rows {
		if col < len(row) {
			seen[row[col]] = true
		}
	}
	return len(seen)
}

// note says what there is not, and what else might have been taken.
func (f *finder) note(found Found) {
	if found.Time < 0 {
		f.notes = append(f.notes, said.Notef("no column holds times; events stand in the order of rows"))
	}
	if found.Organization < 0 {
		f.notes = append(f.notes, said.Notef("no column holds performers; say one with tasuki propose log --organization, or organization under columns of the mapping, if there is one"))
		return
	}
	for i, t := range f.titles {
		if !f.taken[i] && slices.Contains(headings["organization"], fold(t)) {
			f.notes = append(f.notes, said.Notef("performers are read from column %q; they may be in %q, too: tasuki propose log --organization, or organization under columns of the mapping, says another", f.titles[found.Organization], t))
		}
	}
}

// Named reports whether headings name a case, an activity and a time.
func Named(titles []string) bool {
	for _, fact := range []string{"case", "activity", "time"} {
		if !slices.ContainsFunc(titles, func(t string) bool { return slices.Contains(headings[fact], fold(t)) }) {
			return false
		}
	}
	return true
}
