// title.en: Organizations in every way of a flow
// title.ja: 手順のどの道にも欠かせない組織
// question.en: Without which organizations is no way left from start to goal of a flow?
// question.ja: どの組織が欠けると、手順の起点から終点までの道がなくなるか
// readers: risk, drill
// param dataset text: the name of the dataset
// param flow text = null: ID of one flow; null for all
// param leads any|each = null: when a task with several leads is lost; null as the dataset declares, otherwise each
// param support fallback|none = null: whether a supporter stands in; null as the dataset declares, otherwise none
// column flow: ID of the flow
// column organization: ID of the organization
// column at_ends_only: true when a way would be left if it lost only tasks between the ends
// column lost: the tasks of the flow that are lost with it
// order: flow, organization
// agrees: spof.SPOFs: organizations, their lost tasks and whether at the ends only
MATCH (d:Dataset {tasuki: $dataset})
WITH coalesce($leads, d.lead_rule, 'each') AS rule, coalesce($support, d.support_rule, 'none') AS support
MATCH (f:Flow {tasuki: $dataset})-[i:INCLUDES {tasuki: $dataset}]->(t {tasuki: $dataset})<-[:LEADS {tasuki: $dataset}]-(o {tasuki: $dataset})
WHERE ($flow IS NULL OR f.id = $flow)
  AND (rule = 'each' OR COUNT { ({tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(t) } = 1)
  AND NOT (support = 'fallback' AND EXISTS { MATCH (p {tasuki: $dataset})-[:SUPPORTS {tasuki: $dataset}]->(t) WHERE p <> o })
WITH f, o, t, i
ORDER BY [n IN split(t.id, '-') | toIntegerOrNull(n)], t.id
WITH f, o, collect(t) AS lost, collect(CASE WHEN i.start OR i.goal THEN null ELSE t END) AS between
WHERE NOT EXISTS {
  MATCH (f)-[:INCLUDES {tasuki: $dataset, start: true}]->(s {tasuki: $dataset}) WHERE NOT s IN lost
  MATCH (f)-[:INCLUDES {tasuki: $dataset, goal: true}]->(g {tasuki: $dataset})
  MATCH ANY SHORTEST (s)(()-[r:HANDS_OFF_TO WHERE r.tasuki = $dataset AND r.flow = f.id]->(b WHERE NOT b IN lost))*(g)
}
RETURN f.id AS flow, o.id AS organization, EXISTS {
    MATCH (f)-[:INCLUDES {tasuki: $dataset, start: true}]->(s {tasuki: $dataset})
    MATCH (f)-[:INCLUDES {tasuki: $dataset, goal: true}]->(g {tasuki: $dataset})
    MATCH ANY SHORTEST (s)(()-[r:HANDS_OFF_TO WHERE r.tasuki = $dataset AND r.flow = f.id]->(b WHERE NOT b IN between))*(g)
  } AS at_ends_only, [t IN lost | t.id] AS lost
ORDER BY flow, organization
