package legend

import (
	"regexp"
	"slices"
	"strings"

	"tasuki/graph"
	"tasuki/graph/matrix/cell"
	"tasuki/graph/pattern"
)

// meanings are what the explanations of marks have in them, in the order in which
// they are looked for: who supports the one in charge supports. Beside English and
// Japanese they are stems of the words that people use in other languages.
var meanings = []struct {
	role graph.Role
	in   func() *regexp.Regexp
}{
	{"", pattern.Lazy(`(?i)\b(not involved|no (part|role|involvement)|none|out of the loop|omitted?)\b|対象外|関与しない|関与なし|不要|該当なし|nicht beteiligt|keine beteiligung|non concerné|no (participa|aplica)|não (participa|aplic)|non coinvolt|niet betrokken|不参与|不參與|无关|無關`)},
	{graph.Support, pattern.Lazy(`(?i)\b(consult\w*|asked|advi[sc]e\w*|advis\w*|support\w*|assist\w*|help\w*|contribut\w*|verif\w*|quality|backup|secondary|give[sn]? input)\b|副|支援|協力|補助|補佐|助言|相談|協議|従` +
		`|mitwirk|mitarbeit|mitverantwort|unterstütz|berat(end|ung|en\b)|konsult|befrag|beteilig|soutien|appui|conseil|particip|partecip|apoy|apoi[ao]|soporte|suporte|colabor|collabor|raadpleg|ondersteun|咨询|諮詢|支持|协|配合|参与|參與|审核|審核`)},
	{graph.Informed, pattern.Lazy(`(?i)\b(inform\w*|told|notif\w*|fyi|kept up)\b|報告|周知|共有|連絡|通知|informi|informa|nformeer|kenntnis|知会|知會|告知|抄送|通报`)},
	{graph.Accountable, pattern.Lazy(`(?i)\b(accountab\w*|approv\w*|decid\w*|decision\w*|answers?|answerable)\b|承認|決裁|説明責任|最終責任` +
		`|rechenschaft|genehmig|freigab|freigeb|entscheid|gesamtverantwort|approuv|approba|\bvalid|autorité|autoris|redevable|décid|décision|aprueb|aproba|autoriz|aprova|approva|eindverantwoord|goedkeur|keurt goed|beslis|审批|審批|批准|核准|问责|問責|当责|當責`)},
	{graph.Lead, pattern.Lazy(`(?i)\b(responsib\w*|does|doer|do the|perform\w*|execut\w*|carr(y|ies) out|leads?|leader|leading|drives?|driver|owns?|owner|primary|in charge)\b|主|担当|実施|実行|正|責任|作業` +
		`|verantwort|zuständig|durchführ|federführ|ausführ|responsa[bv]|responsáv|réalis|exécut|pilot|ejecut|execut|realiz|encargad|esegu|esecut|verantwoord|uitvoer|voert uit|负责|負責|责任|执行|執行|实施|牵头`)},
	{graph.Support, pattern.Lazy(`(?i)\b(reviews?|reviewer|sign(s|ed)?|take[sn]? part|participat\w*|input|agrees?)\b|確認|参加|関与|立会`)},
}

// isRole reports whether an explanation is the word for a role, or begins with it
// and goes on to explain.
func isRole(says string) bool {
	word, _, _ := strings.Cut(strings.NewReplacer("–", "-", "—", "-", "(", "-", "（", "-", ":", "-", "：", "-", ",", "-", "、", "-").Replace(says), "-")
	_, ok := cell.RoleOf(word)
	return ok
}

// roleOf returns the role that an explanation means.
func roleOf(text string) (graph.Role, bool) {
	if role, ok := cell.RoleOf(text); ok {
		return role, true
	}
	text = strings.ToLower(cell.Tidy(text))
	for _, m := range meanings {
		if m.in().MatchString(text) {
			return m.role, true
		}
	}
	return "", false
}

var (
	inChief = pattern.Lazy(`主担当|主管|主体|主務|正担当|^[主正]$|(?i:\b(primary|main|principal) (owner|responsib\w*|in charge)\b)`)
	charged = pattern.Lazy(`^担当[者課部署]*$`)

	doing      = pattern.Lazy(`(?i)\b(does|doer|do the|perform\w*|carr(y|ies) out)\b|execut|durchführ|ausführ|réalis|exécut|ejecut|realiz|esegu|esecut|uitvoer|voert uit|实施|実施|実行|执行|執行|作業`)
	answerable = pattern.Lazy(`(?i)responsib|verantwort|responsa[bv]|responsáv|verantwoord|责任|責任|负责|負責`)
)

// ranked lets who is but in charge (担当) support, where another mark says who is so in
// chief (主担当): they are no two equal leads. Where a mark of its own says who does the
// work, and none who answers for it, who is called responsible does.
func ranked(entries []Entry) []Entry {
	leads := func(in *regexp.Regexp) bool {
		return slices.ContainsFunc(entries, func(e Entry) bool { return e.Known && e.Role == graph.Lead && in.MatchString(e.Says) })
	}
	chief := leads(inChief())
	done := leads(doing()) && !slices.ContainsFunc(entries, func(e Entry) bool { return e.Role == graph.Accountable })
	for i, e := range entries {
		switch {
		case chief && e.Role == graph.Lead && charged().MatchString(e.Says):
			entries[i].Role = graph.Support
		case done && e.Role == graph.Lead && answerable().MatchString(e.Says) && !doing().MatchString(e.Says):
			entries[i].Role = graph.Accountable
		}
	}
	return entries
}
