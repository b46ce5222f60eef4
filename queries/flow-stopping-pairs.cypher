// title.en: Pairs that stop a flow together
// title.ja: 二者が同時に欠けると止まる手順
// question.en: Which two organizations stop a flow together, though neither does alone?
// question.ja: 一方だけなら止まらないが、二者が同時に欠けると止まる手順はどれか
// readers: risk
// param dataset text: the name of the dataset
// param leads any|each = null: when a task with several leads is lost; null as the dataset declares, otherwise each
// param support fallback|none = null: whether a supporter stands in; null as the dataset declares, otherwise none
// column flow: ID of the flow
// column one: ID of one organization
// column other: ID of the other
// order: flow, one, other
// agrees: escalation.Escalations: no ladder has a path with both absent, some ladder has with either alone
MATCH (d:Dataset {tasuki: $dataset})
WITH coalesce($leads, d.lead_rule, 'each') AS rule, coalesce($support, d.support_rule, 'none') AS support
MATCH (f:Flow {tasuki: $dataset})
WITH f, rule, support, COLLECT { MATCH (f)-[:INCLUDES {tasuki: $dataset}]->({tasuki: $dataset})<-[:LEADS|SUPPORTS {tasuki: $dataset}]-(o {tasuki: $dataset}) RETURN DISTINCT o } AS marked
UNWIND marked AS one
UNWIND marked AS other
WITH * WHERE one.id < other.id
CALL (f, rule, support, one, other) {
  UNWIND [[one], [other], [one, other]] AS gone
  WITH gone, COLLECT {
    MATCH (f)-[:INCLUDES {tasuki: $dataset}]->(t {tasuki: $dataset})
    WHERE EXISTS { MATCH (o {tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(t) WHERE o IN gone }
      AND (rule = 'each' OR NOT EXISTS { MATCH (o {tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(t) WHERE NOT o IN gone })
      AND NOT (support = 'fallback' AND EXISTS { MATCH (o {tasuki: $dataset})-[:SUPPORTS {tasuki: $dataset}]->(t) WHERE NOT o IN gone })
    RETURN t
  } AS lost
  WITH gone, EXISTS {
    MATCH (f)-[:INCLUDES {tasuki: $dataset, start: true}]->(s {tasuki: $dataset}) WHERE NOT s IN lost
    MATCH (f)-[:INCLUDES {tasuki: $dataset, goal: true}]->(g {tasuki: $dataset})
    MATCH ANY SHORTEST (s)(()-[r:HANDS_OFF_TO WHERE r.tasuki = $dataset AND r.flow = f.id]->(b WHERE NOT b IN lost))*(g)
  } AS passes
  RETURN count(CASE WHEN passes = (size(gone) = 1) THEN 1 END) = 3 AS together
}
WITH f, one, other, together WHERE together
RETURN f.id AS flow, one.id AS one, other.id AS other
ORDER BY flow, one, other
