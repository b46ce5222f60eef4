// title.en: Forks and their branches
// title.ja: 分岐点と分岐
// question.en: Where does the work of a flow fork, which branches must be done, and which may be left out?
// question.ja: 手順の作業はどこで分かれるか。どの分岐が必要で、どの分岐は省けるか
// readers: risk, drill, architect
// param dataset text: the name of the dataset
// param flow text = null: ID of one flow; null for all
// column flow: ID of the flow
// column task: ID of the task that hands over, in several handoffs; goals, where work ends, apart
// column branch: the name of one of its branches, each of which must be done unless it is optional; null for the handoffs that name none
// column optional: true when the procedure can do without the branch
// column to: the tasks that the branch hands over to, one for each handoff: one of them is enough
// column when: the condition on which each handoff is taken; null when none is declared
// column declared: false when nothing says that one of the tasks is enough, and it is assumed
// order: flow, task, branch
// agrees: none: it lists facts
MATCH (f:Flow {tasuki: $dataset})
WHERE $flow IS NULL OR f.id = $flow
MATCH (f)-[:INCLUDES {tasuki: $dataset, goal: false}]->(t {tasuki: $dataset})-[r:HANDS_OFF_TO {tasuki: $dataset}]->(n {tasuki: $dataset})
WHERE r.flow = f.id
WITH f, t, r, n
ORDER BY [i IN split(n.id, '-') | toIntegerOrNull(i)], n.id, r.kind
WITH f, t, r.branch AS branch, coalesce(r.optional, false) AS optional, collect({to: n.id, when: coalesce(r.when_en, r.when_ja)}) AS handoffs
WITH f, t, collect({branch: branch, optional: optional, handoffs: handoffs}) AS branches
WHERE size(branches) > 1 OR size(branches[0].handoffs) > 1
UNWIND branches AS b
RETURN f.id AS flow, t.id AS task, b.branch AS branch, b.optional AS optional, [h IN b.handoffs | h.to] AS to, [h IN b.handoffs | h.when] AS when,
  size(branches) > 1 OR b.branch IS NOT NULL OR any(h IN b.handoffs WHERE h.when IS NOT NULL) OR all(h IN b.handoffs WHERE h.to = b.handoffs[0].to) AS declared
ORDER BY flow, [n IN split(task, '-') | toIntegerOrNull(n)], task, [n IN split(branch, '-') | toIntegerOrNull(n)], branch
