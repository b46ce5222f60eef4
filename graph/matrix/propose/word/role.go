package word

import (
	"strings"

	"tasuki/graph"
	"tasuki/graph/matrix"
)

// RoleOf returns the role that a heading or cell names.
func RoleOf(heading string) (graph.Role, bool) {
	text := strings.ToLower(matrix.Plain(heading))
	word, _, _ := strings.Cut(text, " ")
	for _, key := range []string{text, strings.Trim(word, "()（）:：-/,")} {
		switch key {
		case "r", "responsible", "lead", "leads", "performs", "performer", "doer", "executor", "driver", "d",
			"主担当", "主管", "主", "実行責任者", "実行責任", "実施", "実施者", "実行者", "作業者", "主担当者":
			return graph.Lead, true
		case "a", "accountable", "approver", "approves", "approval", "説明責任者", "説明責任", "承認", "承認者", "決裁", "決裁者", "責任者":
			return graph.Accountable, true
		case "c", "s", "consulted", "consult", "support", "supports", "supporting", "supported", "contributor", "contributors", "reviewer",
			"副担当", "副", "従", "支援", "協力", "支援者", "協力者", "相談先", "協議先", "相談", "副担当者", "補佐":
			return graph.Support, true
		case "i", "informed", "inform", "報告先", "周知", "通知", "通知先", "連絡先", "共有先", "報告":
			return graph.Informed, true
		}
	}
	return "", false
}
