// title.en: What each organization's loss does
// title.ja: 各組織が不在の場合の影響
// question.en: How many tasks are lost or degraded with each organization?
// question.ja: 各組織が不在の場合に、作業は何件失われ、何件が支援だけになるか
// readers: risk
// param dataset text: the name of the dataset
// param leads any|each = null: when a task with several leads is lost; null as the dataset declares, otherwise each
// param support fallback|none = null: whether a supporter stands in; null as the dataset declares, otherwise none
// column organization: ID of the organization
// column lost: tasks lost with it
// column degraded: tasks degraded with it
// order: lost desc, degraded desc, organization
// agrees: loss.Losses: number of lost and degraded tasks under all four rules
MATCH (d:Dataset {tasuki: $dataset})
WITH coalesce($leads, d.lead_rule, 'each') AS rule, coalesce($support, d.support_rule, 'none') AS support
MATCH (o:Organization {tasuki: $dataset})
OPTIONAL CALL (o, rule, support) {
  MATCH (o)-[:LEADS {tasuki: $dataset}]->(t {tasuki: $dataset})
  WHERE rule = 'each' OR COUNT { ({tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(t) } = 1
  RETURN support = 'fallback' AND EXISTS { MATCH (p {tasuki: $dataset})-[:SUPPORTS {tasuki: $dataset}]->(t) WHERE p <> o } AS helped, count(*) AS n
}
WITH o, sum(CASE WHEN helped THEN 0 ELSE n END) AS lost, sum(CASE WHEN helped THEN n ELSE 0 END) AS degraded
RETURN o.id AS organization, lost, degraded
ORDER BY lost DESC, degraded DESC, organization
