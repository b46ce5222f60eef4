// title.en: Handoffs that are declared and were not seen
// title.ja: 登録があってログにない引き継ぎ
// question.en: Which declared handoffs does an event log not show, in how many cases that came to their first task? A telephone leaves no log.
// question.ja: 登録した引き継ぎのうち、前の作業まで進んだ案件があるのにイベントログにないものはどれか(電話はログに残らない)
// readers: risk, drill, architect
// param dataset text: the name of the dataset
// param log text = null: name of one log; null for all
// column log: name of the log
// column from: ID of the task that hands over
// column to: ID of the task that receives
// column cases: the cases that came to the first task; of 0, the log says nothing
// column events: the events of the first task
// order: log, cases desc, from, to
// agrees: observe.Compare: declared handoffs
MATCH (a:Task {tasuki: $dataset})-[r:UNOBSERVED_HANDOFF {tasuki: $dataset}]->(b {tasuki: $dataset})
WHERE $log IS NULL OR r.log = $log
RETURN r.log AS log, a.id AS from, b.id AS to, r.cases AS cases, r.events AS events
ORDER BY log, cases DESC, [n IN split(from, '-') | toIntegerOrNull(n)], from, [n IN split(to, '-') | toIntegerOrNull(n)], to
