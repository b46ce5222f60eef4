package archimate

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"tasuki/graph"
)

const archi = `<archimate:model xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:archimate="http://www.archimatetool.com/archimate" name="Claims" id="m">
<folder name="Business" id="f" type="business">
<element xsi:type="archimate:BusinessActor" name="Insurer" id="o1"/>
<element xsi:type="archimate:BusinessRole" name="Clerk" id="o2"/>
<element xsi:type="archimate:BusinessActor" name="Expert" id="o3"/>
<element xsi:type="archimate:BusinessProcess" name="Register" id="t1"/>
<element xsi:type="archimate:BusinessProcess" name="Value" id="t2"/>
<element xsi:type="archimate:BusinessProcess" name="Check" id="t3"/>
<element xsi:type="archimate:BusinessProcess" name="Pay" id="t4"/>
<element xsi:type="archimate:Junction" id="j1"/>
<element xsi:type="archimate:BusinessObject" name="Claim" id="x1"/>
</folder>
<folder name="Relations" id="r" type="relations">
<element xsi:type="archimate:AssignmentRelationship" id="r1" source="o1" target="o2"/>
<element xsi:type="archimate:AssignmentRelationship" id="r2" source="o2" target="t1"/>
<element xsi:type="archimate:AssignmentRelationship" id="r3" source="o3" target="t2"/>
<element xsi:type="archimate:TriggeringRelationship" id="r4" source="t1" target="j1"/>
<element xsi:type="archimate:TriggeringRelationship" id="r5" source="j1" target="t2"/>
<element xsi:type="archimate:TriggeringRelationship" id="r6" source="j1" target="t3"/>
<element xsi:type="archimate:FlowRelationship" name="amount" id="r7" source="t2" target="t4"/>
<element xsi:type="archimate:TriggeringRelationship" id="r8" source="t3" target="t4"/>
<element xsi:type="archimate:ServingRelationship" id="r9" source="t4" target="t1"/>
<element xsi:type="archimate:TriggeringRelationship" id="r10" source="t4" target="t4"/>
</folder>
</archimate:model>`

const exchange = `<model xmlns="http://www.opengroup.org/xsd/archimate/3.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" identifier="m">
<name xml:lang="en">Claims</name>
<elements>
<element identifier="o1" xsi:type="BusinessActor"><name xml:lang="en">Insurer</name><name xml:lang="ja">保険者</name></element>
<element identifier="t1" xsi:type="BusinessProcess"><name xml:lang="en">Register</name></element>
<element identifier="t2" xsi:type="BusinessProcess"><name xml:lang="en">Pay</name></element>
</elements>
<relationships>
<relationship identifier="r1" source="o1" target="t1" xsi:type="Assignment"/>
<relationship identifier="r2" source="t1" target="t2" xsi:type="Triggering"/>
</relationships>
</model>`

func told(d graph.Dataset) string {
	var list []string
	for _, o := range d.Organizations {
		list = append(list, o.ID+"<"+o.Parent)
	}
	for _, a := range d.Assignments {
		list = append(list, a.Task+":"+a.Organization)
	}
	for _, f := range append(slices.Clone(d.Flows), graph.Flow{ID: "none", Handoffs: d.Handoffs}) {
		if len(f.Handoffs) > 0 {
			list = append(list, fmt.Sprint(f.ID, f.Start, f.Goal))
		}
		for _, h := range f.Handoffs {
			list = append(list, fmt.Sprintf("%s>%s %s [%s] %s", h.From, h.To, h.Kind, h.Branch, h.Artifact.EN))
		}
	}
	return strings.Join(list, "; ")
}

func summed(t *testing.T, d graph.Dataset) (elements, relations int) {
	t.Helper()
	for _, c := range d.Account.Elements {
		n := c.Mapped
		for _, l := range c.Left {
			n += len(l.IDs)
		}
		if n != c.In {
			t.Errorf("%s: %d in, %d accounted for", c.Type, c.In, n)
		}
		switch {
		case strings.HasSuffix(c.Type, "Relationship"):
			relations += c.In
		case c.Type != "view":
			elements += c.In
		}
	}
	return elements, relations
}

// TestReads holds both formats to the facts that people read from them.
func TestReads(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{archi, "Insurer<; Clerk<Insurer; Expert<; Register:Clerk; Value:Expert; Register[Register] [Pay]; Register>Value sequence [j1 r5] ; Register>Check sequence [j1 r6] ; Value>Pay delivery [] amount; Check>Pay sequence [] "},
		{strings.Replace(archi, `Junction" id`, `Junction" type="or" id`, 1), "Insurer<; Clerk<Insurer; Expert<; Register:Clerk; Value:Expert; Register[Register] [Pay]; Register>Value sequence [j1] ; Register>Check sequence [j1] ; Value>Pay delivery [] amount; Check>Pay sequence [] "},
		{exchange, "Insurer<; Register:Insurer; Register[Register] [Pay]; Register>Pay sequence [] "},
	} {
		d, err := Read("x.archimate", []byte(c.text), nil)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := graph.New(d); err != nil {
			t.Error(err)
		}
		if got := told(d); got != c.want {
			t.Errorf("read %s\nwant %s", got, c.want)
		}
		summed(t, d)
	}
}

// TestFaults names IDs that stand twice and relations that lead nowhere, with their lines.
func TestFaults(t *testing.T) {
	text := strings.Replace(strings.Replace(archi, `id="o3"`, `id="o1"`, 1), `target="t4"`, `target="none"`, 1)
	_, err := Read("x.archimate", []byte(text), nil)
	for _, want := range []string{`x.archimate:5: "o1"`, `"none"`, `"o3"`} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v lacks %s", err, want)
		}
	}
}

// TestSampleIsAccountedFor reads the sample of Archi: 120 elements and 176 relations.
func TestSampleIsAccountedFor(t *testing.T) {
	text, err := os.ReadFile("../../../shared/data/archisurance/Archisurance.archimate")
	if err != nil {
		t.Skip("the sample of Archi does not lie in ../shared")
	}
	d, err := Read("Archisurance.archimate", text, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := graph.New(d); err != nil {
		t.Error(err)
	}
	if elements, relations := summed(t, d); elements != 120 || relations != 176 {
		t.Errorf("%d elements and %d relations, want 120 and 176", elements, relations)
	}
}

// TestCrowdedJunction leaves out relations into a junction that joins too many, and says so.
func TestCrowdedJunction(t *testing.T) {
	const k = 2000
	var b strings.Builder
	b.WriteString(`<archimate:model xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:archimate="http://www.archimatetool.com/archimate" name="x" id="m"><element xsi:type="archimate:Junction" id="j"/>`)
	for i := range k {
		fmt.Fprintf(&b, `<element xsi:type="archimate:BusinessProcess" name="A%d" id="a%[1]d"/><element xsi:type="archimate:BusinessProcess" name="B%[1]d" id="b%[1]d"/>`, i)
		fmt.Fprintf(&b, `<element xsi:type="archimate:TriggeringRelationship" id="r%d" source="a%[1]d" target="j"/><element xsi:type="archimate:TriggeringRelationship" id="s%[1]d" source="j" target="b%[1]d"/>`, i)
	}
	b.WriteString(`</archimate:model>`)
	d, err := Read("x.archimate", []byte(b.String()), nil)
	if err != nil {
		t.Fatal(err)
	}
	summed(t, d)
	for _, c := range d.Account.Elements {
		if c.Type == "TriggeringRelationship" && (c.Mapped != 0 || len(d.Handoffs)+len(d.Flows) != 0 || !slices.ContainsFunc(c.Left, func(l graph.LeftOut) bool { return l.Reason.Equal(noPairs) && len(l.IDs) == k })) {
			t.Errorf("%d of %d relations are mapped, and %d handoffs", c.Mapped, c.In, len(d.Handoffs))
		}
	}
}
