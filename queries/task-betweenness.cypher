// title.en: Tasks that others depend on a detour through
// title.ja: 経路の集まる作業
// question.en: On how many shortest paths between other tasks does each task lie?
// question.ja: 各作業は、ほかの作業どうしの最短の経路のどれだけに乗っているか
// readers: risk, architect
// param dataset text: the name of the dataset
// column task: ID of the task
// column betweenness: the sum over ordered pairs of other tasks of the share of their shortest paths that pass it, to 9 digits
// column leads: the organizations that lead it
// order: betweenness desc, task
// agrees: bottleneck.Bottlenecks: betweenness of every task above 0
MATCH (a:Task {tasuki: $dataset})-[r:HANDS_OFF_TO {tasuki: $dataset}]->(b {tasuki: $dataset})
WITH a, b, head(collect(r)) AS one // of several, each would make a path of its own
WITH collect(one) AS edges, collect(DISTINCT a) AS sources
UNWIND sources AS s
MATCH p = ALL SHORTEST (s)(()-[r:HANDS_OFF_TO WHERE r.tasuki = $dataset AND r IN edges]->())+(g WHERE g <> s)
WHERE NOT EXISTS { (s)-[:HANDS_OFF_TO {tasuki: $dataset}]->(g) }
WITH s, g, collect(nodes(p)) AS ways
UNWIND ways AS way
UNWIND way[1..-1] AS t
WITH t, round(sum(1.0 / size(ways)), 9) AS betweenness
RETURN t.id AS task, betweenness, COLLECT { MATCH (o {tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(t) RETURN o.id ORDER BY o.id } AS leads
ORDER BY betweenness DESC, [n IN split(task, '-') | toIntegerOrNull(n)], task
