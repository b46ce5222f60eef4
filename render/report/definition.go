package report

import (
	"tasuki/graph"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// definition says in words what a figure of the report means.
type definition struct{ term, says graph.Name }

// definitionBlocks explains every figure of the report.
func definitionBlocks(p messages.Printer) []document.Block {
	var facts []document.Fact
	for _, d := range definitions() {
		facts = append(facts, document.Fact{ID: messages.AnchorOf("definition", d.term.EN), Term: d.term.In(p.Lang), Value: document.Words(d.says.In(p.Lang))})
	}
	return []document.Block{{Facts: facts}}
}

func definitions() []definition {
	return []definition{
		define("Lead mark", "One organization leading one task. A task with three leads has three lead marks.",
			"主担当の印", "一つの組織が一つの作業の主担当であること。主担当が三つある作業には印が三つある。"),
		define("Tasks, split", "Tasks that an organization leads, where a task with k leads counts 1/k for each.",
			"作業（按分）", "組織が主担当である作業の数。主担当が k 組織ある作業は、それぞれに 1/k と数える。"),
		define("Handoffs in, out, within, through", "Distinct pairs of tasks between which work is declared to pass; row order is never taken for one. A pair whose tasks have several leads is shared equally among the pairs of organizations. Through is in, out and within together.",
			"引き継ぎの入・出・内部・通過", "仕事が渡ると宣言された作業の組を、重複なく数えたもの。行の並び順は引き継ぎとみなさない。主担当が複数なら、組織の組に等分する。通過は入・出・内部の和。"),
		define("Betweenness", "The sum, over ordered pairs of other organizations (or tasks), of the share of the shortest ways between them that pass this one (Brandes 2001). Normalized: divided by (n−1)(n−2), so from 0 to 1.",
			"媒介中心性", "他の二者の順序付きの組ごとに、最短の道のうちこれを通る割合を求め、合計したもの（Brandes 2001）。正規化値は (n−1)(n−2) で割った 0 から 1 の値。"),
		define("By amount, by minutes", "Betweenness by the ways that most work takes: a step between organizations is 1/handoffs long (Newman 2001). Between tasks, by the ways that take the fewest declared minutes, where all are declared.",
			"量による値・分による値", "仕事の量が多い道による媒介中心性。組織の間の一歩の長さを 1/引き継ぎの数とする（Newman 2001）。作業の間では、すべてに分の宣言があるとき、合計の分が最も少ない道による。"),
		define("Times a year", "For each led task, how often its timing says it is done in a year; a joint lead split equally. Tasks of which that is not known come on top, so the figure is the least that the load can be (≥).",
			"年間回数", "主担当の作業ごとに、時期の示す一年の回数を合計したもの。主担当が複数なら等分する。回数の分からない作業がほかにあれば、値は下限である（≥）。"),
		define("Waits, circle", "An organization waits for another when a task that it leads receives a handoff from a task that the other leads and it does not. In a circle each waits for every other one, directly or through others.",
			"待つ・輪", "自らが主担当の作業が、相手が主担当で自らはそうでない作業から引き継ぎを受けるとき、組織は相手を待つ。輪の中では、どの組織も他のすべてを、直接または他を通じて待つ。"),
		define("Out and straight back", "Two successive handoffs of a flow, from a task of one organization to a task of another and back to a task of the first, where neither leads the other's. Of all chains of two handoffs between tasks that have a lead.",
			"渡ってすぐ戻る", "手順の中で続く二回の引き継ぎで、ある組織の作業から別の組織の作業へ渡り、元の組織の作業へ戻ること。互いの作業の主担当ではないものに限る。主担当のある作業の間の、続く二回の引き継ぎすべてに対する割合。"),
		define("Lost, degraded", "With leads: each, a task is lost when any of its leads is missing; with leads: any, when all are. With support: fallback, a lost task that a remaining organization supports is degraded instead.",
			"喪失・低下", "leads: each では主担当の一つが欠ければ、leads: any では全部が欠ければ、作業は失われる。support: fallback では、支援が残る作業は喪失ではなく低下とする。"),
		define("Broken flow", "A flow in which every way from a start to a goal passes a lost task. It is degraded when it is not broken, but every way passes a lost or degraded task.",
			"止まる手順", "開始から終了へのどの道も、失われた作業を通る手順。止まらないが、どの道も失われたか低下した作業を通るなら、その手順は低下とする。"),
		define("Critical set, can be missing", "A critical set is a set of organizations whose loss stops a flow, and which does so no longer as soon as one of them is back. What can be missing is the largest set whose loss stops no flow.",
			"手順を止める組・欠けてよい組織", "手順を止める組とは、そろって欠けると手順が止まり、一つでも戻れば止まらない組織の組。欠けてよい組織は、欠けてもどの手順も止まらない最大の組。"),
		define("Truck factor", "The fewest organizations whose loss loses more than half of all tasks. The greedy figure removes one after the other, each time the one with which most tasks are lost; it may be larger.",
			"トラック係数", "欠けると全作業の過半が失われる、最も少ない組織の数。貪欲法は、失われる作業が最も多い組織から一つずつ除くもので、これより大きいことがある。"),
		define("R, ShapleyCov", "R is the mean share of led tasks that are still led when 1, 2, … organizations are missing, up to all of them. ShapleyCov is the sum, over the tasks that an organization leads, of 1 / number of leads.",
			"R・ShapleyCov", "R は、組織が 1、2、… と全部まで欠けるとき、主担当の残る作業の割合の平均。ShapleyCov は、主担当である作業ごとに 1 ÷ 主担当の数を合計したもの。"),
		define("Single point of failure", "A task between the ends that every way from a start to a goal passes (a dominator of the goal), or an organization whose loss leaves no way.",
			"単一障害点", "開始から終了へのどの道も通る途中の作業（終了の支配点）、または、欠けると道が残らない組織。"),
		define("Independent ways", "Ways that share no task between the ends. By Menger's theorem there are as many as tasks in a smallest set that stops the flow, its cut. Unknown when a start hands over to a goal directly: then no set of tasks between them stops it.",
			"互いに独立な道", "途中の作業を共有しない道。メンガーの定理により、手順を止める最小の作業の組（最小カット）の作業数と等しい。開始が終了へ直接引き継ぐときは、途中の作業では止められないため不明とする。"),
		define("Fewest organizations", "The size of the smallest set of organizations whose loss leaves a flow no way, under the rules in force: exact, or from the least to the most that it can be. Unknown when tasks that nobody leads make a way by themselves.",
			"止まる最少の組織数", "適用中の規則の下で、そろって欠けると道が残らない組織の最小の組の大きさ。正確な値、または取りうる下限と上限。主担当のない作業だけの道があるときは不明とする。"),
		define("Articulation point, bridge", "A task, or a pair of tasks joined by handoffs, without which the rest falls apart even when handoffs may be followed both ways. A second reading: it says nothing of starts and goals.",
			"関節点・橋", "引き継ぎを向きを問わずにたどっても、それを除くと残りが切り離される作業、または引き継ぎで結ばれた作業の組。開始と終了を考えない、もう一つの見方。"),
		define("Way, path", "A sequence of declared handoffs from a start to a goal. Where handoffs fork, each branch is a way of its own, and one way is enough. Paths are ordered by number of tasks, then by task number (Yen 1971).",
			"道・経路", "開始から終了まで、宣言された引き継ぎをたどる列。分かれ道はそれぞれ別の道とし、一つ通れれば足りる。経路は作業の数、次に作業番号の順に並べる（Yen 1971）。"),
		define("Dry run", "Who is called when on a path, from the minutes that handoffs declare and the waiting times of contacts: at best the first level that names somebody answers at once, at worst only the last. What is not declared is not zero: a time that lacks it is at least the rest.",
			"机上演習", "経路の上で、いつ誰に連絡するかを、宣言された引き継ぎの分数と応答を待つ時間から求めたもの。最善では名のある最初の段がすぐに応答し、最悪では最後の段だけが応答する。宣言のないものはゼロとせず、時間は「少なくとも」とする。"),
		define("HHI", "Herfindahl–Hirschman index: the sum of the squared shares in percent, up to 10,000 for a single leader.",
			"HHI", "ハーフィンダール・ハーシュマン指数。百分率のシェアの二乗和で、主担当が一つなら 10,000。"),
		define("Floor, HHI*", "Floor: 10,000/n, the HHI of n equal shares. HHI* = (HHI − floor) / (1 − 1/n): 0 for equal shares, 10,000 at most; undefined for a single leader.",
			"下限・HHI*", "下限は 10,000/n で、n 組織のシェアが等しいときの HHI。HHI* = (HHI − 下限) / (1 − 1/n) は等しければ 0、最大 10,000。主担当が一つなら定義されない。"),
		define("Effective number", "10,000/HHI: how many equal shares would have this HHI.",
			"実効数", "10,000/HHI。同じ HHI になる、等しいシェアの組織の数。"),
		define("CR1, CR3", "The largest share, and the sum of the three largest, in percent.",
			"CR1・CR3", "最大のシェアと、上位三つのシェアの和（百分率）。"),
		define("Gini", "Half the mean difference of two shares, over the mean share of the n leaders: 0 for equal shares, at most 1 − 1/n.",
			"ジニ係数", "主担当である n 組織のシェアの差の平均の半分を、平均シェアで割ったもの。等しければ 0、最大 1 − 1/n。"),
		define("Impact, difficulty, weight, score", "Impact: 1 when the loss of the organization breaks the flow, otherwise the share of the flow's tasks lost with it. Difficulty: 1 − substitutability, and weight: of the tier of the flow, each from 0 to 1 by numbers of our choice. Score: their product, the largest over all flows; an interval when something is not declared.",
			"影響・代替の難しさ・重み・点数", "影響は、組織が欠けて手順が止まれば 1、そうでなければ手順の作業のうち失われる割合。代替の難しさ（1 − 代替可能性）と手順の重要度の重みは、この報告書が選んだ 0 から 1 の数。点数は三つの積の、手順についての最大値で、宣言のないものがあれば区間。"),
		define("Printed, realigned, uncertain", "A mark stands under its heading; or it drifted and has one plausible place; or it has several, which are listed as its alternatives.",
			"印字どおり・補正・不確か", "印が見出しの下にある。ずれているが、ありうる位置が一つである。または複数あり、候補として挙げる。"),
		define("Sure, depends", "A conclusion is sure when it is the same in every reading of the uncertain marks, each given to its organization or to an alternative. It depends on them when some reading contradicts it, and that reading is shown.",
			"確か・読み方による", "不確かな印をその組織または候補のどれに読んでも同じなら、結論は確か。反する読み方があれば読み方によるとし、その読み方を示す。"),
		define("Doubt", "Of all pairs of readings, how many in a hundred hold just one that agrees with the dataset: 0 when every reading does, at most 50. A mark settles what is left over of it, on average, when the issuer says how the mark is meant; the points of all conclusions are added.",
			"疑い", "読み方の組のうち、片方だけが現在の読みと一致するものの百分率。どう読んでも同じなら 0、最大 50。ある印の読みを発行元が定めたときに平均して減る分が、その印で減る疑いであり、すべての結論について合計する。"),
		define("—", "Not known, or not defined. It is never zero.", "—", "不明、または定義されない。ゼロではない。"),
	}
}

func define(termEN, saysEN, termJA, saysJA string) definition {
	return definition{graph.Name{JA: termJA, EN: termEN}, graph.Name{JA: saysJA, EN: saysEN}}
}
