// title.en: Tasks without a supporter
// title.ja: 支援のない作業
// question.en: Which tasks does nobody support?
// question.ja: だれも支援していない作業はどれか
// readers: risk
// param dataset text: the name of the dataset
// column task: ID of the task
// column name: its name
// column leads: the organizations that lead it
// order: task
// agrees: analysis.Findings: the evidence of no-supporter
MATCH (t:Task {tasuki: $dataset})
WHERE NOT EXISTS { ({tasuki: $dataset})-[:SUPPORTS {tasuki: $dataset}]->(t) }
RETURN t.id AS task, t.name AS name,
  COLLECT { MATCH (o {tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(t) RETURN o.id ORDER BY o.id } AS leads
ORDER BY [n IN split(task, '-') | toIntegerOrNull(n)], task
