// title.en: Out and straight back
// title.ja: 渡ってすぐ戻る仕事
// question.en: Where does work go from one organization to another and straight back, in two successive handoffs?
// question.ja: 続けて二回の引き継ぎで、仕事が別の組織へ渡りすぐ戻るのはどこか
// readers: risk, drill
// param dataset text: the name of the dataset
// column flow: ID of the flow
// column tasks: the three tasks; the first and the third may be the same
// column organization: ID of the organization that leads the first and the third, and not the second
// column other: ID of the organization that leads the second, and neither the first nor the third
// order: flow, tasks, organization, other
// agrees: bottleneck.Bottlenecks: subcontracting, every chain of every pair
MATCH (a:Task {tasuki: $dataset})-[r1:HANDS_OFF_TO {tasuki: $dataset}]->(b {tasuki: $dataset})-[r2:HANDS_OFF_TO {tasuki: $dataset}]->(c {tasuki: $dataset})
WHERE r1.flow = r2.flow
WITH DISTINCT r1.flow AS flow, a, b, c
MATCH (o {tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(a)
MATCH (p {tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(b)
WHERE p <> o AND EXISTS { (o)-[:LEADS {tasuki: $dataset}]->(c) } AND NOT EXISTS { (o)-[:LEADS {tasuki: $dataset}]->(b) }
  AND NOT EXISTS { (p)-[:LEADS {tasuki: $dataset}]->(a) } AND NOT EXISTS { (p)-[:LEADS {tasuki: $dataset}]->(c) }
RETURN flow, [a.id, b.id, c.id] AS tasks, o.id AS organization, p.id AS other
ORDER BY flow, [id IN tasks | [n IN split(id, '-') | toIntegerOrNull(n)]], tasks, organization, other
