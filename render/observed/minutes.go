package observed

import (
	"bytes"
	"encoding/json"

	"tasuki/analysis/observe"
	"tasuki/graph"
	"tasuki/render/messages"
)

// draft is an entry of the file that Minutes writes, in the order in which people read it.
type draft struct {
	Flow     string            `json:"flow,omitempty"`
	From     string            `json:"from"`
	To       string            `json:"to"`
	Kind     graph.HandoffKind `json:"kind"`
	Branch   string            `json:"branch,omitempty"`
	Minutes  int               `json:"minutes"`
	Replaces int               `json:"replaces,omitempty"`
	Basis    graph.Name        `json:"basis"`
}

// Minutes drafts a file of a dataset that gives declared handoffs the minutes that half of
// their measured waits do not exceed, each with what it rests on. A folder that holds it
// beside the dataset has no handoff twice: the file states minutes alone, and names those
// that it replaces. It is YAML, one entry a line. The error is that of JSON.
func Minutes(o Observation) ([]byte, error) {
	waits := map[[2]string]observe.Wait{}
	for _, d := range o.Observed.Handoffs.Declared {
		waits[[2]string{d.From, d.To}] = d.Wait
	}
	var b bytes.Buffer
	for _, lang := range []graph.Lang{graph.English, graph.Japanese} {
		l := messages.In(lang)
		b.WriteString("# " + l.Plain("Minutes of handoffs as an event log shows them, a draft to be looked through. Half of the waits are no longer.") + "\n")
		b.WriteString("# " + l.Plain("They hold the work on the second task where the log has its end. replaces: what is declared today.") + "\n")
	}
	list := observe.ProposeMinutes(o.Observed)
	if len(list) == 0 {
		b.WriteString("minutes: []\n")
		return b.Bytes(), nil
	}
	b.WriteString("minutes:\n")
	for _, m := range list {
		basis := func(lang graph.Lang) string {
			w := waits[[2]string{m.From, m.To}]
			return messages.In(lang).Count(m.Measured, "{2}: {1} wait measured, P50 {3}, P90 {4} minutes", "{2}: {1} waits measured, P50 {3}, P90 {4} minutes", o.Log, minutes(w.P50), minutes(w.P90))
		}
		e := draft{m.Flow, m.From, m.To, m.Kind, m.Branch, m.Minutes, 0, graph.Name{JA: basis(graph.Japanese), EN: basis(graph.English)}}
		if m.Declared != nil {
			e.Replaces = *m.Declared
		}
		var line bytes.Buffer
		enc := json.NewEncoder(&line)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(e); err != nil {
			return nil, err
		}
		b.WriteString("  - " + line.String()) // JSON on one line is YAML
	}
	return b.Bytes(), nil
}
