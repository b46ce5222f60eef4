// title.en: Organizations by group
// title.ja: グループごとの組織
// question.en: Which organizations have one ultimate parent?
// question.ja: 最上位の親が同じ組織はどれとどれか
// readers: risk, architect
// param dataset text: the name of the dataset
// column group: ID of the organization at the top of the line of parents
// column members: the organizations with that top, itself too
// order: group
// agrees: none: it lists facts
MATCH (o:Organization {tasuki: $dataset})-[:PART_OF*0.. {tasuki: $dataset}]->(top {tasuki: $dataset})
WHERE NOT EXISTS { (top)-[:PART_OF {tasuki: $dataset}]->({tasuki: $dataset}) }
WITH top, o
ORDER BY o.id
RETURN top.id AS group, collect(o.id) AS members
ORDER BY group
