package matrix

import (
	"fmt"
	"strings"

	"tasuki/graph"
	"tasuki/graph/matrix/cell"
)

// mergedReason explains a mark that stands in several cells at once.
var mergedReason = graph.Name{
	JA: "結合されたセルの印は、そのすべての行に及ぶ",
	EN: "A mark in a merged cell holds for every cell of the range",
}

// unsettledReason explains a mark of which the cell says that it is open.
func unsettledReason(printed string) graph.Name {
	return graph.Name{
		JA: "セルそのものが未確定と書いている（" + printed + "）。どの組織のものでもないかもしれない",
		EN: "The cell itself says that this is not settled (" + printed + "): it may be nobody's",
	}
}

// struckOut explains why a mark that can be read is not: it may have been withdrawn.
var struckOut = graph.Name{JA: "取り消し線が引かれている", EN: "struck out"}

// cutReason explains a mark beside which another text of the cell is struck out.
var cutReason = graph.Name{
	JA: "セルの一部に取り消し線が引かれており、残りだけを読んだ。その印も取り消されたのかもしれない",
	EN: "A part of the cell is struck out and only the rest is read: that mark may be withdrawn too",
}

// eitherReason explains a cell that leaves open which of several roles it means.
func eitherReason(marks []cell.Mark) graph.Name {
	ja := map[graph.Role]string{graph.Lead: "主担当", graph.Accountable: "責任者", graph.Support: "支援", graph.Informed: "報告先"}
	var names graph.Name
	var roles [2][]string
	for _, m := range marks {
		roles[0] = append(roles[0], fmt.Sprintf("%s（%s）", ja[m.Role], m.Glyph))
		roles[1] = append(roles[1], fmt.Sprintf("%s (%s)", m.Role, m.Glyph))
	}
	names.JA = "どの役割かが決まっていない：" + strings.Join(roles[0], "または")
	names.EN = "uncertain which role it means: " + strings.Join(roles[1], " or ")
	return names
}

// namelessTask names a task that has none, by its ID.
func namelessTask(id string) graph.Name {
	return graph.Name{JA: id + "（名称なし）", EN: id + " (no name)"}
}

// eitherParty explains a cell that leaves open which of several organizations it names.
var eitherParty = graph.Name{JA: "どの組織かが決まっていない", EN: "uncertain which organization it means"}
