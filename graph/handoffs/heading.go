package handoffs

import (
	"slices"
	"strings"

	"tasuki/graph/matrix/table"
	"tasuki/graph/spelling"
)

// headings are the words that a column is headed by, folded.
var headings = [fields][]string{
	flowField:     {"flow", "flow name", "flow id", "procedure", "process", "scenario", "手順", "手順名", "フロー", "フロー名", "業務フロー", "流れ", "プロセス"},
	fromField:     {"from", "from task", "task from", "handed from", "source", "source task", "predecessor", "giver", "渡す側", "渡す作業", "渡し元", "引き継ぎ元", "引継ぎ元", "引継元", "元の作業", "元作業", "元", "から", "前作業", "前工程", "移行元"},
	toField:       {"to", "to task", "task to", "handed to", "target", "target task", "successor", "receiver", "受ける側", "受ける作業", "受け取る作業", "渡し先", "引き継ぎ先", "引継ぎ先", "引継先", "先の作業", "先", "へ", "後作業", "後工程", "次の作業", "次工程", "移行先"},
	kindField:     {"kind", "type", "kind of handoff", "handoff kind", "種類", "種別", "区分", "引き継ぎの種類"},
	whatField:     {"what", "artifact", "artefact", "what is handed over", "content", "deliverable", "input", "内容", "渡すもの", "渡す物", "引き継ぐもの", "引き継ぎ内容", "引継ぎ内容", "引継内容", "成果物", "何を"},
	minutesField:  {"minutes", "mins", "min", "time in minutes", "duration in minutes", "分", "所要分", "所要時間", "時間", "分数"},
	basisField:    {"basis", "says", "reason", "evidence", "根拠", "理由", "根拠の文"},
	rowsField:     {"basis rows", "rows", "根拠行", "根拠の行", "根拠の作業", "根拠となる行"},
	inferredField: {"inferred", "推定", "推論", "推測"},
	startField:    {"start", "starts", "start task", "起点", "始点", "開始", "開始作業"},
	goalField:     {"goal", "goals", "end", "goal task", "終点", "終了", "ゴール", "目標", "完了"},
	branchField:   {"branch", "branch name", "分岐", "分岐名"},
	whenField:     {"when", "condition", "if", "条件", "分岐条件", "場合"},
	optionalField: {"optional", "任意", "省略可"},
}

// names are what a sheet or file with a table of handoffs is called, folded and without
// white space and dashes; otherNames are what one may be called, and a matrix too: of a
// phase, say, in which work is handed over.
var (
	names      = []string{"handoff", "handoffs", "引き継ぎ", "引き継ぎ表"}
	otherNames = []string{"handover", "handovers", "引継ぎ", "引継", "引継ぎ表", "引継表", "受け渡し", "受渡し"}
)

func joined(name string) string {
	return strings.Join(strings.FieldsFunc(spelling.Folded(name), func(r rune) bool { return r == ' ' || r == '-' || r == '_' }), "")
}

// IsName reports whether a sheet of this name, or a file without its ending, holds a
// table of handoffs.
func IsName(name string) bool { return slices.Contains(names, joined(name)) }

// IsTable reports whether a sheet holds a table of handoffs: by its name or, where that may
// be the name of a matrix, by its name and headings.
func IsTable(name string, rows table.Rows) bool {
	if IsName(name) || !slices.Contains(otherNames, joined(name)) {
		return IsName(name)
	}
	for row, err := range rows {
		if err != nil || row.Line > maxAbove {
			break
		}
		if columnsOf(row).whole() {
			return true
		}
	}
	return false
}

// fieldOf returns the field that a heading names. What stands in brackets behind it
// says more about it, and so does a sign for what must be filled in.
func fieldOf(heading string) (field, bool) {
	text := strings.TrimRight(spelling.Folded(heading), " *:")
	if before, _, found := strings.Cut(text, "("); found && strings.HasSuffix(text, ")") && strings.TrimSpace(before) != "" {
		text = strings.TrimRight(before, " *:")
	}
	text = strings.ReplaceAll(text, "_", " ")
	for f, words := range headings {
		if slices.Contains(words, text) {
			return field(f), true
		}
	}
	return 0, false
}

// columns says which column is which field, and what the others are called.
type columns struct {
	line    int
	of      [fields]int // 0: there is none
	twice   []cell      // headings of a field that has one already
	unknown []string
}

// columnsOf reads a row as headings. It names columns when it has both ends of a
// handoff.
func columnsOf(row table.Row) columns {
	c := columns{line: row.Line}
	for column := 1; column <= len(row.Cells); column++ {
		text := strings.Join(strings.Fields(row.Own(column)), " ")
		f, known := fieldOf(text)
		switch {
		case text == "":
		case !known:
			c.unknown = append(c.unknown, text)
		case c.of[f] > 0:
			c.twice = append(c.twice, cell{text: text, line: row.Line, column: column})
		default:
			c.of[f] = column
		}
	}
	return c
}

// whole reports whether the headings are those of a table of handoffs.
func (c columns) whole() bool { return c.of[fromField] > 0 && c.of[toField] > 0 }

// known counts the fields.
func (c columns) known() int {
	n := 0
	for _, column := range c.of {
		if column > 0 {
			n++
		}
	}
	return n
}
