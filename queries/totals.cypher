// title.en: How much there is
// title.ja: 全体の件数
// question.en: How many organizations, tasks, marks, flows, handoffs and supplies does the dataset have?
// question.ja: 組織、作業、印、手順、引き継ぎ、納入はそれぞれいくつあるか
// readers: risk, drill, architect
// param dataset text: the name of the dataset
// column organizations: declared ones
// column tasks: declared ones
// column assignments: marks of any role
// column lead_marks: marks of that role
// column accountable_marks: marks of that role
// column support_marks: marks of that role
// column uncertain: marks whose reading is uncertain
// column flows: declared ones
// column handoffs: distinct pairs of tasks
// column supplies: pairs of a component and a supplier, per environment and site
// order: tasks
// agrees: analysis.Analyze: the totals
RETURN COUNT { (:Organization {tasuki: $dataset}) } AS organizations,
  COUNT { (:Task {tasuki: $dataset}) } AS tasks,
  COUNT { (:Organization {tasuki: $dataset})-[:LEADS|ACCOUNTABLE_FOR|SUPPORTS|INFORMED {tasuki: $dataset}]->({tasuki: $dataset}) } AS assignments,
  COUNT { (:Organization {tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->({tasuki: $dataset}) } AS lead_marks,
  COUNT { (:Organization {tasuki: $dataset})-[:ACCOUNTABLE_FOR {tasuki: $dataset}]->({tasuki: $dataset}) } AS accountable_marks,
  COUNT { (:Organization {tasuki: $dataset})-[:SUPPORTS {tasuki: $dataset}]->({tasuki: $dataset}) } AS support_marks,
  COUNT { (:Organization {tasuki: $dataset})-[:LEADS|ACCOUNTABLE_FOR|SUPPORTS|INFORMED {tasuki: $dataset, reading: 'uncertain'}]->({tasuki: $dataset}) } AS uncertain,
  COUNT { (:Flow {tasuki: $dataset}) } AS flows,
  COUNT { MATCH (a:Task {tasuki: $dataset})-[:HANDS_OFF_TO {tasuki: $dataset}]->(b {tasuki: $dataset}) RETURN DISTINCT a, b } AS handoffs,
  COUNT { (:Organization {tasuki: $dataset})-[:SUPPLIES {tasuki: $dataset}]->({tasuki: $dataset}) } AS supplies
ORDER BY tasks
