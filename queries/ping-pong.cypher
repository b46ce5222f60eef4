// title.en: Ping-pong
// title.ja: 二者の間の往復
// question.en: Where does work go back and forth twice between the same two organizations, in three successive handoffs?
// question.ja: 続けて三回の引き継ぎで、同じ二つの組織の間を仕事が往復するのはどこか
// readers: risk, drill
// param dataset text: the name of the dataset
// column flow: ID of the flow
// column tasks: the four tasks; the first and the third, the second and the fourth may be the same
// column organization: ID of the organization that leads the first and the third
// column other: ID of the organization that leads the second and the fourth
// order: flow, tasks, organization, other
// agrees: bottleneck.Bottlenecks: ping-pong, every chain of every pair
MATCH (a:Task {tasuki: $dataset})-[r1:HANDS_OFF_TO {tasuki: $dataset}]->(b {tasuki: $dataset})-[r2:HANDS_OFF_TO {tasuki: $dataset}]->(c {tasuki: $dataset})
WHERE r1.flow = r2.flow
// A pattern takes no relationship twice, but a walk a, b, a, b does: so two of them.
MATCH (c)-[r3:HANDS_OFF_TO {tasuki: $dataset}]->(d {tasuki: $dataset})
WHERE r3.flow = r2.flow
WITH DISTINCT r1.flow AS flow, a, b, c, d
MATCH (o {tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(a)
MATCH (p {tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(b)
WHERE p <> o AND EXISTS { (o)-[:LEADS {tasuki: $dataset}]->(c) } AND EXISTS { (p)-[:LEADS {tasuki: $dataset}]->(d) }
  AND NOT EXISTS { (o)-[:LEADS {tasuki: $dataset}]->(b) } AND NOT EXISTS { (p)-[:LEADS {tasuki: $dataset}]->(a) }
  AND NOT EXISTS { (p)-[:LEADS {tasuki: $dataset}]->(c) } AND NOT EXISTS { (o)-[:LEADS {tasuki: $dataset}]->(d) }
RETURN flow, [a.id, b.id, c.id, d.id] AS tasks, o.id AS organization, p.id AS other
ORDER BY flow, [id IN tasks | [n IN split(id, '-') | toIntegerOrNull(n)]], tasks, organization, other
