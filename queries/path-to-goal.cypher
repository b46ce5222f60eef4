// title.en: The path from report to recovery
// title.ja: 申告から復旧までの経路
// question.en: Which tasks lead from each start of a flow to its goal on the shortest path, who leads them, and what is handed over?
// question.ja: 手順の起点から終点までの最短の経路で、どの作業を順に通るか。だれが主担当し、何が渡されるか
// readers: drill
// param dataset text: the name of the dataset
// param flow text = null: ID of one flow; null for all
// param without texts = []: IDs of organizations that are absent
// param leads any|each = null: when a task with several leads is lost; null as the dataset declares, otherwise each
// param support fallback|none = null: whether a supporter stands in; null as the dataset declares, otherwise none
// column flow: ID of the flow
// column start: ID of the task that the path begins with
// column step: 1 for the start
// column task: ID of the task
// column name: its name
// column organizations: those who lead it and are there, and with them its supporters when they stand in
// column receives: kind and artifact of what is handed over to it on this path
// order: flow, start, step
// agrees: escalation.Escalations: steps of the first path of each ladder, nobody or one absent
MATCH (d:Dataset {tasuki: $dataset})
WITH coalesce($leads, d.lead_rule, 'each') AS rule, coalesce($support, d.support_rule, 'none') AS support
MATCH (f:Flow {tasuki: $dataset}) WHERE $flow IS NULL OR f.id = $flow
WITH support, f, COLLECT {
  MATCH (f)-[:INCLUDES {tasuki: $dataset}]->(t {tasuki: $dataset})
  WHERE EXISTS { MATCH (o {tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(t) WHERE o.id IN $without }
    AND (rule = 'each' OR NOT EXISTS { MATCH (o {tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(t) WHERE NOT o.id IN $without })
  RETURN t
} AS hit
WITH *, [t IN hit WHERE support = 'none' OR NOT EXISTS { MATCH (o {tasuki: $dataset})-[:SUPPORTS {tasuki: $dataset}]->(t) WHERE NOT o.id IN $without }] AS lost
MATCH (f)-[:INCLUDES {tasuki: $dataset, start: true}]->(s {tasuki: $dataset}) WHERE NOT s IN lost
CALL (f, s, lost) {
  MATCH (f)-[:INCLUDES {tasuki: $dataset, goal: true}]->(g {tasuki: $dataset})
  MATCH p = ALL SHORTEST (s)(()-[r:HANDS_OFF_TO WHERE r.tasuki = $dataset AND r.flow = f.id]->(b WHERE NOT b IN lost))*(g)
  RETURN nodes(p) AS way
  ORDER BY size(way), [t IN way | [n IN split(t.id, '-') | toIntegerOrNull(n)]], [t IN way | t.id] LIMIT 1
}
UNWIND range(0, size(way) - 1) AS at
WITH f, s, hit, way, at, way[at] AS t, CASE WHEN at > 0 THEN way[at - 1] END AS before
RETURN f.id AS flow, s.id AS start, at + 1 AS step, t.id AS task, t.name AS name,
  COLLECT {
    MATCH (o {tasuki: $dataset})-[r:LEADS|SUPPORTS {tasuki: $dataset}]->(t)
    WHERE NOT o.id IN $without AND (r:LEADS OR t IN hit)
    RETURN DISTINCT o.id AS id ORDER BY id
  } AS organizations,
  COLLECT {
    MATCH (before)-[r:HANDS_OFF_TO {tasuki: $dataset, flow: f.id}]->(t)
    RETURN r.kind + coalesce(': ' + coalesce(r.artifact_en, r.artifact_ja), '') ORDER BY r.kind
  } AS receives
ORDER BY flow, [n IN split(start, '-') | toIntegerOrNull(n)], start, step
