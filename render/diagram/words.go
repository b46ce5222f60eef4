package diagram

import (
	"tasuki/graph"
)

// WordMark names what the signs of drawings stand for.
var WordMark = map[Mark]graph.Name{
	StartMark:      {JA: "開始", EN: "start"},
	GoalMark:       {JA: "終了", EN: "goal"},
	SPOFMark:       {JA: "単一障害点（太枠）", EN: "single point of failure (thick border)"},
	BottleneckMark: {JA: "ボトルネック", EN: "bottleneck"},
	DifferMark:     {JA: "環境によって供給者が異なる", EN: "supplied by different parties"},
	UncertainMark:  {JA: "担う組織の読み取りが不確実", EN: "organization read with uncertainty"},
}

// WordClass names what the signs of drawings stand for.
var WordClass = map[Class]graph.Name{
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
