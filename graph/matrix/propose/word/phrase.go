package word

import (
	"fmt"
	"strings"

	"tasuki/graph"
	"tasuki/graph/matrix"
)

// MostRanges is how many ranges of lines are named.
const MostRanges = 10

// Lines names lines, those that follow one another as a range, and says how
// many ranges more there are.
func Lines(lines []int) string {
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
		return "line " + ranges[0]
	}
	if more := len(ranges) - MostRanges; more > 0 {
		return fmt.Sprintf("lines %s and %d more ranges", strings.Join(ranges[:MostRanges], ", "), more)
	}
	return "lines " + strings.Join(ranges, ", ")
}

// IsOrAre agrees with how many lines are named.
func IsOrAre(lines []int) string {
	if len(lines) == 1 {
		return "is"
	}
	return "are"
}

// Naming says which lines name something.
func Naming(lines []int) string {
	if len(lines) == 1 {
		return fmt.Sprintf("line %d names", lines[0])
	}
	var texts []string
	for _, line := range lines {
		texts = append(texts, fmt.Sprint(line))
	}
	return "lines " + strings.Join(texts, ", ") + " name"
}

// HasOrHave returns how columns are named, and the verb that agrees with them.
func HasOrHave(columns []int, named string) string {
	if len(columns) == 1 {
		return named + " has"
	}
	return named + " have"
}

// Are returns what lines are: a heading, or headings.
func Are(lines []int, thing string) string {
	if len(lines) == 1 {
		return "is a " + thing
	}
	return "are " + thing + "s"
}

// Columns names columns: by letters, as workbooks do, or by numbers.
func Columns(columns []int, letters bool) string {
	name := func(c int) string {
		if letters {
			return graph.ColumnName(c)
		}
		return fmt.Sprint(c)
	}
	if n := len(columns); n > 2 && columns[n-1]-columns[0] == n-1 {
		return fmt.Sprintf("columns %s to %s", name(columns[0]), name(columns[n-1]))
	}
	var names []string
	for _, c := range columns[:min(len(columns), MostRanges)] {
		names = append(names, name(c))
	}
	if more := len(columns) - len(names); more > 0 {
		return fmt.Sprintf("columns %s and %d more", strings.Join(names, ", "), more)
	}
	if len(names) == 1 {
		return "column " + names[0]
	}
	return "columns " + strings.Join(names, ", ")
}

// Quoted lists texts in quotes.
func Quoted(texts []string) string {
	s := ""
	for i, text := range texts {
		switch {
		case i == 0:
		case i == len(texts)-1:
			s += " and "
		default:
			s += ", "
		}
		s += fmt.Sprintf("%q", text)
	}
	return s
}

// Counted says how many there are.
func Counted(n int, one, other string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, other)
}
