// title.en: Flows that a loss breaks
// title.ja: 組織が欠けると止まる手順
// question.en: Which flows are broken, degraded or touched when an organization is gone?
// question.ja: ある組織が欠けると、どの手順が止まり、支援頼みになり、または影響だけを受けるか
// readers: risk, drill
// param dataset text: the name of the dataset
// param organization text = null: ID of one organization; null for each by itself
// param leads any|each = null: when a task with several leads is lost; null as the dataset declares, otherwise each
// param support fallback|none = null: whether a supporter stands in; null as the dataset declares, otherwise none
// column organization: ID of the organization that is gone
// column flow: ID of the flow
// column fate: broken when every way passes a lost task, degraded when every way passes a lost or degraded one, otherwise touched
// column lost: its tasks that are lost
// column degraded: its tasks that are degraded
// order: organization, flow
// agrees: loss.Losses: broken, degraded and touched flows with their tasks, under all four rules
MATCH (d:Dataset {tasuki: $dataset})
WITH coalesce($leads, d.lead_rule, 'each') AS rule, coalesce($support, d.support_rule, 'none') AS support
MATCH (f:Flow {tasuki: $dataset})-[:INCLUDES {tasuki: $dataset}]->(t {tasuki: $dataset})<-[:LEADS {tasuki: $dataset}]-(o {tasuki: $dataset})
WHERE ($organization IS NULL OR o.id = $organization)
  AND (rule = 'each' OR COUNT { ({tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(t) } = 1)
WITH o, f, t, support = 'fallback' AND EXISTS { MATCH (p {tasuki: $dataset})-[:SUPPORTS {tasuki: $dataset}]->(t) WHERE p <> o } AS helped
ORDER BY [n IN split(t.id, '-') | toIntegerOrNull(n)], t.id
WITH o, f, collect(t) AS hit, collect(CASE WHEN NOT helped THEN t END) AS lost, collect(CASE WHEN helped THEN t END) AS degraded
RETURN o.id AS organization, f.id AS flow,
  CASE
    WHEN EXISTS {
      MATCH (f)-[:INCLUDES {tasuki: $dataset, start: true}]->(s {tasuki: $dataset}) WHERE NOT s IN hit
      MATCH (f)-[:INCLUDES {tasuki: $dataset, goal: true}]->(g {tasuki: $dataset})
      MATCH ANY SHORTEST (s)(()-[r:HANDS_OFF_TO WHERE r.tasuki = $dataset AND r.flow = f.id]->(b WHERE NOT b IN hit))*(g)
    } THEN 'touched'
    WHEN EXISTS {
      MATCH (f)-[:INCLUDES {tasuki: $dataset, start: true}]->(s {tasuki: $dataset}) WHERE NOT s IN lost
      MATCH (f)-[:INCLUDES {tasuki: $dataset, goal: true}]->(g {tasuki: $dataset})
      MATCH ANY SHORTEST (s)(()-[r:HANDS_OFF_TO WHERE r.tasuki = $dataset AND r.flow = f.id]->(b WHERE NOT b IN lost))*(g)
    } THEN 'degraded'
    ELSE 'broken'
  END AS fate,
  [t IN lost | t.id] AS lost, [t IN degraded | t.id] AS degraded
ORDER BY organization, flow
