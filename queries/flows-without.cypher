// title.en: Flows that stop without these organizations
// title.ja: これらの組織が欠けると止まる手順
// question.en: Which flows have a way left, and which have none, when these organizations are gone together?
// question.ja: これらの組織が同時に欠けたとき、道が残る手順と残らない手順はどれか
// readers: drill, risk
// param dataset text: the name of the dataset
// param organizations texts: IDs of the organizations that are gone
// param leads any|each = null: when a task with several leads is lost; null as the dataset declares, otherwise each
// param support fallback|none = null: whether a supporter stands in; null as the dataset declares, otherwise none
// column flow: ID of the flow
// column way_left: true when some way from a start to a goal has no lost task
// column lost: its tasks that are lost
// order: flow
// agrees: escalation.Escalations: removed tasks, and whether any ladder has a path, with organizations absent
MATCH (d:Dataset {tasuki: $dataset})
WITH coalesce($leads, d.lead_rule, 'each') AS rule, coalesce($support, d.support_rule, 'none') AS support
MATCH (f:Flow {tasuki: $dataset})
WITH f, COLLECT {
  MATCH (f)-[:INCLUDES {tasuki: $dataset}]->(t {tasuki: $dataset})
  WHERE EXISTS { MATCH (o {tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(t) WHERE o.id IN $organizations }
    AND (rule = 'each' OR NOT EXISTS { MATCH (o {tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(t) WHERE NOT o.id IN $organizations })
    AND NOT (support = 'fallback' AND EXISTS { MATCH (o {tasuki: $dataset})-[:SUPPORTS {tasuki: $dataset}]->(t) WHERE NOT o.id IN $organizations })
  RETURN t ORDER BY [n IN split(t.id, '-') | toIntegerOrNull(n)], t.id
} AS lost
RETURN f.id AS flow, EXISTS {
    MATCH (f)-[:INCLUDES {tasuki: $dataset, start: true}]->(s {tasuki: $dataset}) WHERE NOT s IN lost
    MATCH (f)-[:INCLUDES {tasuki: $dataset, goal: true}]->(g {tasuki: $dataset})
    MATCH ANY SHORTEST (s)(()-[r:HANDS_OFF_TO WHERE r.tasuki = $dataset AND r.flow = f.id]->(b WHERE NOT b IN lost))*(g)
  } AS way_left, [t IN lost | t.id] AS lost
ORDER BY flow
