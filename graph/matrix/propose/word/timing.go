package word

import (
	"strings"

	"tasuki/graph"
	"tasuki/graph/matrix"
)

// TimingOf returns what a timing word means; the empty timing for a word that
// none of the timings stands for.
func TimingOf(word string) (graph.Timing, bool) {
	switch strings.ToLower(matrix.Fold(word)) {
	case "日次", "毎日", "daily", "every day":
		return graph.Daily, true
	case "月次", "毎月", "monthly", "every month":
		return graph.Monthly, true
	case "年次", "毎年", "年1回", "yearly", "annual", "annually", "every year":
		return graph.Yearly, true
	case "随時", "都度", "必要時", "as needed", "as required", "as-needed", "on demand", "ad hoc", "ad-hoc", "when needed":
		return graph.AsNeeded, true
	case "一回", "1回", "once", "one time", "one-time":
		return graph.Once, true
	case "週次", "毎週", "四半期", "半期", "隔週", "weekly", "quarterly", "biweekly", "every week", "half-yearly":
		return "", true
	}
	return "", false
}

// AreTimings reports whether most of some texts are timing words.
func AreTimings(texts []string) bool {
	n := 0
	for _, text := range texts {
		if _, ok := TimingOf(text); ok {
			n++
		}
	}
	return 2*n > len(texts)
}
