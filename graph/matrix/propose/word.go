package propose

import (
	"slices"
	"strings"
	"unicode"

	"tasuki/graph"
	"tasuki/graph/matrix"
)

// Words that tell what a heading is about. An English word counts where it
// stands alone or in the plural; a Japanese one anywhere, or at the end of the
// text where the list says so.
var (
	partyWords = wordList{
		english: []string{
			"team", "vendor", "dept", "department", "office", "owner", "provider", "customer", "client", "supplier", "contractor",
			"agency", "group", "unit", "division", "manager", "sponsor", "director", "engineer", "analyst", "developer", "architect",
			"administrator", "admin", "user", "board", "committee", "lead", "leader", "officer", "company", "partner", "pm", "pmo", "cio", "cto", "ciso", "ceo",
			"desk", "operator", "tester", "stakeholder", "consultant", "coordinator", "msp",
		},
		japanese: []string{"業者", "機構", "会社", "チーム", "担当", "ベンダ", "事務局", "センター", "センタ", "グループ", "部門"},
		endings:  []string{"部", "課", "室", "社", "局", "庁", "省", "者", "係", "班", "長"},
	}
	roleWords = wordList{
		english:  []string{"responsibility", "responsible", "responsibilities", "role", "origination", "owner", "ownership", "party", "parties", "raci", "rasci", "organization", "organisation", "who", "assignment", "stakeholder"},
		japanese: []string{"分担", "役割", "担当", "業者", "体制", "主体", "責任"},
	}
	statusWords = wordList{
		english:  []string{"status", "state", "progress", "implemented", "planned", "done", "complete", "completed", "priority", "applicable", "applicability", "approved", "due", "date", "severity", "risk", "level", "prio"},
		japanese: []string{"状況", "状態", "進捗", "完了", "優先", "期限", "日付", "有無"},
	}
	taskWords = wordList{
		english:  []string{"task", "activity", "work", "function", "capability", "process", "step", "deliverable", "service", "item", "control", "requirement", "action", "duty"},
		japanese: []string{"作業", "業務", "タスク", "内容", "工程", "項目", "機能"},
	}
	otherWords = wordList{
		english: []string{
			"task", "activity", "description", "note", "remark", "comment", "id", "no", "frequency", "timing", "phase", "category", "deliverable",
			"type", "kind", "class", "email", "address", "detail", "skill", "tool", "reference", "when", "what", "control", "requirement",
		},
		japanese: []string{"項番", "作業項目", "大項目", "中項目", "小項目", "作業内容", "内容", "備考", "時期", "実施", "頻度", "番号", "区分", "種別", "分類", "注記", "凡例"},
	}
	// The heading over the names of rows says what stands in rows.
	cornerTasks = wordList{
		english:  append([]string{"description", "what", "phase", "event", "procedure", "milestone", "scope"}, taskWords.english...),
		japanese: append([]string{"手順", "成果物", "イベント", "事象"}, taskWords.japanese...),
	}
	cornerParties = wordList{
		english:  append([]string{"person", "people", "member", "staff", "actor", "entity", "function owner"}, slices.Concat(roleWords.english, partyWords.english)...),
		japanese: append([]string{"組織", "部署", "会社", "関係者", "氏名", "機関", "部門"}, roleWords.japanese...),
	}
	// What heads the columns of a table with one row for each part.
	partyHeadings = wordList{
		english:  append([]string{"person", "people", "member", "name", "assignee", "assigned", "resource", "stakeholder", "party", "who", "organization", "organisation"}, partyWords.english...),
		japanese: []string{"組織", "部署", "会社", "関係者", "氏名", "機関", "部門", "担当", "業者", "体制", "主体"},
	}
	roleHeadings = wordList{
		english:  []string{"role", "raci", "rasci", "responsibility", "involvement", "part", "assignment"},
		japanese: []string{"役割", "区分", "分担", "責任", "関与"},
	}
	itemWords = wordList{english: []string{"id", "no", "number", "item", "ref", "reference", "#"}, japanese: []string{"項番", "番号", "№"}}
)

type wordList struct{ english, japanese, endings []string }

// in reports whether a text has one of the words.
func (w wordList) in(text string) bool {
	text = strings.ToLower(matrix.Fold(text))
	words := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '#' })
	if slices.ContainsFunc(words, func(word string) bool {
		return slices.Contains(w.english, word) || slices.Contains(w.english, strings.TrimSuffix(word, "s"))
	}) {
		return true
	}
	return slices.ContainsFunc(w.japanese, func(s string) bool { return strings.Contains(text, s) }) ||
		slices.ContainsFunc(w.endings, func(s string) bool { return strings.HasSuffix(text, s) })
}

// share returns the share of the texts that have one of the words.
func (w wordList) share(texts []string) float64 {
	n := 0
	for _, text := range texts {
		if w.in(text) {
			n++
		}
	}
	if len(texts) == 0 {
		return 0
	}
	return float64(n) / float64(len(texts))
}

// timingOf returns what a timing word means; the empty timing for a word that
// none of the timings stands for.
func timingOf(word string) (graph.Timing, bool) {
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

// roles are what headings call the parts that parties have in a task, in small
// letters.
func roleOf(heading string) (graph.Role, bool) {
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
		case "i", "informed", "inform", "報告先", "周知", "情報共有", "通知", "通知先", "連絡先", "共有先", "報告":
			return graph.Informed, true
		}
	}
	return "", false
}
