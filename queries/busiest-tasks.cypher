// title.en: Tasks with most handoffs
// title.ja: 引き継ぎの集まる作業
// question.en: From how many tasks does each task receive, and to how many does it hand over?
// question.ja: 各作業は、いくつの作業から受け、いくつの作業に渡すか
// readers: drill, architect
// param dataset text: the name of the dataset
// column task: ID of the task
// column name: its name
// column in: distinct tasks that hand over to it
// column out: distinct tasks that it hands over to
// column leads: the organizations that lead it
// order: task
// agrees: bottleneck.Bottlenecks: in, out and leads of every task with a handoff
MATCH (t:Task {tasuki: $dataset})
WHERE EXISTS { (t)-[:HANDS_OFF_TO {tasuki: $dataset}]-({tasuki: $dataset}) }
RETURN t.id AS task, t.name AS name,
  COUNT { MATCH (a {tasuki: $dataset})-[:HANDS_OFF_TO {tasuki: $dataset}]->(t) RETURN DISTINCT a } AS in,
  COUNT { MATCH (t)-[:HANDS_OFF_TO {tasuki: $dataset}]->(b {tasuki: $dataset}) RETURN DISTINCT b } AS out,
  COLLECT { MATCH (o {tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(t) RETURN o.id ORDER BY o.id } AS leads
ORDER BY [n IN split(task, '-') | toIntegerOrNull(n)], task
