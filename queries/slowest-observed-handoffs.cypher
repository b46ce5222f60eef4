// title.en: Handoffs that waited longest
// title.ja: 待ち時間の長い引き継ぎ
// question.en: How long did work wait at each handoff in an event log, beside the minutes that are declared?
// question.ja: イベントログで、引き継ぎごとの待ち時間は登録した所要時間に比べてどれだけか
// readers: risk, drill, architect
// param dataset text: the name of the dataset
// param log text = null: name of one log; null for all
// column log: name of the log
// column from: ID of the task that hands over
// column to: ID of the task that receives
// column p50: minutes that half of the waits do not exceed
// column p90: minutes that nine tenths of the waits do not exceed
// column declared_minutes: the fewest minutes that are declared; null when none are
// column count: how often it was seen
// order: p50 desc, p90 desc, log, from, to
// agrees: observe.Compare: waits
MATCH (a:Task {tasuki: $dataset})-[r:OBSERVED_HANDOFF {tasuki: $dataset}]->(b {tasuki: $dataset})
WHERE r.p50 IS NOT NULL AND ($log IS NULL OR r.log = $log)
OPTIONAL MATCH (a)-[h:HANDS_OFF_TO {tasuki: $dataset}]->(b)
WITH a, b, r, min(h.minutes) AS declared_minutes
RETURN r.log AS log, a.id AS from, b.id AS to, r.p50 AS p50, r.p90 AS p90, declared_minutes, r.count AS count
ORDER BY p50 DESC, p90 DESC, log, [n IN split(from, '-') | toIntegerOrNull(n)], from, [n IN split(to, '-') | toIntegerOrNull(n)], to
