// title.en: Who hands over to whom
// title.ja: 組織間の引き継ぎ
// question.en: How many handoffs pass from each organization to each, shared equally among joint leads?
// question.ja: 各組織から各組織へ引き継ぎは何件あるか(主担当が複数なら均等に分ける)
// readers: risk, drill, architect
// param dataset text: the name of the dataset
// column from: ID of the organization that hands over
// column to: ID of the organization that receives, which may be the same
// column handoffs: the sum of 1 / (leads of the one task x leads of the other), to 9 digits
// column percent: of the handoffs whose two ends are led
// column tasks: the pairs of tasks that it is made of
// order: from, to
// agrees: bottleneck.Bottlenecks: handovers
MATCH (a:Task {tasuki: $dataset})-[:HANDS_OFF_TO {tasuki: $dataset}]->(b {tasuki: $dataset})
WITH DISTINCT a, b
WITH a, b, COUNT { ({tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(a) } * COUNT { ({tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(b) } AS pairs
WHERE pairs > 0
ORDER BY [n IN split(a.id, '-') | toIntegerOrNull(n)], a.id, [n IN split(b.id, '-') | toIntegerOrNull(n)], b.id
WITH collect({a: a, b: b, pairs: pairs}) AS handoffs
UNWIND handoffs AS h
WITH size(handoffs) AS total, h.a AS a, h.b AS b, h.pairs AS pairs
MATCH (p {tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(a)
MATCH (q {tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(b)
WITH p, q, total, round(sum(1.0 / pairs), 9) AS handoffs, collect([a.id, b.id]) AS tasks
RETURN p.id AS from, q.id AS to, handoffs, 100.0 * handoffs / total AS percent, tasks
ORDER BY from, to
