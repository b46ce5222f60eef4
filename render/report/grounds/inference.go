package grounds

import (
	"tasuki/analysis/inference"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// Inference says, flow by flow, which inferred handoffs its conclusions hang on, and what
// would be if forks that nobody declared had to be done in all their branches.
func Inference(p messages.Printer, in inference.Inference) []document.Block {
	hangs := &document.Table{
		Caption: p.Plain("Inferred handoffs on which conclusions hang, each removed alone"),
		Columns: []document.Column{
			p.Left("Flow"), p.Right("Handoffs"), p.Right("Inferred"), p.Left("With the stated ones alone"),
			p.Wide("Without one of these no way is left"), p.Wide("Without one of these, other tasks, organizations or starts decide"),
		},
	}
	forks := &document.Table{
		Caption: p.Plain("Forks that nobody declared, and single points of failure if all their branches were needed"),
		Columns: []document.Column{
			p.Left("Flow"), p.Wide("Forks not declared"), p.Right("Unavoidable tasks"), p.Right("If all were needed"),
			p.Right("Organizations that stop it"), p.Right("If all were needed"),
		},
	}
	for _, x := range in.Flows {
		if x.Inferred > 0 {
			hangs.Rows = append(hangs.Rows, inferredRow(p, x))
		}
		if len(x.Undeclared) > 0 {
			forks.Rows = append(forks.Rows, forkRow(p, x))
		}
	}
	g := &document.Group{Title: p.Say("What the conclusions about flows hang on"), Folded: true}
	for _, t := range []*document.Table{hangs, forks} {
		if len(t.Rows) > 0 {
			g.Blocks = append(g.Blocks, document.Block{Table: t})
		}
	}
	if len(g.Blocks) == 0 {
		return nil
	}
	return []document.Block{{Group: g}}
}

// Counted is Inference, after how many handoffs are inferred, and how many flows have a way
// without them: for a page that has not said so.
func Counted(p messages.Printer, in inference.Inference) []document.Block {
	blocks := Inference(p, in)
	if said := inferred(p, in); len(said) > 0 {
		blocks[0].Group.Blocks = append([]document.Block{{Items: []document.Phrase{said}}}, blocks[0].Group.Blocks...)
	}
	return blocks
}

func inferredRow(p messages.Printer, x inference.FlowInference) document.Row {
	alone := p.Say("a way is left")
	if !x.Stated.Works {
		alone = p.Say("no way is left")
	}
	var vital, other []document.Phrase
	for _, h := range x.Hangs {
		name := p.Way([]string{h.From, h.To})
		if h.Changes[0] == inference.Works {
			vital = append(vital, name)
		} else {
			other = append(other, name)
		}
	}
	if x.Tried < x.Inferred {
		other = append(other, p.Say("only the first {1} were removed", x.Tried))
	}
	cell := func(list []document.Phrase) document.Cell {
		if len(list) == 0 {
			return document.Cell{Text: p.Say("none")}
		}
		return document.Cell{Text: p.List(list)}
	}
	return document.Row{Cells: []document.Cell{
		{Text: p.Flow(x.Flow)}, document.Text(messages.Whole(x.Handoffs)), document.Text(messages.Whole(x.Inferred)), {Text: alone}, cell(vital), cell(other),
	}}
}

func forkRow(p messages.Printer, x inference.FlowInference) document.Row {
	tasks, organizations := messages.Unknown, messages.Unknown
	if all := x.AllNeeded; all != nil {
		tasks, organizations = messages.Whole(len(all.Tasks)), messages.Whole(len(all.Organizations))
	}
	return document.Row{Cells: []document.Cell{
		{Text: p.Flow(x.Flow)}, {Text: p.List(messages.Each(x.Undeclared, p.TaskID))}, document.Text(messages.Whole(len(x.Now.Tasks))), document.Text(tasks),
		document.Text(messages.Whole(len(x.Now.Organizations))), document.Text(organizations),
	}}
}
