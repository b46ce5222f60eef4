package bpmn

import (
	"tasuki/graph"
)

// called are what elements without a name are called.
var called = map[string]graph.Name{
	"participant":            {JA: "参加者", EN: "Participant"},
	"task":                   {JA: "作業", EN: "Task"},
	"userTask":               {JA: "利用者作業", EN: "User task"},
	"serviceTask":            {JA: "サービス作業", EN: "Service task"},
	"sendTask":               {JA: "送信作業", EN: "Send task"},
	"receiveTask":            {JA: "受信作業", EN: "Receive task"},
	"manualTask":             {JA: "手作業", EN: "Manual task"},
	"businessRuleTask":       {JA: "業務規則の適用", EN: "Business rule task"},
	"scriptTask":             {JA: "スクリプト作業", EN: "Script task"},
	"callActivity":           {JA: "呼び出し", EN: "Call activity"},
	"subProcess":             {JA: "サブプロセス", EN: "Sub-process"},
	"transaction":            {JA: "トランザクション", EN: "Transaction"},
	"adHocSubProcess":        {JA: "アドホック・サブプロセス", EN: "Ad-hoc sub-process"},
	"startEvent":             {JA: "開始", EN: "Start"},
	"endEvent":               {JA: "終了", EN: "End"},
	"intermediateCatchEvent": {JA: "受信イベント", EN: "Catching event"},
	"intermediateThrowEvent": {JA: "送信イベント", EN: "Throwing event"},
	"implicitThrowEvent":     {JA: "送信イベント", EN: "Throwing event"},
	"boundaryEvent":          {JA: "境界イベント", EN: "Boundary event"},
	"exclusiveGateway":       {JA: "排他ゲートウェイ", EN: "Exclusive gateway"},
	"parallelGateway":        {JA: "並列ゲートウェイ", EN: "Parallel gateway"},
	"inclusiveGateway":       {JA: "包含ゲートウェイ", EN: "Inclusive gateway"},
	"eventBasedGateway":      {JA: "イベントゲートウェイ", EN: "Event-based gateway"},
	"complexGateway":         {JA: "複合ゲートウェイ", EN: "Complex gateway"},
	"process":                {JA: "プロセス", EN: "Process"},
}

// label returns what a node is called.
func (n *node) label() graph.Name {
	if ja, en := n.ownName("ja"), n.ownName("en"); ja != "" || en != "" {
		return graph.Name{JA: ja, EN: en}
	}
	if n.name != "" {
		return graph.Text(n.name)
	}
	return called[n.kind]
}

// ofJapanese says whose something without a name is.
const ofJapanese = "%s（%s）"

// word returns the text that an ID is made of.
func (n *node) word() string {
	if n.name != "" {
		return n.name
	}
	return called[n.kind].EN
}

// ownName returns a name in a language that the writer has noted.
func (n *node) ownName(lang string) string {
	if n.el == nil {
		return ""
	}
	return n.el.In(spaceOwn, "name-"+lang)
}

// own returns the ID that the writer has noted.
func (n *node) own() string {
	if n.el == nil {
		return ""
	}
	return n.el.In(spaceOwn, "id")
}
