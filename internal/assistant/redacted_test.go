package assistant

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/graph/redact"
	"tasuki/internal/bruteforce"
	"tasuki/internal/seeds"
	"tasuki/render/messages"
)

// graphOf returns the graph of facts.
func graphOf(t *testing.T, d graph.Dataset) *graph.Graph {
	t.Helper()
	g, err := graph.New(d)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// spellings returns how organizations are called, and nothing that every text holds.
func spellings(d graph.Dataset) []string {
	var list []string
	for _, o := range d.Organizations {
		for _, s := range append([]string{o.Name.JA, o.Name.EN, o.ID}, o.Aliases...) {
			if s != "" {
				list = append(list, s)
			}
		}
	}
	return list
}

// TestRedactedNamesNobody asks a server with pseudonyms everything, by names too, and looks
// for every name in all that comes back.
func TestRedactedNamesNobody(t *testing.T) {
	datasets := []graph.Dataset{helpdesk(t).Dataset()}
	if seeds.All() {
		datasets = append(datasets, pension(t).Dataset())
	}
	examples := len(datasets)
	for seed := range uint64(seeds.Size(10, 2)) {
		datasets = append(datasets, bruteforce.WithParties(bruteforce.RandomDataset(seed, bruteforce.Small), seed))
	}
	for i, d := range datasets {
		names := map[string]string{} // names that no word of ours holds, by what they stand for
		for at := range d.Organizations {
			o := &d.Organizations[at]
			if i >= examples {
				o.Name, o.Aliases = graph.Name{EN: fmt.Sprintf("Acme%d Systems", at), JA: fmt.Sprintf("秘密商事%d", at)}, []string{fmt.Sprintf("AS-%d-Corp", at)}
			}
			names[o.ID] = o.ID
		}
		r := redact.New(d, nil)
		redacted, err := r.Dataset()
		if err != nil {
			t.Fatal(err)
		}
		session := connected(t, Config{Graph: graphOf(t, redacted), Language: messages.In([]graph.Lang{graph.English, graph.Japanese}[i%2]), Redacted: true})
		var all strings.Builder
		list, err := session.ListTools(t.Context(), nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range []any{list, session.InitializeResult()} {
			data, err := json.Marshal(v)
			if err != nil {
				t.Fatal(err)
			}
			all.Write(data)
		}
		// What the catalogue says holds no name of a dataset: it is the same for all.
		if c := (Config{Graph: small(t), Language: messages.In([]graph.Lang{graph.English, graph.Japanese}[i%2]), Redacted: true}); called(t, connected(t, c), "questions", nil).text != called(t, session, "questions", nil).text {
			t.Errorf("dataset %d: other questions", i)
		}
		for _, c := range everyCall(redacted, spellings(d)) {
			reply := called(t, session, c.tool, c.args)
			all.WriteString(reply.text + "\n")
			all.Write(reply.data)
		}
		for _, name := range spellings(d) {
			if at := found(all.String(), name); at != "" {
				t.Errorf("dataset %d: %q stands in %s", i, name, at)
			}
		}
	}
}

// found returns where a name stands, as a word of its own where it is one of letters and
// digits.
func found(text, name string) string {
	for from := 0; ; {
		at := strings.Index(text[from:], name)
		if at < 0 {
			return ""
		}
		at += from
		end := at + len(name)
		if name[0] >= 0x80 || !joined(text, at-1) && !joined(text, end) {
			return fmt.Sprintf("%q", text[max(0, at-60):min(len(text), end+60)])
		}
		from = end
	}
}

// joined reports whether a letter, digit or hyphen stands at a place.
func joined(text string, at int) bool {
	if at < 0 || at >= len(text) {
		return false
	}
	c := text[at]
	return c == '-' || c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// call is what a client asks.
type call struct {
	tool string
	args any
}

// everyCall asks every tool about everything in a dataset, and by names that it does not have.
func everyCall(d graph.Dataset, names []string) []call {
	list := []call{{"finding", nil}, {"ask", object{"question": "concentration"}}, {"whom_to_call", nil}}
	for _, t := range d.Tasks[:min(8, len(d.Tasks))] {
		list = append(list, call{"who_does", object{"task": t.ID}}, call{"what_breaks", object{"without_task": []string{t.ID}}})
	}
	for i, o := range d.Organizations {
		list = append(list, call{"what_breaks", object{"without": []string{o.ID}}})
		if len(d.Flows) > 0 {
			list = append(list, call{"whom_to_call", object{"flow": d.Flows[i%len(d.Flows)].ID, "minutes": 30, "missing": []string{o.ID}}})
		}
	}
	for _, f := range d.Flows {
		list = append(list, call{"way", object{"flow": f.ID}})
	}
	for _, n := range names {
		list = append(list, call{"who_does", object{"task": n}}, call{"what_breaks", object{"without": []string{n}}}, call{"what_breaks", object{"lead": []string{d.Tasks[0].ID + "=" + n + ":" + n}}},
			call{"finding", object{"id": strings.Repeat(n, 30)}}, call{"who_does", object{"task": n + "\u3000" + n}}, call{"what_breaks", object{"merge": []string{n}}}, call{"whom_to_call", object{"flow": n}}, call{"way", object{"from": n, "to": n}}, call{"finding", object{"id": "bottleneck:" + n}},
			call{"finding", object{"rule": n}}, call{"finding", object{"subject": n}}, call{"who_does", object{n: n}}, call{n, object{}}, call{"ask", object{"question": n}}, call{"what_breaks", object{"leads": n}})
	}
	return list
}
