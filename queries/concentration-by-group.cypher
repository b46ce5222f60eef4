// title.en: Concentration over groups
// title.ja: グループ単位の集中度
// question.en: What share of the led tasks does each group have, when organizations with one ultimate parent count as one?
// question.ja: 最上位の親が同じ組織を一つに数えると、各グループは主担当のある作業の何割を持つか
// readers: risk
// param dataset text: the name of the dataset
// column group: ID of the organization at the top of the line of parents
// column members: the organizations of the group that lead a task
// column tasks: tasks that the group leads, one with k leads counting 1/k for each, to 9 digits
// column percent: of the led tasks
// order: percent desc, group
// agrees: concentration.Concentrations: shares of the groups of all tasks, where any organization has a parent
WITH COUNT { MATCH (u:Task {tasuki: $dataset}) WHERE EXISTS { ({tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(u) } } AS led
MATCH (o:Organization {tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(t {tasuki: $dataset})
MATCH (o)-[:PART_OF*0.. {tasuki: $dataset}]->(top {tasuki: $dataset}) WHERE NOT EXISTS { (top)-[:PART_OF {tasuki: $dataset}]->({tasuki: $dataset}) }
WITH led, top, o, t, 1.0 / COUNT { ({tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(t) } AS part
ORDER BY o.id
WITH led, top, collect(DISTINCT o.id) AS members, round(sum(part), 9) AS tasks
RETURN top.id AS group, members, tasks, 100.0 * tasks / led AS percent
ORDER BY percent DESC, group
