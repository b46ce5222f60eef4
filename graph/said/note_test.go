package said_test

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"tasuki/graph/said"
)

// role is a text with a type of its own.
type role string

func sample() said.Note {
	marks := said.Join(", ", []said.Note{said.Notef("%q as %s", "R", said.Word("lead")), said.Notef("%q as %s", "A\"<&>", role("x"))})
	return said.Notef("glyphs: %s (%d); 100 %%", marks, 3)
}

func TestNote(t *testing.T) {
	for _, tt := range []struct {
		note       said.Note
		en, ja, js string
	}{
		{said.Notef("by hand, 100 %d"), "by hand, 100 %d", "by hand, 100 %d", `"by hand, 100 %d"`},
		{said.Notef("known"), "known", "既知", `"known"`},
		{
			sample(), `glyphs: "R" as lead, "A\"<&>" as x (3); 100 %`, `3 個：主担当は"R", xは"A\"<&>"。100 %`,
			`{"form":"glyphs: %s (%d); 100 %%","args":[{"form":"%s, %s","args":[{"form":"%q as %s","args":["R",{"form":"lead"}]},{"form":"%q as %s","args":["A\"<&>","x"]}]},3]}`,
		},
		{said.Notef("at %s", said.Notef("%s", "lead")), "at lead", "lead にある", `{"form":"at %s","args":["lead"]}`},
	} {
		ja := map[string]string{"known": "既知", "lead": "主担当", "%q as %s": "%[2]sは%[1]q", "glyphs: %s (%d); 100 %%": "%[2]d 個：%[1]s。100 %%", "at %s": "%s にある"}
		in := func(form string) string {
			if to, ok := ja[form]; ok {
				return to
			}
			return form
		}
		if tt.note.String() != tt.en || tt.note.In(in) != tt.ja {
			t.Errorf("%q, %q; want %q, %q", tt.note, tt.note.In(in), tt.en, tt.ja)
		}
		if err := said.Errorf("assuming %s", tt.note); err.Error() != "assuming "+tt.en || said.In(err, in) != "assuming "+tt.ja {
			t.Errorf("in an error: %q, %q", err, said.In(err, in))
		}
		text, err := tt.note.MarshalJSON()
		if err != nil || string(text) != tt.js {
			t.Errorf("%s, %v; want %s", text, err, tt.js)
		}
		var back said.Note
		if err := json.Unmarshal(text, &back); err != nil || !reflect.DeepEqual(back, tt.note) || !back.Equal(tt.note) {
			t.Errorf("read back: %+v, %v; want %+v", back, err, tt.note)
		}
	}
}

// TestLongLists are read back however long they are.
func TestLongLists(t *testing.T) {
	for _, n := range []int{1, 2, 100, 101, 20_000} {
		list := slices.Repeat([]said.Note{said.Notef("%q as %s", "R", said.Word("lead"))}, n)
		note := said.Notef("glyphs: %s", said.Join(", ", list))
		if want := "glyphs: " + strings.Join(said.Texts(list), ", "); note.String() != want {
			t.Errorf("%d notes: %.200q, want %.200q", n, note, want)
		}
		text, err := note.MarshalJSON()
		var back said.Note
		if err != nil || json.Unmarshal(text, &back) != nil || !reflect.DeepEqual(back, note) {
			t.Errorf("%d notes are not read back (%v)", n, err)
		}
	}
}

// TestBadNotes reads what is no note, and what would make a long text of a short one.
func TestBadNotes(t *testing.T) {
	deep := strings.Repeat(`{"form":"%s","args":[`, 20) + "1" + strings.Repeat("]}", 20)
	for _, text := range []string{
		`1`, `{}`, `[]`, `{"args":[1]}`, `{"form":1}`, `{"form":"%s","args":[1.5]}`, `{"form":"%s","args":[1]}`, `{"form":"%d","args":["a"]}`, `{"form":"%s","args":[]  ,"x":1}`,
		`{"form":"%999999999d","args":[1]}`, `{"form":"%[1]s%[1]s","args":["a","b"]}`, `{"form":"%s","args":["a","b"]}`, `{"form":"%s %s","args":["a"]}`, `{"form":"%","args":["a"]}`,
		`{"form":"%v","args":["a"]}`, `{"form":"` + strings.Repeat("%d", 200) + `","args":[1` + strings.Repeat(",1", 199) + `]}`, deep,
	} {
		var n said.Note
		if err := json.Unmarshal([]byte(text), &n); err == nil {
			t.Errorf("%.60s is read as %.60q", text, n.String())
		}
	}
}

// TestNotesOfWrongArguments are mistakes of a program.
func TestNotesOfWrongArguments(t *testing.T) {
	for _, make := range []func(){
		func() { said.Notef("%s", 1.5) }, func() { said.Notef("%s", 1) }, func() { said.Notef("%d and %d", 1) }, func() { said.Notef("none", "a") },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Error("no panic")
				}
			}()
			make()
		}()
	}
}

func TestMap(t *testing.T) {
	n := said.Notef("%q and %s: %s", "Ops desk", "Ops desk, Dev", said.Notef("leads is %s", "Dev"))
	change := func(from string) func(string) string {
		return func(s string) string { return strings.ReplaceAll(s, from, "party-1") }
	}
	again := func(n said.Note) bool {
		return n.In(func(form string) string { return strings.ToUpper(form) }) == n.String()
	}
	if got := n.Map(change("Ops desk")); got.String() != `"party-1" and party-1, Dev: leads is Dev` || again(got) {
		t.Errorf("%q", got)
	}
	// An organization that is called as a word of ours leaves no form.
	if got := n.Map(change("leads")); got.String() != `"Ops desk" and Ops desk, Dev: party-1 is Dev` {
		t.Errorf("%q", got)
	}
	if got := said.Notef("by hand: Dev").Map(change("Dev")); got.String() != "by hand: party-1" {
		t.Errorf("%q", got)
	}
	if list := []said.Note{n}; !said.Has(list, said.Notef(n.String())) || said.Has(list, said.Notef("x")) || !slices.Equal(said.Texts(list), []string{n.String()}) {
		t.Error("notes are found by their texts")
	}
}

func FuzzNote(f *testing.F) {
	text, err := sample().MarshalJSON()
	if err != nil {
		f.Fatal(err)
	}
	for _, seed := range []string{string(text), `"a"`, `{"form":"%q","args":[{"form":"%%"}]}`, `{"form":"%d%","args":[-1]}`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var n, back said.Note
		if json.Unmarshal([]byte(text), &n) != nil {
			return
		}
		if len(n.String()) > 100+10*len(text) || strings.Contains(n.String(), "%!") && !strings.Contains(text, "!") {
			t.Fatalf("%q becomes %q", text, n)
		}
		again, err := n.MarshalJSON()
		if err != nil || json.Unmarshal(again, &back) != nil || !reflect.DeepEqual(n, back) {
			t.Fatalf("%q is written as %s and read as %+v, %v", text, again, back, err)
		}
	})
}
