// title.en: Tasks with many supporters
// title.ja: 支援が多い作業
// question.en: Which tasks have more supporters than the limit?
// question.ja: 支援する組織の数が上限を超える作業はどれか
// readers: risk
// param dataset text: the name of the dataset
// param limit integer = 4: as many supporters are allowed
// column task: ID of the task
// column name: its name
// column supporters: the organizations that support it
// order: task
// agrees: analysis.Findings: the evidence of too-many-supporters
MATCH (t:Task {tasuki: $dataset})
WHERE COUNT { ({tasuki: $dataset})-[:SUPPORTS {tasuki: $dataset}]->(t) } > $limit
RETURN t.id AS task, t.name AS name,
  COLLECT { MATCH (o {tasuki: $dataset})-[:SUPPORTS {tasuki: $dataset}]->(t) RETURN o.id ORDER BY o.id } AS supporters
ORDER BY [n IN split(task, '-') | toIntegerOrNull(n)], task
