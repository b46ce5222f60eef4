// title.en: Handoffs that were seen and are not declared
// title.ja: 登録がなくログにある引き継ぎ
// question.en: Which tasks follow each other in an event log, though no handoff between them is declared?
// question.ja: 引き継ぎの登録がないのに、イベントログで続けて行われている作業はどれか
// readers: risk, drill, architect
// param dataset text: the name of the dataset
// param log text = null: name of one log; null for all
// column log: name of the log
// column from: ID of the task that hands over
// column to: ID of the task that receives
// column count: how often it was seen
// column cases: in how many cases
// column first: the earliest time, in UTC; null when none is known
// column last: the latest
// order: log, count desc, from, to
// agrees: observe.Compare: undeclared handoffs
MATCH (a:Task {tasuki: $dataset})-[r:OBSERVED_HANDOFF {tasuki: $dataset}]->(b {tasuki: $dataset})
WHERE NOT r.declared AND ($log IS NULL OR r.log = $log)
RETURN r.log AS log, a.id AS from, b.id AS to, r.count AS count, r.cases AS cases, r.first AS first, r.last AS last
ORDER BY log, count DESC, [n IN split(from, '-') | toIntegerOrNull(n)], from, [n IN split(to, '-') | toIntegerOrNull(n)], to
