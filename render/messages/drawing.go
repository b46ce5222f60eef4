package messages

import (
	"tasuki/graph"
)

// The words of drawings. A percent sign followed by a digit stands for a value,
// see fill.
var (
	WordHandoff = map[graph.HandoffKind]graph.Name{
		graph.Request:     {JA: "依頼", EN: "request"},
		graph.Report:      {JA: "報告", EN: "report"},
		graph.Instruction: {JA: "指示", EN: "instruction"},
		graph.Delivery:    {JA: "引渡し", EN: "delivery"},
		graph.Decision:    {JA: "決定", EN: "decision"},
		graph.Sequence:    {JA: "順序", EN: "sequence"},
	}
	WordInferred   = graph.Name{JA: "破線：推定した引き継ぎ", EN: "dashed: inferred handoff"}
	WordWeight     = graph.Name{JA: "数と太さ：引き継ぎの件数", EN: "number and width: handoffs"}
	WordEscalation = graph.Name{JA: "エスカレーション：%1", EN: "Escalation: %1"}
	WordWithout    = graph.Name{JA: "%1（不在：%2）", EN: "%1 (absent: %2)"}
	WordOut        = graph.Name{JA: "%1（不在）", EN: "%1 (absent)"}
	WordBest       = graph.Name{JA: "最短経路", EN: "Shortest path"}
	WordAlternate  = graph.Name{JA: "代替経路 %1", EN: "Alternate %1"}
	WordFrom       = graph.Name{JA: "起点：%1", EN: "From: %1"}
	WordNoPath     = graph.Name{JA: "終点に至る経路がない", EN: "no path to a goal"}
	WordLostStart  = graph.Name{JA: "起点の作業が失われている", EN: "the start itself is lost"}
	WordSameRung   = graph.Name{JA: "最短経路の段 %1 と同じ", EN: "as level %1 of the shortest path"}
	WordDeadEnds   = graph.Name{JA: "行き止まりの作業：%1", EN: "Dead ends: %1"}
	WordRemoved    = graph.Name{JA: "不在により失われる作業：%1", EN: "Tasks lost with the absent: %1"}
	WordLadderNote = graph.Name{
		JA: "上から順に連絡する。経路は%1が少ない順に並べた。同じ主担当が続けて担う作業は一段にまとめた。＋は最短経路にない作業。",
		EN: "Call from the top down. Paths are ordered by %1. Tasks that the same leads do in succession make one level. A plus sign marks tasks that the shortest path does without.",
	}
	WordFewestSteps   = graph.Name{JA: "引き継ぎの回数", EN: "their number of handoffs"}
	WordFewestMinutes = graph.Name{JA: "引き継ぎの分数", EN: "the minutes of their handoffs"}
	WordMinutes       = graph.Name{JA: "%1分", EN: "%1 min"}
	WordAtLeast       = graph.Name{JA: "%1分以上", EN: "at least %1 min"}
	WordContact       = graph.Name{JA: "連絡先：%1", EN: "Call: %1"}
	WordOfOrg         = graph.Name{JA: "連絡先（%1）：%2", EN: "Call at %1: %2"}
	WordUnnamed       = graph.Name{JA: "（名なし）", EN: "(nobody named)"}
	WordWait          = graph.Name{JA: "%1（%2分）", EN: "%1 (%2 min)"}
	WordTimes         = graph.Name{JA: "最短経路で最善 %1、最悪 %2", EN: "shortest path: best case %1, worst case %2"}
	WordGoalIn        = graph.Name{JA: "目標 %1", EN: "objective %1"}
	WordWaitFor       = graph.Name{
		JA: "連絡先は上の段から順に、かっこ内の分数だけ応答を待つ。矢印の分数は引き継ぎにかかる時間。",
		EN: "Contacts are called in order; in brackets, how long to wait for an answer. The minutes at arrows are those of the handoff.",
	}
	WordMap     = graph.Name{JA: "組織の依存関係", EN: "Dependencies between organizations"}
	WordLeadsOf = graph.Name{JA: "主担当 %1件（全 %2件）", EN: "leads %1 of %2 tasks"}
	WordWithin  = graph.Name{JA: "組織内の引き継ぎ %1", EN: "handoffs within %1"}
	WordStops   = graph.Name{JA: "失うと止まる手順 %1/%2", EN: "loss stops %1 of %2 flows"}
	WordMapNote = graph.Name{
		JA: "矢印は主担当から主担当への引き継ぎ。主担当が複数ある作業の引き継ぎは、組み合わせの数で等分して数えた。引き継ぎのない組織は下に並べた。",
		EN: "Arrows are handoffs from lead to lead. A handoff between jointly led tasks is split equally among the pairs of leads. Organizations without handoffs stand at the bottom.",
	}
	WordDropped = graph.Name{
		JA: "場所がないため省いた引き継ぎ物の名前：%1件。",
		EN: "Left out for lack of room: %1 names of what is handed over.",
	}
	WordMatrix      = graph.Name{JA: "役割分担表", EN: "Responsibility matrix"}
	WordMatrixOf    = graph.Name{JA: "役割分担表：%1", EN: "Responsibility matrix: %1"}
	WordMatrixDrawn = graph.Name{
		JA: "作業：表示 %1件、省略 %3件、計 %2件。組織：表示 %4者、省略 %6者、計 %5者。",
		EN: "Tasks: %1 drawn, %3 left out, %2 in all. Organizations: %4 drawn, %6 left out, %5 in all. ",
	}
	WordMatrixWithout = graph.Name{JA: "表示した作業に印がないため省いた組織：%1。", EN: "Left out because they have no mark on these tasks: %1."}
	WordMatrixFlow    = graph.Name{JA: "単一障害点はこの手順のもの。", EN: "Single points of failure are those of this flow."}
	WordMatrixFlows   = graph.Name{
		JA: "単一障害点は、宣言された手順 %1件のいずれかで、終点に至るどの経路も通る作業。",
		EN: "A single point of failure is a task that every way of at least one of the %1 declared flows passes.",
	}
	WordMatrixNoFlow = graph.Name{JA: "手順が宣言されていないため、単一障害点は示していない。", EN: "No flow is declared, so no single point of failure is marked."}
	WordSupplies     = graph.Name{JA: "供給の一覧：環境・構成要素・供給者", EN: "Supplies: environment, component and party"}
	WordAnywhere     = graph.Name{JA: "（環境の指定なし）", EN: "(no environment named)"}
	WordSupplyShare  = graph.Name{JA: "%1 %2/%3件", EN: "%1 %2 of %3"}
	WordSupplyShares = graph.Name{JA: "供給の件数：%1。", EN: "Supplies by party: %1."}
	WordSupplyLeft   = graph.Name{JA: "供給が宣言されていないため省いたもの：%1。", EN: "Left out because no supply of it is declared: %1."}
	WordNoSupplies   = graph.Name{JA: "供給は宣言されていない。", EN: "No supply is declared."}
	WordShares       = graph.Name{JA: "主担当の集中", EN: "Concentration of the lead"}
	WordNoShares     = graph.Name{JA: "主担当のある作業がないため、割合はない。", EN: "No task has a lead, so there is no share to draw."}
	WordSharesOf     = graph.Name{JA: "組織ごとの割合（主担当のある作業 %1件／全 %2件）", EN: "Share by organization (%1 tasks with a lead, of %2)"}
	WordShareAxis    = graph.Name{JA: "主担当のある作業に占める割合（%）", EN: "share of the tasks with a lead (%)"}
	WordShare        = graph.Name{JA: "%1%（%2件）", EN: "%1 % (%2 tasks)"}
	WordShareNote    = graph.Name{JA: "主担当が複数ある作業は、主担当の数で等分して数えた。", EN: "A task with several leads is split equally among them."}
	WordShareLeft    = graph.Name{JA: "組織：表示 %1者、主担当がなく省略 %2者、計 %3者。", EN: "Organizations: %1 drawn, %2 that lead nothing left out, %3 in all."}
	WordIndexTitle   = graph.Name{JA: "ハーフィンダール・ハーシュマン指数（HHI）", EN: "Herfindahl-Hirschman index (HHI)"}
	WordIndexAxis    = graph.Name{JA: "割合（%）の2乗の和：0（分散）～10,000（1者に集中）", EN: "sum of the squared shares in percent, up to 10,000 for a single leader"}
	WordIndex        = graph.Name{JA: "%1（均等な %2者分）", EN: "%1, as %2 equal shares"}
	WordIndexNote    = graph.Name{JA: "HHIの淡い部分は、同じ数の主担当が均等に分けたときの値。", EN: "The light part of an HHI is what equal shares of as many leaders would give."}
	WordIndexRange   = graph.Name{JA: "読み取りにより %1", EN: "by reading %1"}
	WordBandTitle    = graph.Name{JA: "競争当局の基準との比較（すべての作業）", EN: "Against the limits of antitrust authorities (all tasks)"}
	WordBandAxis     = graph.Name{JA: "HHI（0～10,000のうち、帯の境目は各当局の基準値）", EN: "HHI (of at most 10,000; shades change at the limits of the authority)"}
	WordBandAt       = graph.Name{JA: "HHI %1", EN: "HHI %1"}
	WordAllTasks     = graph.Name{JA: "すべての作業", EN: "All tasks"}
	WordLoss         = graph.Name{JA: "組織を失ったときに担い手が残る作業", EN: "Tasks still led when organizations are lost"}
	WordLossX        = graph.Name{JA: "失った組織の数（主担当または支援の %1者のうち）", EN: "organizations lost, of the %1 that lead or support a task"}
	WordLossY        = graph.Name{JA: "担い手が残る作業（件）", EN: "tasks still led (number)"}
	WordLossWorst    = graph.Name{JA: "最悪の組み合わせ", EN: "worst set of each size"}
	WordLossUpper    = graph.Name{JA: "最悪の組み合わせ（上限）", EN: "worst set of each size, at most"}
	WordLossLower    = graph.Name{JA: "最悪の組み合わせ（下限）", EN: "worst set of each size, at least"}
	WordLossDegree   = graph.Name{JA: "主担当の多い順", EN: "most led tasks first"}
	WordLossMean     = graph.Name{JA: "すべての順序の平均", EN: "mean over all orders"}
	WordLossR        = graph.Name{JA: "%1（R=%2）", EN: "%1 (R = %2)"}
	WordLossNote     = graph.Name{
		JA: "Rは曲線の平均（失う前に担い手のある %1件に対する割合）。支援が代わる作業は担い手が残ると数える。",
		EN: "R is the mean of a curve, as a share of the %1 tasks that are led before any loss. A task that a supporter takes over counts as still led.",
	}
	WordLossReading = graph.Name{JA: "描いた規則：%1。ほかの規則の読み方 %2通りは省いた。", EN: "Drawn: the reading of the rules in force, %1. Left out: %2 other readings."}
	WordLossNobody  = graph.Name{JA: "主担当のある作業がないため、失うものはない。", EN: "No task has a lead, so there is nothing to lose."}
	WordLossOrder   = graph.Name{JA: "主担当の多い順：%1。", EN: "Most led tasks first: %1."}
	WordVia         = graph.Name{JA: "省略 %1 を経由", EN: "via %1 hidden"}
	WordViaShort    = graph.Name{JA: "経由%1", EN: "via %1"}
	WordViaSign     = graph.Name{JA: "破線：省略した箱を経由（数は最短の場合）", EN: "dashed: by way of hidden boxes, as few as the number says"}
	WordViewMap     = graph.Name{
		JA: "組織：表示 %1者、省略 %2者、計 %3者。引き継ぎの矢印：表示 %4本、省略 %5本、計 %6本。",
		EN: "Organizations: %1 drawn, %2 hidden, %3 in all. Arrows: %4 drawn, %5 hidden, %6 in all.",
	}
	WordViewHidden = graph.Name{JA: "省略した組織：%1。", EN: "Hidden: %1."}
	WordViewFlow   = graph.Name{
		JA: "作業：表示 %1件、省略 %2件、計 %3件。引き継ぎ：表示 %4件、省略 %5件、計 %6件。",
		EN: "Tasks: %1 drawn, %2 hidden, %3 in all. Handoffs: %4 drawn, %5 hidden, %6 in all.",
	}
	WordNobody = graph.Name{JA: "（主担当なし）", EN: "(nobody leads)"}
	WordJoint  = graph.Name{JA: "＋共同 %1者", EN: "+ joint leads: %1"}
)
