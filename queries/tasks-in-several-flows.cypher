// title.en: Tasks that flows share
// title.ja: 複数の手順に出てくる作業
// question.en: Which tasks belong to more than one flow?
// question.ja: 二つ以上の手順に出てくる作業はどれか
// readers: risk, architect
// param dataset text: the name of the dataset
// column task: ID of the task
// column name: its name
// column flows: the flows that it belongs to
// column leads: the organizations that lead it
// order: task
// agrees: none: no analysis compares flows
MATCH (t:Task {tasuki: $dataset})
WHERE COUNT { ({tasuki: $dataset})-[:INCLUDES {tasuki: $dataset}]->(t) } > 1
RETURN t.id AS task, t.name AS name,
  COLLECT { MATCH (f {tasuki: $dataset})-[:INCLUDES {tasuki: $dataset}]->(t) RETURN f.id ORDER BY f.id } AS flows,
  COLLECT { MATCH (o {tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(t) RETURN o.id ORDER BY o.id } AS leads
ORDER BY [n IN split(task, '-') | toIntegerOrNull(n)], task
