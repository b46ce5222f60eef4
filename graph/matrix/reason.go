package matrix

import "tasuki/graph"

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
