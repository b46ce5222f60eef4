package bpmn

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"tasuki/graph"
)

// defined puts elements into a process in a definition.
func defined(elements string) string {
	return `<definitions xmlns="` + spaceModel + `" id="d"><process id="p" name="P">` + elements + `</process></definitions>`
}

// lines says the handoffs of a dataset, each in one line.
func lines(d graph.Dataset) (list []string) {
	for _, f := range append(slices.Clone(d.Flows), graph.Flow{Handoffs: d.Handoffs}) {
		for _, h := range f.Handoffs {
			text := h.From + " > " + h.To
			if h.Kind != graph.Sequence {
				text += " " + string(h.Kind)
			}
			if h.Branch != "" {
				text += " [" + h.Branch + "]"
			}
			if !h.When.IsZero() {
				text += " if " + h.When.In(graph.English)
			}
			if h.Optional {
				text += " optional"
			}
			list = append(list, text)
		}
	}
	return list
}

// TestReadsTheExample holds a model with pools, lanes, gateways, messages and an event at a
// border to the facts that people read from it.
func TestReadsTheExample(t *testing.T) {
	text, err := os.ReadFile("testdata/repair.bpmn")
	if err != nil {
		t.Fatal(err)
	}
	d, err := Read("repair.bpmn", text, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := graph.New(d); err != nil {
		t.Fatal(err)
	}
	want := []string{
		"Lift stands still > Look at the lift",
		"Look at the lift > Reset the fuse [What is broken?] if the fuse",
		"Look at the lift > Order the repair [What is broken?] if otherwise",
		"Reset the fuse > Lift runs",
		"Order the repair > Pay the bill",
		"Pay the bill > Paid [Paid]",
		"Pay the bill > no bill in 30 days [Paid] if no bill in 30 days",
		"no bill in 30 days > Closed without a bill",
		"Order received > Send spare parts [Send spare parts]",
		"Order received > Send a fitter [Send a fitter]",
		"Send spare parts > Write the bill",
		"Send a fitter > Write the bill",
		"Write the bill > Billed",
		"Tenant > Lift stands still request [Tenant]",
		"Order the repair > Order received request [order]",
		"Write the bill > Pay the bill report [bill]",
	}
	if got := lines(d); !slices.Equal(slices.Sorted(slices.Values(got)), slices.Sorted(slices.Values(want))) {
		t.Errorf("handoffs\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	f := d.Flows[0]
	if got := fmt.Sprint(f.Start, f.Goal); got != "[Tenant] [Lift runs Paid Closed without a bill Billed]" {
		t.Errorf("the flow leads from and to %s", got)
	}
	leads := map[string]string{}
	for _, a := range d.Assignments {
		leads[a.Task] += a.Organization
	}
	for task, org := range map[string]string{"Look at the lift": "Caretaker", "no bill in 30 days": "Office", "Closed without a bill": "House management", "Send a fitter": "Lift maker", "Tenant": "Tenant"} {
		if leads[task] != org {
			t.Errorf("%s is led by %q, want %s", task, leads[task], org)
		}
	}
	for _, o := range d.Organizations {
		if want := map[string]string{"Caretaker": "House management", "Office": "House management"}[o.ID]; o.Parent != want {
			t.Errorf("%s stands in %q, want %q", o.ID, o.Parent, want)
		}
	}
}

// TestGateways holds how gateways and their like become branches.
func TestGateways(t *testing.T) {
	const tasks = `<startEvent id="s"/><task id="a" name="a"/><task id="b" name="b"/><task id="c" name="c"/><endEvent id="e" name="e"/>`
	flow := func(list ...string) string {
		text := ""
		for i, f := range list {
			ends := strings.Fields(f)
			more := ""
			if len(ends) > 2 {
				more = ` name="` + ends[2] + `"`
			}
			text += fmt.Sprintf(`<sequenceFlow id="f%d" sourceRef="%s" targetRef="%s"%s/>`, i, ends[0], ends[1], more)
		}
		return text
	}
	for _, c := range []struct{ name, text, want string }{
		{"all of several flows", flow("s a", "a b", "a c", "b e", "c e"), "Start > a; a > b [b]; a > c [c]; b > e; c > e"},
		{"parallel", `<parallelGateway id="g"/>` + flow("s a", "a g", "g b", "g c", "b e", "c e"), "Start > a; a > b [b]; a > c [c]; b > e; c > e"},
		{"exclusive", `<exclusiveGateway id="g" name="G"/>` + flow("s a", "a g", "g b yes", "g c no", "b e", "c e"), "Start > a; a > b [G] if yes; a > c [G] if no; b > e; c > e"},
		{"inclusive", `<inclusiveGateway id="g" name="G"/>` + flow("s a", "a g", "g b yes", "g c no", "b e", "c e"), "Start > a; a > b [G] if yes; a > c [G] if no; b > e; c > e"},
		{"one of several, then all", `<parallelGateway id="g" name="P"/><exclusiveGateway id="h" name="H"/>` + flow("s h", "h g both", "h e none", "g a", "g b", "a e", "b e"),
			"P > a [a]; P > b [b]; Start > P [H] if both; Start > e [H] if none; a > e; b > e"},
		{"all of several, of one one", `<parallelGateway id="g"/><exclusiveGateway id="h" name="H"/>` + flow("s g", "g a", "g h", "h b", "h c", "a e", "b e", "c e"),
			"Start > a [a]; Start > b [H]; Start > c [H]; a > e; b > e; c > e"},
		{"the same task twice", `<parallelGateway id="g"/><exclusiveGateway id="h" name="H"/>` + flow("s g", "g a", "g h", "h a", "h c", "a e", "c e"),
			"H > a [H]; H > c [H]; Start > H [H]; Start > a [a]; a > e; c > e"},
		{"back to itself", `<exclusiveGateway id="h" name="H"/>` + flow("s a", "a h", "h a again", "h e"), "H > a [H] if again; H > e [H]; Start > a; a > H"},
		{"to itself", flow("s a", "a a", "a e"), "Start > a; a > e"},
		{"gateways in a circle", `<exclusiveGateway id="g" name="G"/><exclusiveGateway id="h" name="H"/>` + flow("s g", "g h", "h g", "h a", "a e"), "G > H; H > G [H]; H > a [H]; Start > G; a > e"},
		{"an event ends the work", `<boundaryEvent id="x" name="x" attachedToRef="a"/>` + flow("s a", "a b", "x c", "b e", "c e"), "Start > a; a > b [b]; a > x [b] if x; b > e; c > e; x > c"},
		{"an event beside the work", `<boundaryEvent id="x" name="x" attachedToRef="a" cancelActivity="false"/>` + flow("s a", "a b", "x c", "b e", "c e"), "Start > a; a > b [b]; a > x [x] if x optional; b > e; c > e; x > c"},
		{"an event or all", `<boundaryEvent id="x" name="x" attachedToRef="a"/>` + flow("s a", "a b", "a c", "x e", "b e", "c e"),
			"Parallel gateway > b [b]; Parallel gateway > c [c]; Start > a; a > Parallel gateway [Parallel gateway]; a > x [Parallel gateway] if x; b > e; c > e; x > e"},
		{"a sub-process", `<subProcess id="u" name="u"><startEvent id="v" name="v"/><task id="w" name="w"/><sequenceFlow id="y" sourceRef="v" targetRef="w"/></subProcess>` + flow("s u", "u a", "a e"), "Start > u; a > e; u > v; v > w; w > a"},
		{"links", `<intermediateThrowEvent id="x" name="L1"><linkEventDefinition name="L"/></intermediateThrowEvent><intermediateCatchEvent id="y" name="L2"><linkEventDefinition name="L"/></intermediateCatchEvent>` + flow("s a", "a x", "y e"), "L1 > L2; L2 > e; Start > a; a > L1"},
	} {
		d, err := Read("x.bpmn", []byte(defined(tasks+c.text)), nil)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if _, err := graph.New(d); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		got := lines(d)
		slices.Sort(got)
		if text := strings.Join(got, "; "); text != c.want {
			t.Errorf("%s:\n%s, want\n%s", c.name, text, c.want)
		}
	}
}

// TestFaultsAreNamedWithTheirLine loads nothing of a model with faults, and names all.
func TestFaultsAreNamedWithTheirLine(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"ends too early", "<definitions xmlns=\"" + spaceModel + "\">\n<process>", []string{"x.bpmn:2", "unexpected EOF"}},
		{"empty", " ", []string{"x.bpmn", "ends too early"}},
		{"wrong end", "<definitions xmlns=\"" + spaceModel + "\">\n<process></task></definitions>", []string{"x.bpmn:2", "not well-formed"}},
		{"no UTF-8", "<definitions xmlns=\"" + spaceModel + "\">\n<process name=\"\xff\"/></definitions>", []string{"x.bpmn:2", "UTF-8"}},
		{"document type", "<!DOCTYPE d [<!ENTITY a \"b\">]>\n" + defined(""), []string{"x.bpmn:1", "document type"}},
		{"another root", "<a/>", []string{"x.bpmn:1", "BPMN 2.0"}},
		{"all at once", defined("\n<task id=\"a\"/><task id=\"a\"/>\n<sequenceFlow id=\"f\" sourceRef=\"a\" targetRef=\"none\"/>\n<boundaryEvent id=\"b\" attachedToRef=\"nobody\"/><laneSet><lane id=\"l\"><flowNodeRef>nowhere</flowNodeRef></lane></laneSet>"),
			[]string{`:2: "a": is the ID of two`, `:3: "none"`, `:4: "nobody"`, `:4: "nowhere"`}},
		{"depth", "<definitions xmlns=\"" + spaceModel + "\">" + strings.Repeat("<process>", 300), []string{"nested"}},
		{"attributes", defined("<task" + func() (s string) {
			for i := range 1100 {
				s += fmt.Sprintf(" a%d=\"\"", i)
			}
			return s
		}() + "/>"), []string{"attributes"}},
	} {
		_, err := Read("x.bpmn", []byte(c.text), nil)
		var ps graph.Problems
		if !errors.As(err, &ps) {
			t.Errorf("%s: %v, want problems", c.name, err)
			continue
		}
		for _, want := range c.want {
			if !strings.Contains(err.Error(), want) {
				t.Errorf("%s: %v lacks %s", c.name, err, want)
			}
		}
	}
}

// TestMessagesOfOneName tells branches apart that messages of one name lead into.
func TestMessagesOfOneName(t *testing.T) {
	model := `<definitions xmlns="` + spaceModel + `" id="d"><collaboration id="c"><participant id="q" name="Q" processRef="p"/><participant id="r" name="R" processRef="o"/>`
	tasks := ""
	want := []string{"A > T0 request", "A > T1 request [x]", "A > T2 request [x']", "A > T3 request [x'']", "A > T4 request [x''']", "A > T5 request [x 5]"}
	for i := range want {
		model += fmt.Sprintf(`<messageFlow id="m%d" name="x" sourceRef="a" targetRef="t%[1]d"/>`, i)
		tasks += fmt.Sprintf(`<task id="t%d" name="T%[1]d"/>`, i)
	}
	d, err := Read("x.bpmn", []byte(model+`</collaboration><process id="p"><task id="a" name="A"/></process><process id="o">`+tasks+`</process></definitions>`), nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := lines(d); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestEventsStandAtActivities refuses events at the borders of events, which could go round.
func TestEventsStandAtActivities(t *testing.T) {
	for _, elements := range []string{
		`<boundaryEvent id="b" attachedToRef="b"/>`,
		`<boundaryEvent id="b" attachedToRef="c"/><boundaryEvent id="c" attachedToRef="b"/>`,
		`<exclusiveGateway id="g"/><boundaryEvent id="b" attachedToRef="g"/>`,
	} {
		if _, err := Read("x.bpmn", []byte(defined(elements)), nil); err == nil || !strings.Contains(err.Error(), "is not the ID of any activity") {
			t.Errorf("%s: %v", elements, err)
		}
	}
}
