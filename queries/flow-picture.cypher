// title.en: A flow to draw
// title.ja: 手順を図にする
// question.en: Which handoffs has a flow, as paths between its tasks that can be drawn?
// question.ja: 手順の引き継ぎを、図にできる形で取り出す
// readers: architect, drill
// param dataset text: the name of the dataset
// param flow text: ID of the flow
// column from: ID of the task that hands over
// column to: ID of the task that receives
// column kind: what sort of handoff it is
// column path: both tasks and the handoff
// order: from, to, kind
// agrees: none: it lists facts
MATCH path = (a:Task {tasuki: $dataset})-[r:HANDS_OFF_TO {tasuki: $dataset, flow: $flow}]->(b {tasuki: $dataset})
RETURN a.id AS from, b.id AS to, r.kind AS kind, path
ORDER BY [n IN split(from, '-') | toIntegerOrNull(n)], from, [n IN split(to, '-') | toIntegerOrNull(n)], to, kind
