// title.en: Uncertain marks and their alternatives
// title.ja: 不確かな印とその候補
// question.en: Which marks may belong to another organization, to which, why, and where do they stand?
// question.ja: 別の組織のものかもしれない印はどれか。候補、理由、記載場所はどうか
// readers: risk, architect
// param dataset text: the name of the dataset
// column task: ID of the task
// column role: lead, accountable, support or informed
// column organization: the organization that the mark is read as
// column alternatives: the others that it may belong to
// column reason: why it is not certain
// column file: where it stands
// column line: where it stands
// column column: where it stands
// order: task, role, organization
// agrees: certainty.CertaintiesOf: task, role, organization and alternatives of every uncertain mark
MATCH (o:Organization {tasuki: $dataset})-[m:LEADS|ACCOUNTABLE_FOR|SUPPORTS|INFORMED {tasuki: $dataset}]->(t {tasuki: $dataset})
WHERE m.reading = 'uncertain'
RETURN t.id AS task, CASE type(m) WHEN 'LEADS' THEN 'lead' WHEN 'ACCOUNTABLE_FOR' THEN 'accountable' WHEN 'SUPPORTS' THEN 'support' ELSE 'informed' END AS role,
  o.id AS organization, m.alternatives AS alternatives, coalesce(m.reason_en, m.reason_ja) AS reason,
  m.file AS file, m.line AS line, m.column AS column
ORDER BY [n IN split(task, '-') | toIntegerOrNull(n)], task, role, organization
