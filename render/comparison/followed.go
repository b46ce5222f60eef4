package comparison

import (
	"io"

	"tasuki/analysis/difference"
	"tasuki/analysis/overlay"
	"tasuki/graph"
	"tasuki/render/consequences"
	"tasuki/render/document"
	"tasuki/render/document/text"
	"tasuki/render/messages"
)

// FollowedText writes what follows from changes to the dataset of g, and what the review
// of what is left says otherwise, as text for a terminal. Errors are those of w.
func FollowedText(w io.Writer, g *graph.Graph, changes []overlay.Change, f difference.Followed, lang messages.Language) error {
	p := messages.Printer{Graph: g, Language: lang}
	blocks := consequences.Blocks(p, changes, f.Consequences, func(more int) document.Phrase { return p.Say("and {1} more (--output json lists all)", more) })
	blocks = append(blocks, document.Block{Head: p.Say("The review of what is left, beside that of the dataset")}, document.Block{Text: FindingCount(p, f.Reviews)},
		document.Block{Note: p.Say("It is reviewed as if those who are missing had no marks: a task of which others lead a part counts as led. Flows that break stand above alone.")})
	return text.WriteText(w, append(blocks, Reviews(p, p, f.Reviews)...))
}
