package handoffs

import (
	"slices"
	"strconv"
	"strings"

	"tasuki/graph"
	"tasuki/graph/pattern"
	"tasuki/graph/spelling"
)

// kinds is the vocabulary of the kinds of handoffs.
const kinds = "handoff kind"

// kindWords are further words for the kinds of handoffs.
var kindWords = map[graph.HandoffKind][]string{
	graph.Request:     {"依頼", "要求", "要請", "requests", "ask"},
	graph.Report:      {"報告", "連絡", "通知", "reports", "notification", "notice"},
	graph.Instruction: {"指示", "命令", "instructions", "order"},
	graph.Delivery:    {"引渡し", "引き渡し", "納品", "提供", "渡し", "handover", "deliverable"},
	graph.Decision:    {"決定", "判断", "承認", "approval", "decisions"},
	graph.Sequence:    {"順序", "順次", "次へ", "then", "next"},
}

// kindOf returns the kind that a word stands for.
func kindOf(word string) (graph.HandoffKind, bool) {
	word = spelling.Folded(word)
	for kind, more := range kindWords {
		if word == string(kind) || slices.Contains(more, word) {
			return kind, true
		}
	}
	return "", false
}

var (
	yesWords = []string{"yes", "y", "true", "x", "1", "o", "○", "◯", "〇", "✓", "✔", "●", "はい", "有", "推定", "inferred", "任意", "optional", "省略可"}
	noWords  = []string{"", "no", "n", "false", "0", "-", "×", "いいえ", "無", "stated", "必須", "needed", "required"}
)

// yesOrNo returns what a cell says; ok is false when it says neither.
func yesOrNo(text string) (yes, ok bool) {
	text = spelling.Folded(text)
	if slices.Contains(yesWords, text) {
		return true, true
	}
	return false, slices.Contains(noWords, text)
}

// minutesForm is a whole number of minutes, as spreadsheets show it too.
var minutesForm = pattern.Lazy(`^(\d{1,9})(?:\.0+)? ?(?:m|min|mins|min\.|minutes|minute|分|分間)?$`)

// minutesOf returns a number of minutes, of which there is at least one.
func minutesOf(text string) (int, bool) {
	m := minutesForm().FindStringSubmatch(spelling.Folded(text))
	if m == nil {
		return 0, false
	}
	n, err := strconv.Atoi(m[1])
	return n, err == nil && n > 0
}

// parts splits a cell that lists several tasks.
func parts(text string) []string {
	list := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",;、，；\n", r) })
	for i := range list {
		list[i] = strings.TrimSpace(list[i])
	}
	return slices.DeleteFunc(list, func(s string) bool { return s == "" })
}
