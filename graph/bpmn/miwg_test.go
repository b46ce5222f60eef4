package bpmn

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"tasuki/graph"
)

// suite is where the interchange suite of the BPMN Model Interchange Working Group lies
// that belongs to nobody here.
const suite = "../../../shared/data/bpmn-miwg"

// counted are the figures of one file that other tools have counted.
type counted struct {
	file    string
	figures map[string]int
	broken  bool
}

// refused are the files of which nothing is read, with the reason.
var refused = map[string]string{
	"GenMyModel 0.47/C.1.0-export.bpmn":                     "line 97 is not UTF-8, so the file is no XML",
	"SAP Signavio Process Manager 19.9.0/B.1.0-export.bpmn": "two sequence flows lead from and to nodes that are not in the file",
}

// suiteFiles returns the files of the suite with their figures; it skips the test where
// there are none.
func suiteFiles(t *testing.T) []counted {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(suite, "COUNTS.tsv"))
	if err != nil {
		t.Skipf("no interchange suite of BPMN at %s", suite)
	}
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")
	heads := strings.Split(lines[0], "\t")
	var list []counted
	for _, line := range lines[1:] {
		cells := strings.Split(line, "\t")
		c := counted{file: cells[0], figures: map[string]int{}, broken: strings.Contains(line, "NOT WELL-FORMED")}
		for i, h := range heads {
			if n, err := strconv.Atoi(cells[min(i, len(cells)-1)]); err == nil && i < len(cells) {
				c.figures[h] = n
			}
		}
		list = append(list, c)
	}
	return list
}

func modelOf(t *testing.T, file string) (*model, graph.Dataset, error) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(suite, file))
	if err != nil {
		t.Fatal(err)
	}
	m, err := parse(filepath.Base(file), text)
	if err != nil {
		return nil, graph.Dataset{}, err
	}
	return m, m.dataset(nil), nil
}

// TestSuiteIsCounted reads every file of the suite, and holds its account to what other
// tools have counted, and to its own sum.
func TestSuiteIsCounted(t *testing.T) {
	for _, c := range suiteFiles(t) {
		_, d, err := modelOf(t, c.file)
		if refused[c.file] != "" {
			var ps graph.Problems
			if want := map[bool]string{true: ":97: ", false: ":434: "}[c.broken]; !errors.As(err, &ps) || !strings.Contains(err.Error(), want) {
				t.Errorf("%s: %v, want a fault of line %s", c.file, err, want)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", c.file, err)
			continue
		}
		if _, err := graph.New(d); err != nil {
			t.Errorf("%s: %v", c.file, err)
		}
		in := map[string]int{}
		for _, e := range d.Account.Elements {
			left := 0
			for _, l := range e.Left {
				left += len(l.IDs)
			}
			if e.In != e.Mapped+left {
				t.Errorf("%s: %s: %d in, %d mapped, %d left out", c.file, e.Type, e.In, e.Mapped, left)
			}
			switch {
			case activities[e.Type]:
				in["activities"] += e.In
			case events[e.Type]:
				in["events"] += e.In
			case gateways[e.Type]:
				in["gateways"] += e.In
			default:
				in[map[string]string{"process": "processes", "participant": "pools", "lane": "lanes", "sequenceFlow": "sequenceFlows", "messageFlow": "messageFlows"}[e.Type]] += e.In
			}
		}
		for _, figure := range []string{"processes", "pools", "lanes", "activities", "gateways", "events", "sequenceFlows", "messageFlows"} {
			if in[figure] != c.figures[figure] {
				t.Errorf("%s: %d %s, want %d", c.file, in[figure], figure, c.figures[figure])
			}
		}
	}
}
