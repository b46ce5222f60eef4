package report

import (
	"fmt"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/graph/said"
	"tasuki/internal/graphtext"
	"tasuki/render/messages"
)

// TestElementsAreAccountedFor shows what became of the elements of models, with the reason and
// the IDs of those that are left out, in place of rows that there are none of.
func TestElementsAreAccountedFor(t *testing.T) {
	p := messages.Printer{Graph: graphtext.Graph(t, "1: a*"), Language: messages.In(graph.English)}
	a := graph.Account{Elements: []graph.ElementCount{
		{Type: "group", In: 3, Mapped: 1, Left: []graph.LeftOut{{Reason: said.Notef("it is a remark for readers of the picture"), IDs: []string{"g1", "g2"}}}},
	}}
	blocks := account(p, a)
	table := blocks[0].Table
	var cells []string
	for _, c := range table.Rows[0].Cells {
		cells = append(cells, c.Text.String())
	}
	if got := strings.Join(cells, "|"); got != "group|3|1|2|it is a remark for readers of the picture" {
		t.Errorf("the table says %s", got)
	}
	if got := fmt.Sprint(blocks[1].Group.Blocks[0].Items[0].String()); got != "group: g1, g2" {
		t.Errorf("left out are %s", got)
	}
	if got := account(p, graph.Account{Rows: graph.RowCount{In: 1}, Elements: a.Elements}); got[0].Table.Columns[0].Head == table.Columns[0].Head {
		t.Error("rows of a matrix are not shown beside elements of a model")
	}
}
