package bpmn

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"
	"unicode"

	"tasuki/graph"
)

// told returns the handoffs of a dataset by what their tasks are called, with how often each
// stands there. People who redraw a picture write names in another case, with other signs
// between their letters, and give events names that have none, so of events only the sort
// counts.
func told(m *model, d graph.Dataset) map[string]int {
	names := map[string]string{}
	for _, n := range m.nodes {
		names[n.task] = strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				return unicode.ToLower(r)
			}
			return -1
		}, n.word())
		if events[n.kind] {
			names[n.task] = n.kind
		}
	}
	list := map[string]int{}
	for _, f := range append(slices.Clone(d.Flows), graph.Flow{Handoffs: d.Handoffs}) {
		for _, h := range f.Handoffs {
			list[fmt.Sprintf("%s -> %s (%s)", names[h.From], names[h.To], h.Kind)]++
		}
	}
	return list
}

// apart returns what one of two lists has and the other does not.
func apart(a, b map[string]int) (more, less []string) {
	keys := map[string]bool{}
	for k := range a {
		keys[k] = true
	}
	for k := range b {
		keys[k] = true
	}
	for _, k := range slices.Sorted(maps.Keys(keys)) {
		for range a[k] - b[k] {
			more = append(more, k)
		}
		for range b[k] - a[k] {
			less = append(less, k)
		}
	}
	return more, less
}

// different are the exports that do not tell the same as the reference, with how many
// handoffs they have more and less, and why. The reason is in the file, not in how it is read.
var different = map[string]struct {
	more, less int
	why        string
}{
	"ADONIS 17.0/C.1.0-export.bpmn":                                   {0, 2, "two of the five message flows are not in the file"},
	"ARIS 10.2025.07/B.1.0-export.bpmn":                               {0, 2, "the process of Abstract Task 8, which a call activity calls, is not in the file"},
	"Aeneis 5.7.89.2400/B.1.0-export.bpmn":                            {0, 2, "the process of Abstract Task 8, which a call activity calls, is not in the file"},
	"Aeneis 5.7.89.2400/C.2.0-export.bpmn":                            {3, 3, "one task is named in the singular"},
	"BIC Cloud Design 6.2.0/A.4.1-export.bpmn":                        {6, 8, "the starts and ends of expanded sub-processes are boundary events in the file, and two flows are missing"},
	"BIC Cloud Design 6.2.0/B.1.0-export.bpmn":                        {6, 9, "sub-processes and call activities have no name, their starts and ends are boundary events, and the called process is missing"},
	"BIC Cloud Design 6.2.0/C.1.0-export.bpmn":                        {5, 5, "one task has another name"},
	"BIC Cloud Design 6.2.0/C.2.0-export.bpmn":                        {7, 12, "the content of the sub-process is left out but for boundary events in the place of its ends"},
	"BPMN-Modeler for Confluence Enterprise 3.38.0/B.1.0-export.bpmn": {4, 5, "the sub-process has no name, the call activity is a sub-process with its content, and the called process is missing"},
	"BPMN-Modeler for Confluence Enterprise 3.38.0/C.1.0-export.bpmn": {2, 2, "one task has another name"},
	"Bonita BPM 7.2.3/C.1.0-export.bpmn":                              {4, 7, "one message flow of five is in the file, the gateway behind the review is a task, and a name lacks its umlaut"},
	"Camunda Eclipse Plugin 3.0.0/A.4.1-export.bpmn":                  {0, 17, "the file has no pool, no lane and no flow: it is empty but for one process"},
	"Camunda Eclipse Plugin 3.0.0/B.1.0-export.bpmn":                  {0, 4, "the processes that call activities call are not in the file"},
	"Enterprise Explorer 1.0.0/B.1.0-export.bpmn":                     {0, 2, "the process of Abstract Task 8, which a call activity calls, is not in the file"},
	"GenMyModel 0.47/B.1.0-export.bpmn":                               {2, 3, "the call activity is a sub-process with its content, and the process of Abstract Task 8 is missing"},
	"GenMyModel 0.47/C.2.0-export.bpmn":                               {13, 11, "events that start pools are intermediate ones, one that throws is on a border, and a name is in the plural"},
	"MID bpanda 2019.05.0.8393/B.1.0-export.bpmn":                     {95, 23, "the file has the diagram of B.2.0"},
	"MID bpanda 2019.05.0.8393/C.1.0-export.bpmn":                     {2, 2, "one task has another name"},
	"Modelio 3.5/B.1.0-export.bpmn":                                   {3, 3, "two call activities have no name"},
	"Modelio 3.5/C.1.0-export.bpmn":                                   {7, 7, "two tasks have other names"},
	"OMNITRACKER BPMN 12.3/B.1.0-export.bpmn":                         {22, 2, "the file has the diagram twice, and the process of Abstract Task 8 not at all"},
	"OMNITRACKER BPMN 12.3/C.2.0-export.bpmn":                         {3, 3, "one task has another name"},
	"Trisotech BPMN Visio Add in 5.0.1/B.1.0-export.bpmn":             {4, 5, "two activities have no name, and a sequence flow is missing"},
	"Trisotech BPMN Visio Add in 5.0.1/C.2.0-export.bpmn":             {3, 3, "the event that throws a message is one that catches"},
	"Trisotech Workflow Modeler 12.6.3/B.1.0-export.bpmn":             {0, 3, "a message flow and the process of Abstract Task 8 are not in the file"},
	"W4 BPMN+ Composer V.10.4/A.4.1-export.bpmn":                      {2, 2, "both sub-processes have the same name"},
	"W4 BPMN+ Composer V.10.4/B.1.0-export.bpmn":                      {0, 1, "a sequence flow is missing"},
	"W4 BPMN+ Composer V.10.4/C.2.0-export.bpmn":                      {4, 4, "one task has another name"},
	"W4 BPMN+ Composer V.9.4/B.1.0-export.bpmn":                       {2, 2, "a call activity has no name"},
	"W4 BPMN+ Composer V.9.4/C.2.0-export.bpmn":                       {5, 5, "two tasks have other names"},
	"Yaoqiang BPMN Editor 4.0/C.1.0-export.bpmn":                      {2, 2, "two message flows end at other nodes"},
	"actiBPM 3.E-8/B.1.0-export.bpmn":                                 {2, 5, "a task has another name, and a message flow and the process of Abstract Task 8 are missing"},
	"bpmn.io (Camunda Modeler) 18.6.1/B.1.0-export.bpmn":              {2, 3, "the call activity is a sub-process with its content, and the process of Abstract Task 8 is missing"},
	"bpmn.io (Camunda Modeler) 18.6.1/C.1.0-export.bpmn":              {5, 5, "one task has another name"},
	"bpmn.io (Camunda Modeler) 18.6.1/C.2.0-export.bpmn":              {3, 3, "one task has another name"},
	"iGrafx FlowCharter 2013 15.1.1.1580/B.1.0-export.bpmn":           {7, 3, "the call activity and a sub-process are sub-processes with their content, with other names"},
	"iGrafx Process 2013 for Six Sigma 15.0.4.1565/B.1.0-export.bpmn": {4, 2, "call activities are sub-processes with their content"},
}

// TestSuiteTellsTheSame holds the exports of one diagram by many tools to the reference:
// the same handoffs, but for those files that say something else.
func TestSuiteTellsTheSame(t *testing.T) {
	references := map[string]map[string]int{}
	for _, c := range suiteFiles(t) {
		if dir, name := path.Split(c.file); dir == "Reference/" {
			m, d, err := modelOf(t, c.file)
			if err != nil {
				t.Fatal(err)
			}
			references[strings.TrimSuffix(name, ".bpmn")] = told(m, d)
		}
	}
	for _, c := range suiteFiles(t) {
		dir, name := path.Split(c.file)
		if dir == "Reference/" || c.broken {
			continue
		}
		m, d, err := modelOf(t, c.file)
		if refused[c.file] != "" {
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", c.file, err)
			continue
		}
		want := references[strings.TrimSuffix(name, "-export.bpmn")]
		more, less := apart(told(m, d), want)
		known := different[c.file]
		if len(more) != known.more || len(less) != known.less {
			t.Errorf("%s: %d more, %d less, want %d and %d\n  + %s\n  - %s", c.file, len(more), len(less), known.more, known.less, strings.Join(more, "\n  + "), strings.Join(less, "\n  - "))
		}
	}
}
