// title.en: Who has which mark on a task
// title.ja: ある作業の印
// question.en: Who leads, answers for, supports or is told of this task, and where does each mark stand?
// question.ja: この作業の主担当、責任者、支援はだれか、連絡を受けるのはだれか。各印はどこにあるか
// readers: drill, architect
// param dataset text: the name of the dataset
// param task text: ID of the task
// column role: lead, accountable, support or informed
// column organization: ID of the organization
// column reading: printed, realigned or uncertain
// column alternatives: other organizations that the mark may belong to; null when it is not uncertain
// column mark: the mark as printed
// column file: where it stands
// column line: where it stands
// column column: where it stands
// order: role, organization
// agrees: none: it lists facts
MATCH (o {tasuki: $dataset})-[m:LEADS|ACCOUNTABLE_FOR|SUPPORTS|INFORMED {tasuki: $dataset}]->(:Task {tasuki: $dataset, id: $task})
RETURN CASE type(m) WHEN 'LEADS' THEN 'lead' WHEN 'ACCOUNTABLE_FOR' THEN 'accountable' WHEN 'SUPPORTS' THEN 'support' ELSE 'informed' END AS role,
  o.id AS organization, m.reading AS reading, m.alternatives AS alternatives, m.mark AS mark,
  m.file AS file, m.line AS line, m.column AS column
ORDER BY role, organization
