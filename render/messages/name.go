package messages

import (
	"strings"

	"tasuki/graph"
	"tasuki/render/document"
)

// Organization names an organization and links to it; the empty ID is nobody's.
func (p Printer) Organization(id string) document.Phrase {
	if id == "" {
		return p.Say("nobody")
	}
	i, ok := p.Graph.OrganizationIndex(id)
	if !ok {
		return document.Phrase{{Text: id, Style: document.IDStyle}}
	}
	return p.Named(p.Graph.Organizations()[i].Name, id, p.OrganizationAnchor(id))
}

// Flow names a flow and links to its single points of failure.
func (p Printer) Flow(id string) document.Phrase {
	title := p.FlowTitle(id)
	if _, ok := p.Graph.Flow(id); ok {
		title[0].Href = "#" + AnchorOf("flow", id)
	}
	return title
}

// FlowName names a flow and links to it, without its ID unless another has the same name.
func (p Printer) FlowName(id string) document.Phrase {
	f, ok := p.Graph.Flow(id)
	same := 0
	for _, other := range p.Graph.Flows() {
		if other.Name.In(p.Lang) == f.Name.In(p.Lang) {
			same++
		}
	}
	if !ok || same > 1 {
		return p.Flow(id)
	}
	return p.Flow(id)[:1]
}

// FlowTitle names a flow.
func (p Printer) FlowTitle(id string) document.Phrase {
	f, ok := p.Graph.Flow(id)
	if !ok {
		return document.Phrase{{Text: id, Style: document.IDStyle}}
	}
	return p.Named(f.Name, id, "")
}

// Term names an entry of a vocabulary.
func (p Printer) Term(terms []graph.Term, id string) document.Phrase {
	for _, t := range terms {
		if t.ID == id {
			return p.Named(t.Name, id, "")
		}
	}
	return document.Words(id)
}

// Named returns "name (ID)", or the ID alone when the name says no more.
func (p Printer) Named(name graph.Name, id, place string) document.Phrase {
	href := place
	if place != "" {
		href = "#" + place
	}
	text := name.In(p.Lang)
	if text == "" || text == id {
		return document.Phrase{{Text: id, Href: href}}
	}
	return document.Phrase{{Text: text, Href: href}, {Text: p.Plain(" ({1})||ID", id), Style: document.IDStyle}}
}

// Task names a task, number first, and links to its row in the list of tasks.
func (p Printer) Task(id string) document.Phrase {
	number := p.TaskID(id)
	i, ok := p.Graph.TaskIndex(id)
	if !ok {
		return document.Phrase{{Text: id, Style: document.IDStyle}}
	}
	name := p.Graph.Tasks()[i].Name.In(p.Lang)
	if name == "" || name == id {
		return number
	}
	return append(number, document.Piece{Text: " " + name})
}

// TaskID returns the ID of a task as a link to its row.
func (p Printer) TaskID(id string) document.Phrase {
	return document.Phrase{{Text: id, Href: "#" + Anchor(id), Style: document.IDStyle}}
}

// Way returns the tasks of a way, by number, with arrows between them.
func (p Printer) Way(ids []string) document.Phrase {
	var all document.Phrase
	for i, id := range ids {
		if i > 0 {
			all = append(all, document.Piece{Text: " → "})
		}
		all = append(all, p.TaskID(id)...)
	}
	return all
}

// Each describes every item of a list; a list of none stays one of none.
func Each[T any](items []T, describe func(T) document.Phrase) []document.Phrase {
	list := make([]document.Phrase, len(items))
	for i, item := range items {
		list[i] = describe(item)
	}
	return list
}

// OrganizationList names organizations in one phrase.
func (p Printer) OrganizationList(ids []string) document.Phrase {
	if len(ids) == 0 {
		return p.Say("nobody")
	}
	return p.List(Each(ids, p.Organization))
}

// OrganizationCell lists organizations, one a line.
func (p Printer) OrganizationCell(ids []string) document.Cell {
	if len(ids) == 0 {
		return document.Cell{Text: p.Say("nobody")}
	}
	return document.Cell{Items: Each(ids, p.Organization)}
}

// LongList is how many lines a list in a table may have before it is folded.
const LongList = 6

// TaskCell lists tasks, one a line.
func (p Printer) TaskCell(ids []string) document.Cell {
	return Folded(Each(ids, p.Task), p.Many(len(ids), "{1} task", "{1} tasks"))
}

// Folded lists items, one a line, under a title when they are many.
func Folded(items []document.Phrase, title document.Phrase) document.Cell {
	if len(items) <= LongList {
		return document.Cell{Items: items}
	}
	return document.Cell{Items: items, Fold: title}
}

// AnchorOf returns the name of a place on the page, which is unlike that of any
// other kind or ID.
func AnchorOf(kind, id string) string { return kind + strings.TrimPrefix(Anchor(id), "row") }

// OrganizationAnchor returns the name of an organization's row: the one that
// drawings link to, unless a task has the same ID.
func (p Printer) OrganizationAnchor(id string) string {
	if _, taken := p.Graph.TaskIndex(id); taken {
		return AnchorOf("organization", id)
	}
	return Anchor(id)
}
