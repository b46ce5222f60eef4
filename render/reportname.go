package render

import (
	"strings"

	"tasuki/graph"
)

// organization names an organization and links to it.
func (p reporter) organization(id string) phrase {
	i, ok := p.g.OrganizationIndex(id)
	if !ok {
		return phrase{{Text: id, Style: idStyle}}
	}
	return p.named(p.g.Organizations()[i].Name, id, p.organizationAnchor(id))
}

// flow names a flow and links to its single points of failure.
func (p reporter) flow(id string) phrase {
	title := p.flowTitle(id)
	if _, ok := p.g.Flow(id); ok {
		title[0].Href = "#" + anchor("flow", id)
	}
	return title
}

// flowTitle names a flow.
func (p reporter) flowTitle(id string) phrase {
	f, ok := p.g.Flow(id)
	if !ok {
		return phrase{{Text: id, Style: idStyle}}
	}
	return p.named(f.Name, id, "")
}

// term names an entry of a vocabulary.
func (p reporter) term(terms []graph.Term, id string) phrase {
	for _, t := range terms {
		if t.ID == id {
			return p.named(t.Name, id, "")
		}
	}
	return words(id)
}

// named returns "name (ID)", or the ID alone when the name says no more.
func (p reporter) named(name graph.Name, id, place string) phrase {
	href := place
	if place != "" {
		href = "#" + place
	}
	text := name.In(p.lang)
	if text == "" || text == id {
		return phrase{{Text: id, Href: href}}
	}
	return phrase{{Text: text, Href: href}, {Text: " (" + id + ")", Style: idStyle}}
}

// task names a task, number first, and links to its row in the list of tasks.
func (p reporter) task(id string) phrase {
	number := p.taskID(id)
	i, ok := p.g.TaskIndex(id)
	if !ok {
		return phrase{{Text: id, Style: idStyle}}
	}
	name := p.g.Tasks()[i].Name.In(p.lang)
	if name == "" || name == id {
		return number
	}
	return append(number, piece{Text: " " + name})
}

func (p reporter) taskID(id string) phrase {
	return phrase{{Text: id, Href: "#" + Anchor(id), Style: idStyle}}
}

// way returns the tasks of a way, by number, with arrows between them.
func (p reporter) way(ids []string) phrase {
	var all phrase
	for i, id := range ids {
		if i > 0 {
			all = append(all, piece{Text: " → "})
		}
		all = append(all, p.taskID(id)...)
	}
	return all
}

// each describes every item of a list; a list of none stays one of none.
func each[T any](items []T, describe func(T) phrase) []phrase {
	list := make([]phrase, len(items))
	for i, item := range items {
		list[i] = describe(item)
	}
	return list
}

// organizationList names organizations in one phrase.
func (p reporter) organizationList(ids []string) phrase {
	if len(ids) == 0 {
		return p.say("nobody")
	}
	return p.list(each(ids, p.organization))
}

// organizationCell lists organizations, one a line.
func (p reporter) organizationCell(ids []string) cell {
	if len(ids) == 0 {
		return cell{Text: p.say("nobody")}
	}
	return cell{Items: each(ids, p.organization)}
}

// longList is how many lines a list in a table may have before it is folded.
const longList = 6

// taskCell lists tasks, one a line.
func (p reporter) taskCell(ids []string) cell {
	return folded(each(ids, p.task), p.many(len(ids), "{1} task", "{1} tasks"))
}

// folded lists items, one a line, under a title when they are many.
func folded(items []phrase, title phrase) cell {
	if len(items) <= longList {
		return cell{Items: items}
	}
	return cell{Items: items, Fold: title}
}

// anchor returns the name of a place on the page, which is unlike that of any
// other kind or ID.
func anchor(kind, id string) string { return kind + strings.TrimPrefix(Anchor(id), "row") }

// organizationAnchor returns the name of an organization's row: the one that
// drawings link to, unless a task has the same ID.
func (p reporter) organizationAnchor(id string) string {
	if _, taken := p.g.TaskIndex(id); taken {
		return anchor("organization", id)
	}
	return Anchor(id)
}
