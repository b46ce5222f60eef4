// title.en: Inferred handoffs
// title.ja: 推定した引き継ぎ
// question.en: Which handoffs are inferred rather than stated, and how many of the handoffs of their flow are?
// question.ja: 文面にはなく推定した引き継ぎはどれか。その手順の引き継ぎのうち何件がそうか
// readers: risk, architect
// param dataset text: the name of the dataset
// column flow: ID of the flow; null when it belongs to none
// column from: ID of the task that hands over
// column to: ID of the task that receives
// column kind: what sort of handoff it is
// column says: why the work must pass on
// column inferred: how many handoffs of the flow are inferred
// column handoffs: how many it has
// order: flow, from, to, kind
// agrees: none: it lists facts
MATCH (a:Task {tasuki: $dataset})-[r:HANDS_OFF_TO {tasuki: $dataset}]->(b {tasuki: $dataset})
WITH r.flow AS flow, count(*) AS handoffs,
  collect(CASE WHEN r.inferred THEN [a.id, b.id, r.kind, coalesce(r.basis_says_en, r.basis_says_ja)] END) AS list
UNWIND list AS h
RETURN flow, h[0] AS from, h[1] AS to, h[2] AS kind, h[3] AS says, size(list) AS inferred, handoffs
ORDER BY flow, [n IN split(from, '-') | toIntegerOrNull(n)], from, [n IN split(to, '-') | toIntegerOrNull(n)], to, kind
