package word

import (
	"strings"

	"tasuki/graph/matrix"
	"tasuki/graph/pattern"
	"tasuki/graph/said"
)

var (
	countName  = pattern.Lazy(`(?i)^(#|no\. of|number of|count|sum|(sub)?totals?)\b|\b(counts?|totals?)$|^(総?合計|小計|計|件数)`)
	remarkName = pattern.Lazy(`(?i)\b(notes?|remarks?|comments?|details?|description|references?)\b|備考|注記|摘要|特記`)
	timeName   = pattern.Lazy(`(?i)^(q[1-4]|h[12]|fy ?'?[0-9]{2,4}|(19|20)[0-9]{2}|(week|wk|day|month|year) ?[0-9]+)$|^([0-9]{1,2}月|(19|20)?[0-9]{2}年度?|[上下]期|[前後]期|第[1-4一二三四]四半期|定期|定例|臨時|毎[日週月年])$`)
	monthName  = pattern.Lazy(`(?i)^((jan|febr)(uary)?|feb|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|(nov|dec)(ember)?|(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?|[月火水木金土日])\.?$`)
)

// What is true of a task or not: under such a heading, marks of one kind are answers.
var (
	question = pattern.Lazy(`[?？]$|かどうか$|(か否か|の要否|の有無)$`)
	property = pattern.Lazy(`(?i)^(is |can be )?(fully |business[ -]|safety[ -])?(automat(ed|able)|manual|critical|outsourced|billable|chargeable|confidential|recurring|regulated|auditable|documented|tested|tracked|remote|on[- ]?site|sensitive)$|^(自動化?|手動|重要|必要|外部委託|委託|任意|定型|緊急|機密)(対象|済み?|可|業務|作業)?$`)
)

// fewestMonths is how many months or days of the week name times: people are called
// May or Jan.
const fewestMonths = 3

// About says what the columns of some headings are about that cannot be parties
// although marks stand there: a status, a time, a count or a remark and, where the marks
// are of one kind or none, as answers tells, a property.
func About(names map[int]string, answers func(column int) bool) map[int]said.Word {
	about, months := map[int]said.Word{}, 0
	for _, name := range names {
		if monthName().MatchString(matrix.Fold(name)) {
			months++
		}
	}
	for column, name := range names {
		name = strings.TrimSpace(matrix.Fold(name))
		_, timing := TimingOf(name)
		switch {
		case Party.In(name) || Role.In(name):
		case Status.In(name):
			about[column] = said.Word("a status")
		case timing || timeName().MatchString(name) || months >= fewestMonths && monthName().MatchString(name):
			about[column] = said.Word("a time")
		case (question().MatchString(name) || property().MatchString(name)) && answers(column):
			about[column] = said.Word("a property")
		case countName().MatchString(name):
			about[column] = said.Word("a count")
		case remarkName().MatchString(name):
			about[column] = said.Word("a remark")
		}
	}
	return about
}
