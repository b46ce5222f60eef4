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
// column support_marks: marks of that role
// column uncertain: marks whose reading is uncertain
// column flows: declared ones
// column handoffs: distinct pairs of tasks
// column supplies: pairs of a component and a supplier, per environment and site
// order: tasks
// agrees: analysis.Analyze: the totals
RETURN COUNT { (:Organization {dataset: $dataset}) } AS organizations,
  COUNT { (:Task {dataset: $dataset}) } AS tasks,
  COUNT { (:Organization {dataset: $dataset})-[:LEADS|SUPPORTS|INFORMED]->(:Task) } AS assignments,
  COUNT { (:Organization {dataset: $dataset})-[:LEADS]->(:Task) } AS lead_marks,
  COUNT { (:Organization {dataset: $dataset})-[:SUPPORTS]->(:Task) } AS support_marks,
  COUNT { (:Organization {dataset: $dataset})-[:LEADS|SUPPORTS|INFORMED {reading: 'uncertain'}]->(:Task) } AS uncertain,
  COUNT { (:Flow {dataset: $dataset}) } AS flows,
  COUNT { MATCH (a:Task {dataset: $dataset})-[:HANDS_OFF_TO]->(b:Task) RETURN DISTINCT a, b } AS handoffs,
  COUNT { (:Organization {dataset: $dataset})-[:SUPPLIES]->(:Component) } AS supplies
ORDER BY tasks
