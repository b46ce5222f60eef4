// title.en: Out to others and back
// title.ja: 他へ渡り戻ってくる仕事
// question.en: Where does work leave a client (or another kind of party), pass through others, and come back to it?
// question.ja: 仕事が発注者(または指定した種類の組織)から他へ渡り、戻ってくるのはどこか
// readers: drill, risk
// param dataset text: the name of the dataset
// param kind client|vendor|incumbent = "client": the kind of the party that hands out and gets back
// column flow: ID of the flow
// column organization: ID of the party
// column first: ID of its task that hands out
// column last: ID of its task that gets back
// column outside: the tasks in between, none of which it leads, by the shortest path, ties by their IDs
// column others: the organizations that lead them
// order: flow, organization, first, last
// agrees: none: no analysis follows work out of an organization and back
MATCH (o:Organization {tasuki: $dataset, kind: $kind})-[:LEADS {tasuki: $dataset}]->(a {tasuki: $dataset})-[r:HANDS_OFF_TO {tasuki: $dataset}]->({tasuki: $dataset})
WHERE r.flow IS NOT NULL
WITH DISTINCT o, a, r.flow AS flow, COLLECT { MATCH (o)-[:LEADS {tasuki: $dataset}]->(t {tasuki: $dataset}) RETURN t } AS led
UNWIND led AS c
CALL (a, c, flow, led) {
  MATCH p = ALL SHORTEST (a)(()-[q:HANDS_OFF_TO WHERE q.tasuki = $dataset AND q.flow = flow]->(b WHERE NOT b IN led))+()-[last:HANDS_OFF_TO WHERE last.tasuki = $dataset AND last.flow = flow]->(c)
  RETURN nodes(p)[1..-1] AS outside
  ORDER BY size(outside), [t IN outside | [n IN split(t.id, '-') | toIntegerOrNull(n)]], [t IN outside | t.id] LIMIT 1
}
RETURN flow, o.id AS organization, a.id AS first, c.id AS last, [t IN outside | t.id] AS outside,
  COLLECT { UNWIND outside AS t MATCH (p {tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(t) RETURN DISTINCT p.id ORDER BY p.id } AS others
ORDER BY flow, organization, [n IN split(first, '-') | toIntegerOrNull(n)], first, [n IN split(last, '-') | toIntegerOrNull(n)], last
