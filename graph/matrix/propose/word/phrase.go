package word

import (
	"fmt"
	"strconv"
	"strings"

	"tasuki/graph"
	"tasuki/graph/matrix"
	"tasuki/graph/said"
)

// MostRanges is how many ranges of lines are named.
const MostRanges = 10

// Lines names lines, those that follow one another as a range, and says how
// many ranges more there are.
func Lines(lines []int) said.Note {
	var ranges []string
	for i := 0; i < len(lines); {
		j := i
		for j+1 < len(lines) && lines[j+1] == lines[j]+1 {
			j++
		}
		ranges = append(ranges, matrix.Lines{First: lines[i], Last: lines[j]}.String())
		i = j + 1
	}
	if len(lines) == 1 {
		return said.Notef("line %s", ranges[0])
	}
	if more := len(ranges) - MostRanges; more > 0 {
		return said.Notef("lines %s and %d more ranges", strings.Join(ranges[:MostRanges], ", "), more)
	}
	return said.Notef("lines %s", strings.Join(ranges, ", "))
}

// Columns names columns: by letters, as workbooks do, or by numbers.
func Columns(columns []int, letters bool) said.Note {
	name := func(c int) string {
		if letters {
			return graph.ColumnName(c)
		}
		return fmt.Sprint(c)
	}
	if n := len(columns); n > 2 && columns[n-1]-columns[0] == n-1 {
		return said.Notef("columns %s to %s", name(columns[0]), name(columns[n-1]))
	}
	var names []string
	for _, c := range columns[:min(len(columns), MostRanges)] {
		names = append(names, name(c))
	}
	if more := len(columns) - len(names); more > 0 {
		return said.Notef("columns %s and %d more", strings.Join(names, ", "), more)
	}
	if len(names) == 1 {
		return said.Notef("column %s", names[0])
	}
	return said.Notef("columns %s", strings.Join(names, ", "))
}

// Quoted lists texts in quotes.
func Quoted(texts []string) said.Note {
	var quoted []string
	for _, text := range texts {
		quoted = append(quoted, strconv.Quote(text))
	}
	last := len(quoted) - 1
	if last < 1 {
		return said.Notef("%s", strings.Join(quoted, ""))
	}
	return said.Notef("%s and %s", strings.Join(quoted[:last], ", "), quoted[last])
}

// Agree returns the form for one line or column, or that for several.
func Agree(n int, one, several string) string {
	if n == 1 {
		return one
	}
	return several
}
