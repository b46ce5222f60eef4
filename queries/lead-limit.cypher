// title.en: Organizations over the limit
// title.ja: 上限を超えて主担当する組織
// question.en: Which organizations lead more than the limit, in percent of the led tasks?
// question.ja: 主担当のある作業のうち上限の割合を超えて担当する組織はどれか
// readers: risk
// param dataset text: the name of the dataset
// param limit number = 30: as many percent are allowed
// column organization: ID of the organization
// column tasks: tasks that it leads, one with k leads counting 1/k, to 9 digits
// column percent: of the led tasks
// order: percent desc, organization
// agrees: analysis.Findings: the subjects of lead-limit
WITH COUNT { MATCH (u:Task {tasuki: $dataset}) WHERE EXISTS { ({tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(u) } } AS led
MATCH (o:Organization {tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(t {tasuki: $dataset})
WITH led, o, round(sum(1.0 / COUNT { ({tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(t) }), 9) AS tasks
WITH o.id AS organization, tasks, 100.0 * tasks / led AS percent
WHERE percent > $limit
RETURN organization, tasks, percent
ORDER BY percent DESC, organization
