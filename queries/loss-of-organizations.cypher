// title.en: What stops if these organizations stop
// title.ja: 組織が不在の場合に失われる作業
// question.en: Which tasks are lost or degraded when these organizations are gone together?
// question.ja: これらの組織が同時に不在の場合に、どの作業が失われ、どの作業が支援だけになるか
// readers: risk, drill
// param dataset text: the name of the dataset
// param organizations texts: IDs of the organizations that are gone
// param leads any|each = null: when a task with several leads is lost; null as the dataset declares, otherwise each
// param support fallback|none = null: whether a supporter stands in; null as the dataset declares, otherwise none
// column task: ID of the task
// column fate: lost or degraded
// column name: its name
// column leads: the organizations that lead it
// column supporters: the organizations that support it and stay
// order: task
// agrees: loss.Losses: lost and degraded tasks of each single organization under all four rules
MATCH (d:Dataset {tasuki: $dataset})
WITH coalesce($leads, d.lead_rule, 'each') AS rule, coalesce($support, d.support_rule, 'none') AS support
MATCH (o:Organization {tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(t {tasuki: $dataset}) WHERE o.id IN $organizations
WITH DISTINCT rule, support, t,
  COLLECT { MATCH (p {tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(t) RETURN p.id ORDER BY p.id } AS leads,
  COLLECT { MATCH (p {tasuki: $dataset})-[:SUPPORTS {tasuki: $dataset}]->(t) WHERE NOT p.id IN $organizations RETURN p.id ORDER BY p.id } AS supporters
WHERE rule = 'each' OR all(p IN leads WHERE p IN $organizations)
RETURN t.id AS task, CASE WHEN support = 'fallback' AND size(supporters) > 0 THEN 'degraded' ELSE 'lost' END AS fate,
  t.name AS name, leads, supporters
ORDER BY [n IN split(task, '-') | toIntegerOrNull(n)], task
