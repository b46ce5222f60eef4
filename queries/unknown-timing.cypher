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
MATCH (t:Task {tasuki: $dataset})
WITH collect(CASE WHEN t.timing IS NULL THEN t END) AS unknown, count(t.timing) AS known
UNWIND CASE WHEN known > 0 THEN unknown ELSE [] END AS t
RETURN t.id AS task, t.name AS name
ORDER BY [n IN split(task, '-') | toIntegerOrNull(n)], task
