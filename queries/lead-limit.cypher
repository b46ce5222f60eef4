// title.en: Organizations over the limit
// title.ja: 上限を超えて主担当する組織
// question.en: Which organizations lead more than the limit, in percent of the led tasks?
// question.ja: 主担当のある作業のうち上限の割合を超えて受け持つ組織はどれか
// readers: risk
// param dataset text: the name of the dataset
// param limit number = 30: as many percent are allowed
// column organization: ID of the organization
// column tasks: tasks that it leads, one with k leads counting 1/k, to 9 digits
// column percent: of the led tasks
// order: percent desc, organization
// agrees: analysis.Findings: the subjects of lead-limit
MATCH (o:Organization {dataset: $dataset})-[:LEADS]->(t:Task)
WITH o, round(sum(1.0 / COUNT { (:Organization)-[:LEADS]->(t) }), 9) AS tasks,
  COUNT { MATCH (u:Task {dataset: $dataset}) WHERE EXISTS { (:Organization)-[:LEADS]->(u) } } AS led
WITH o.id AS organization, tasks, 100.0 * tasks / led AS percent
WHERE percent > $limit
RETURN organization, tasks, percent
ORDER BY percent DESC, organization
