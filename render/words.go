package render

import (
	"strconv"
	"strings"

	"tasuki/graph"
)

// The words of drawings. A percent sign followed by a digit stands for a value,
// see fill.
var (
	wordHandoff = map[graph.HandoffKind]graph.Name{
		graph.Request:     {JA: "依頼", EN: "request"},
		graph.Report:      {JA: "報告", EN: "report"},
		graph.Instruction: {JA: "指示", EN: "instruction"},
		graph.Delivery:    {JA: "引渡し", EN: "delivery"},
		graph.Decision:    {JA: "決定", EN: "decision"},
		graph.Sequence:    {JA: "順序", EN: "sequence"},
	}
	wordMark = map[Mark]graph.Name{
		StartMark:      {JA: "開始", EN: "start"},
		GoalMark:       {JA: "終了", EN: "goal"},
		SPOFMark:       {JA: "単一障害点（太枠）", EN: "single point of failure (thick border)"},
		BottleneckMark: {JA: "ボトルネック", EN: "bottleneck"},
		DifferMark:     {JA: "環境によって供給者が異なる", EN: "supplied by different parties"},
		UncertainMark:  {JA: "担う組織の読み取りが不確実", EN: "organization read with uncertainty"},
	}
	wordClass = map[Class]graph.Name{
		TaskNode:        {JA: "作業（主担当の列に置く）", EN: "task, in the lane of its lead"},
		JointNode:       {JA: "同じ行の作業を共同で担う主担当", EN: "a further lead of the task in this row"},
		RungNode:        {JA: "段（まとめて担う作業）", EN: "level, with its tasks"},
		SameRungNode:    {JA: "最短経路にもある段", EN: "level of the shortest path too"},
		ClientNode:      {JA: "発注者", EN: "client"},
		VendorNode:      {JA: "委託業者", EN: "vendor"},
		IncumbentNode:   {JA: "現行業者", EN: "incumbent"},
		UnknownKindNode: {JA: "種別不明", EN: "kind unknown"},
		LeadCell:        {JA: "主担当", EN: "lead"},
		SupportCell:     {JA: "支援", EN: "support"},
		InformedCell:    {JA: "情報共有", EN: "informed"},
	}
	wordInferred   = graph.Name{JA: "破線：推定した引き継ぎ", EN: "dashed: inferred handoff"}
	wordWeight     = graph.Name{JA: "数と太さ：引き継ぎの件数", EN: "number and width: handoffs"}
	wordEscalation = graph.Name{JA: "エスカレーション：%1", EN: "Escalation: %1"}
	wordWithout    = graph.Name{JA: "%1（不在：%2）", EN: "%1 (absent: %2)"}
	wordOut        = graph.Name{JA: "%1（不在）", EN: "%1 (absent)"}
	wordBest       = graph.Name{JA: "最短経路", EN: "Shortest path"}
	wordAlternate  = graph.Name{JA: "代替経路 %1", EN: "Alternate %1"}
	wordFrom       = graph.Name{JA: "起点：%1", EN: "From: %1"}
	wordNoPath     = graph.Name{JA: "終点に至る経路がない", EN: "no path to a goal"}
	wordLostStart  = graph.Name{JA: "起点の作業が失われている", EN: "the start itself is lost"}
	wordSameRung   = graph.Name{JA: "最短経路の段 %1 と同じ", EN: "as level %1 of the shortest path"}
	wordDeadEnds   = graph.Name{JA: "行き止まりの作業：%1", EN: "Dead ends: %1"}
	wordRemoved    = graph.Name{JA: "不在により失われる作業：%1", EN: "Tasks lost with the absent: %1"}
	wordLadderNote = graph.Name{
		JA: "上から順に連絡する。経路は%1が少ない順に並べた。同じ主担当が続けて担う作業は一段にまとめた。＋は最短経路にない作業。",
		EN: "Call from the top down. Paths are ordered by %1. Tasks that the same leads do in succession make one level. A plus sign marks tasks that the shortest path does without.",
	}
	wordFewestSteps   = graph.Name{JA: "引き継ぎの回数", EN: "their number of handoffs"}
	wordFewestMinutes = graph.Name{JA: "引き継ぎの分数", EN: "the minutes of their handoffs"}
	wordMinutes       = graph.Name{JA: "%1分", EN: "%1 min"}
	wordAtLeast       = graph.Name{JA: "%1分以上", EN: "at least %1 min"}
	wordContact       = graph.Name{JA: "連絡先：%1", EN: "Call: %1"}
	wordOfOrg         = graph.Name{JA: "連絡先（%1）：%2", EN: "Call at %1: %2"}
	wordUnnamed       = graph.Name{JA: "（名なし）", EN: "(nobody named)"}
	wordWait          = graph.Name{JA: "%1（%2分）", EN: "%1 (%2 min)"}
	wordTimes         = graph.Name{JA: "最短経路で最善 %1、最悪 %2", EN: "shortest path: best case %1, worst case %2"}
	wordGoalIn        = graph.Name{JA: "目標 %1", EN: "objective %1"}
	wordWaitFor       = graph.Name{
		JA: "連絡先は上の段から順に、かっこ内の分数だけ応答を待つ。矢印の分数は引き継ぎにかかる時間。",
		EN: "Contacts are called in order; in brackets, how long to wait for an answer. The minutes at arrows are those of the handoff.",
	}
	wordMap     = graph.Name{JA: "組織の依存関係", EN: "Dependencies between organizations"}
	wordLeadsOf = graph.Name{JA: "主担当 %1件（全 %2件）", EN: "leads %1 of %2 tasks"}
	wordWithin  = graph.Name{JA: "組織内の引き継ぎ %1", EN: "handoffs within %1"}
	wordStops   = graph.Name{JA: "失うと止まる手順 %1/%2", EN: "loss stops %1 of %2 flows"}
	wordMapNote = graph.Name{
		JA: "矢印は主担当から主担当への引き継ぎ。主担当が複数ある作業の引き継ぎは、組み合わせの数で等分して数えた。引き継ぎのない組織は下に並べた。",
		EN: "Arrows are handoffs from lead to lead. A handoff between jointly led tasks is split equally among the pairs of leads. Organizations without handoffs stand at the bottom.",
	}
	wordDropped = graph.Name{
		JA: "場所がないため省いた引き継ぎ物の名前：%1件。",
		EN: "Left out for lack of room: %1 names of what is handed over.",
	}
	wordMatrix      = graph.Name{JA: "役割分担表", EN: "Responsibility matrix"}
	wordMatrixOf    = graph.Name{JA: "役割分担表：%1", EN: "Responsibility matrix: %1"}
	wordMatrixDrawn = graph.Name{
		JA: "作業：表示 %1件、省略 %3件、計 %2件。組織：表示 %4者、省略 %6者、計 %5者。",
		EN: "Tasks: %1 drawn, %3 left out, %2 in all. Organizations: %4 drawn, %6 left out, %5 in all. ",
	}
	wordMatrixWithout = graph.Name{JA: "表示した作業に印がないため省いた組織：%1。", EN: "Left out because they have no mark on these tasks: %1."}
	wordMatrixFlow    = graph.Name{JA: "単一障害点はこの手順のもの。", EN: "Single points of failure are those of this flow."}
	wordMatrixFlows   = graph.Name{
		JA: "単一障害点は、宣言された手順 %1件のいずれかで、終点に至るどの経路も通る作業。",
		EN: "A single point of failure is a task that every way of at least one of the %1 declared flows passes.",
	}
	wordMatrixNoFlow = graph.Name{JA: "手順が宣言されていないため、単一障害点は示していない。", EN: "No flow is declared, so no single point of failure is marked."}
	wordSupplies     = graph.Name{JA: "供給の一覧：環境・構成要素・供給者", EN: "Supplies: environment, component and party"}
	wordAnywhere     = graph.Name{JA: "（環境の指定なし）", EN: "(no environment named)"}
	wordSupplyShare  = graph.Name{JA: "%1 %2/%3件", EN: "%1 %2 of %3"}
	wordSupplyShares = graph.Name{JA: "供給の件数：%1。", EN: "Supplies by party: %1."}
	wordSupplyLeft   = graph.Name{JA: "供給が宣言されていないため省いたもの：%1。", EN: "Left out because no supply of it is declared: %1."}
	wordNoSupplies   = graph.Name{JA: "供給は宣言されていない。", EN: "No supply is declared."}
	wordShares       = graph.Name{JA: "主担当の集中", EN: "Concentration of the lead"}
	wordNoShares     = graph.Name{JA: "主担当のある作業がないため、割合はない。", EN: "No task has a lead, so there is no share to draw."}
	wordSharesOf     = graph.Name{JA: "組織ごとの割合（主担当のある作業 %1件／全 %2件）", EN: "Share by organization (%1 tasks with a lead, of %2)"}
	wordShareAxis    = graph.Name{JA: "主担当のある作業に占める割合（%）", EN: "share of the tasks with a lead (%)"}
	wordShare        = graph.Name{JA: "%1%（%2件）", EN: "%1 % (%2 tasks)"}
	wordShareNote    = graph.Name{JA: "主担当が複数ある作業は、主担当の数で等分して数えた。", EN: "A task with several leads is split equally among them."}
	wordShareLeft    = graph.Name{JA: "組織：表示 %1者、主担当がなく省略 %2者、計 %3者。", EN: "Organizations: %1 drawn, %2 that lead nothing left out, %3 in all."}
	wordIndexTitle   = graph.Name{JA: "ハーフィンダール・ハーシュマン指数（HHI）", EN: "Herfindahl-Hirschman index (HHI)"}
	wordIndexAxis    = graph.Name{JA: "割合（%）の2乗の和：0（分散）～10,000（1者に集中）", EN: "sum of the squared shares in percent, up to 10,000 for a single leader"}
	wordIndex        = graph.Name{JA: "%1（均等な %2者分）", EN: "%1, as %2 equal shares"}
	wordIndexNote    = graph.Name{JA: "HHIの淡い部分は、同じ数の主担当が均等に分けたときの値。", EN: "The light part of an HHI is what equal shares of as many leaders would give."}
	wordIndexRange   = graph.Name{JA: "読み取りにより %1", EN: "by reading %1"}
	wordBandTitle    = graph.Name{JA: "競争当局の基準との比較（すべての作業）", EN: "Against the limits of antitrust authorities (all tasks)"}
	wordBandAxis     = graph.Name{JA: "HHI（0～10,000のうち、帯の境目は各当局の基準値）", EN: "HHI (of at most 10,000; shades change at the limits of the authority)"}
	wordBandAt       = graph.Name{JA: "HHI %1", EN: "HHI %1"}
	wordAllTasks     = graph.Name{JA: "すべての作業", EN: "All tasks"}
	wordLoss         = graph.Name{JA: "組織を失ったときに担い手が残る作業", EN: "Tasks still led when organizations are lost"}
	wordLossX        = graph.Name{JA: "失った組織の数（主担当または支援の %1者のうち）", EN: "organizations lost, of the %1 that lead or support a task"}
	wordLossY        = graph.Name{JA: "担い手が残る作業（件）", EN: "tasks still led (number)"}
	wordLossWorst    = graph.Name{JA: "最悪の組み合わせ", EN: "worst set of each size"}
	wordLossUpper    = graph.Name{JA: "最悪の組み合わせ（上限）", EN: "worst set of each size, at most"}
	wordLossLower    = graph.Name{JA: "最悪の組み合わせ（下限）", EN: "worst set of each size, at least"}
	wordLossDegree   = graph.Name{JA: "主担当の多い順", EN: "most led tasks first"}
	wordLossMean     = graph.Name{JA: "すべての順序の平均", EN: "mean over all orders"}
	wordLossR        = graph.Name{JA: "%1（R=%2）", EN: "%1 (R = %2)"}
	wordLossNote     = graph.Name{
		JA: "Rは曲線の平均（失う前に担い手のある %1件に対する割合）。支援が代わる作業は担い手が残ると数える。",
		EN: "R is the mean of a curve, as a share of the %1 tasks that are led before any loss. A task that a supporter takes over counts as still led.",
	}
	wordLossReading = graph.Name{JA: "描いた規則：%1。ほかの規則の読み方 %2通りは省いた。", EN: "Drawn: the reading of the rules in force, %1. Left out: %2 other readings."}
	wordLossNobody  = graph.Name{JA: "主担当のある作業がないため、失うものはない。", EN: "No task has a lead, so there is nothing to lose."}
	wordLossOrder   = graph.Name{JA: "主担当の多い順：%1。", EN: "Most led tasks first: %1."}
	wordVia         = graph.Name{JA: "省略 %1 を経由", EN: "via %1 hidden"}
	wordViaShort    = graph.Name{JA: "経由%1", EN: "via %1"}
	wordViaSign     = graph.Name{JA: "破線：省略した箱を経由（数は最短の場合）", EN: "dashed: by way of hidden boxes, as few as the number says"}
	wordViewMap     = graph.Name{
		JA: "組織：表示 %1者、省略 %2者、計 %3者。引き継ぎの矢印：表示 %4本、省略 %5本、計 %6本。",
		EN: "Organizations: %1 drawn, %2 hidden, %3 in all. Arrows: %4 drawn, %5 hidden, %6 in all.",
	}
	wordViewHidden = graph.Name{JA: "省略した組織：%1。", EN: "Hidden: %1."}
	wordViewFlow   = graph.Name{
		JA: "作業：表示 %1件、省略 %2件、計 %3件。引き継ぎ：表示 %4件、省略 %5件、計 %6件。",
		EN: "Tasks: %1 drawn, %2 hidden, %3 in all. Handoffs: %4 drawn, %5 hidden, %6 in all.",
	}
	wordNobody = graph.Name{JA: "（主担当なし）", EN: "(nobody leads)"}
	wordJoint  = graph.Name{JA: "＋共同 %1者", EN: "+ joint leads: %1"}
)

// fill replaces %1, %2 and so on, up to %9, by values. What they hold is not
// looked at again, but for a full stop that would follow another.
func fill(n graph.Name, l graph.Lang, values ...string) string {
	var b strings.Builder
	words := strings.Split(n.In(l), "%")
	b.WriteString(words[0])
	for _, w := range words[1:] {
		if w == "" || w[0] < '1' || int(w[0]-'0') > len(values) {
			b.WriteString("%" + w)
			continue
		}
		value := values[w[0]-'1']
		b.WriteString(value)
		b.WriteString(unstopped(value, w[1:]))
	}
	return b.String()
}

// kindAndLabel is what is written beside an arrow: its kind and what is handed
// over.
func kindAndLabel(k graph.HandoffKind, label string, l graph.Lang) string {
	kind := wordHandoff[k].In(l)
	if kind == "" || label == "" {
		return kind + label
	}
	return kind + graph.Name{JA: "：", EN: ": "}.In(l) + label
}

// number prints a sum of handoffs: whole when it is whole, else to a tenth.
func number(x float64) string {
	if 0 < x && x < 0.05 {
		return "<0.1"
	}
	return strings.TrimSuffix(strconv.FormatFloat(x, 'f', 1, 64), ".0")
}

// Anchor returns the id that the row of a task or organization has on a page,
// so that drawings can link to it. Different IDs have different anchors.
func Anchor(id string) string {
	return "row-" + suffix(id)
}

// suffix writes an ID with letters, digits, - and _ only; different IDs stay
// different.
func suffix(id string) string {
	var b strings.Builder
	for _, c := range []byte(id) {
		if 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '-' {
			b.WriteByte(c)
		} else {
			b.WriteString("_" + strconv.FormatUint(uint64(c)|0x100, 16)[1:])
		}
	}
	return b.String()
}
