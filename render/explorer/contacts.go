package explorer

import (
	"strconv"

	"tasuki/graph"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// contacts shows whom to call at an organization: a table for each of its lists, in the
// order of the calls, with when and by what each post is reached.
func (w world) contacts(o graph.Organization) []document.Block {
	lists := o.ContactLists
	if len(o.Contacts) > 0 {
		lists = append([]graph.ContactList{{Contacts: o.Contacts}}, lists...)
	}
	var blocks []document.Block
	for _, l := range lists {
		head := w.p.Say("Contacts, in the order in which they are called")
		switch {
		case l.Flow != "" && l.Severity != "":
			head = w.p.Say("Contacts in the flow {1} at the severity {2}", w.p.Flow(l.Flow), w.severity(l.Severity))
		case l.Flow != "":
			head = w.p.Say("Contacts in the flow {1}", w.p.Flow(l.Flow))
		case l.Severity != "":
			head = w.p.Say("Contacts at the severity {1}", w.severity(l.Severity))
		}
		blocks = append(blocks, document.Block{Head: head}, document.Block{Table: w.contactTable(o, l.Contacts)})
	}
	return blocks
}

func (w world) severity(id string) string {
	for _, s := range w.Graph.Dataset().Severities {
		if s.ID == id {
			return s.Name.In(w.p.Lang)
		}
	}
	return id
}

func (w world) contactTable(o graph.Organization, list []graph.Contact) *document.Table {
	t := &document.Table{Columns: []document.Column{
		w.p.Left("Level"), w.p.Left("Post"), w.p.Left("Reached"), w.p.Left("Means"), w.p.Left("Wait (minutes)"),
	}}
	row := func(level, post, wait string, hours graph.Hours, means []graph.Means) {
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
			document.Text(level), document.Text(post), document.Text(messages.HoursAt(w.Graph, o, hours, w.p.Language)),
			document.Text(messages.Means(means, w.p.Language)), document.Text(wait),
		}})
	}
	for level, together := range graph.Levels(list) {
		for _, c := range together {
			post, wait := c.Name.In(w.p.Lang), ""
			if post == "" {
				post = w.p.Plain("no post is named")
			}
			if c.WaitMinutes > 0 {
				wait = strconv.Itoa(c.WaitMinutes)
				if c.Repeats > 0 {
					wait = w.p.Plain("{1} × {2}||minutes, calls", wait, strconv.Itoa(c.Repeats+1))
				}
			}
			row(strconv.Itoa(level+1), post, wait, c.Hours, c.Means)
			if d := c.Deputy; !d.IsZero() {
				row("", w.p.Plain("deputy: {1}", d.Name.In(w.p.Lang)), "", d.Hours, d.Means)
			}
		}
	}
	return t
}
