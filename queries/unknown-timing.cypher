// title.en: Tasks without a timing
// title.ja: 時期の分からない作業
// question.en: Which tasks say nothing about how often they are done, while others do?
// question.ja: ほかの作業には時期があるのに、時期の分からない作業はどれか
// readers: drill
// param dataset text: the name of the dataset
// column task: ID of the task
// column name: its name
// order: task
// agrees: analysis.Findings: the evidence of unknown-timing
MATCH (t:Task {dataset: $dataset})
WHERE t.timing IS NULL AND EXISTS { MATCH (u:Task {dataset: $dataset}) WHERE u.timing IS NOT NULL }
RETURN t.id AS task, t.name AS name
ORDER BY [n IN split(task, '-') | toIntegerOrNull(n)], task
