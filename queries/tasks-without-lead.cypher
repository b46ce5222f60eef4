// title.en: Tasks without a lead
// title.ja: 主担当のない作業
// question.en: Which tasks does nobody lead?
// question.ja: だれも主担当していない作業はどれか
// readers: risk, drill
// param dataset text: the name of the dataset
// column task: ID of the task
// column name: its name
// column accountable: the organizations that answer for it
// column supporters: the organizations that support it
// order: task
// agrees: analysis.Findings: the evidence of task-without-lead
MATCH (t:Task {tasuki: $dataset})
WHERE NOT EXISTS { ({tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(t) } AND t.kind IS NULL
RETURN t.id AS task, t.name AS name,
  COLLECT { MATCH (p {tasuki: $dataset})-[:ACCOUNTABLE_FOR {tasuki: $dataset}]->(t) RETURN p.id ORDER BY p.id } AS accountable,
  COLLECT { MATCH (p {tasuki: $dataset})-[:SUPPORTS {tasuki: $dataset}]->(t) RETURN p.id ORDER BY p.id } AS supporters
ORDER BY [n IN split(task, '-') | toIntegerOrNull(n)], task
