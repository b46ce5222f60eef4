// title.en: Marks that were moved
// title.ja: 位置を読み替えた印
// question.en: Which marks do not stand under their heading, and why are they read as they are?
// question.ja: 見出しの真下にない印はどれか。なぜそう読んだのか
// readers: architect
// param dataset text: the name of the dataset
// column task: ID of the task
// column role: lead, accountable, support or informed
// column organization: the organization that the mark is read as
// column reason: why it is read so
// column file: where it stands
// column line: where it stands
// column column: where it stands
// order: task, role, organization
// agrees: none: it lists facts
MATCH (o:Organization {tasuki: $dataset})-[m:LEADS|ACCOUNTABLE_FOR|SUPPORTS|INFORMED {tasuki: $dataset}]->(t {tasuki: $dataset})
WHERE m.reading = 'realigned'
RETURN t.id AS task, CASE type(m) WHEN 'LEADS' THEN 'lead' WHEN 'ACCOUNTABLE_FOR' THEN 'accountable' WHEN 'SUPPORTS' THEN 'support' ELSE 'informed' END AS role,
  o.id AS organization, coalesce(m.reason_en, m.reason_ja) AS reason, m.file AS file, m.line AS line, m.column AS column
ORDER BY [n IN split(task, '-') | toIntegerOrNull(n)], task, role, organization
