// title.en: Concentration of every scope
// title.ja: 範囲ごとの集中度
// question.en: How concentrated is the lead of all tasks, of each phase, heading, timing and flow, and of what each kind of party leads?
// question.ja: 全作業、各期間、各見出し、各時期、各手順、当事者の種類ごとの担当範囲で、主担当はどれほど一部の組織に集中しているか
// readers: risk
// param dataset text: the name of the dataset
// column kind: all, phase, category, timing, flow or party
// column scope: ID of the phase, heading or flow, the timing, or the kind of party, whose leads alone count; empty for all tasks
// column tasks: tasks in the scope
// column led: of these, with a lead
// column lead_marks: lead marks in the scope
// column leaders: organizations that lead one of its tasks
// column hhi: Herfindahl-Hirschman index of the shares in the led tasks; null without a led task
// column floor: 10,000 / leaders, the index of equal shares
// column normalized: (hhi - floor) / (1 - 1 / leaders); null for fewer than two leaders
// column effective: 10,000 / hhi
// column cr1: the largest share, percent
// column cr3: the sum of the three largest shares, percent
// order: kind, scope
// agrees: concentration.Concentrations: tasks, led tasks, lead marks and the spread over organizations of every scope
CALL () {
  MATCH (t:Task {tasuki: $dataset})
  RETURN 'all' AS kind, '' AS scope, collect(t) AS within, null AS party
  UNION ALL
  MATCH (c:Phase|Category {tasuki: $dataset})
  RETURN CASE WHEN c:Phase THEN 'phase' ELSE 'category' END AS kind, c.id AS scope, COLLECT { MATCH (t:Task {tasuki: $dataset})-[:PART_OF* {tasuki: $dataset}]->(c) RETURN DISTINCT t } AS within, null AS party
  UNION ALL
  MATCH (t:Task {tasuki: $dataset})
  WHERE EXISTS { MATCH (u:Task {tasuki: $dataset}) WHERE u.timing IS NOT NULL }
  RETURN 'timing' AS kind, coalesce(t.timing, 'unknown') AS scope, collect(t) AS within, null AS party
  UNION ALL
  MATCH (f:Flow {tasuki: $dataset})
  RETURN 'flow' AS kind, f.id AS scope, COLLECT { MATCH (f)-[:INCLUDES {tasuki: $dataset}]->(t {tasuki: $dataset}) RETURN t } AS within, null AS party
  UNION ALL
  MATCH (o:Organization {tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(t {tasuki: $dataset})
  WHERE EXISTS { MATCH (p:Organization {tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->({tasuki: $dataset}) WHERE p.kind IS NOT NULL }
  WITH coalesce(o.kind, 'unknown') AS party, collect(DISTINCT t) AS within
  RETURN 'party' AS kind, party AS scope, within, party
}
CALL (within, party) {
  UNWIND within AS t
  MATCH (o {tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(t) WHERE party IS NULL OR coalesce(o.kind, 'unknown') = party
  WITH t, collect(o) AS leads
  UNWIND leads AS o
  WITH o, count(*) AS marks, round(sum(1.0 / size(leads)), 12) AS share
  ORDER BY share DESC, o.id
  RETURN collect(share) AS shares, sum(marks) AS lead_marks
}
WITH kind, scope, size(within) AS tasks, lead_marks, shares, size(shares) AS leaders,
  size([t IN within WHERE EXISTS { ({tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(t) }]) AS led
WITH kind, scope, tasks, led, lead_marks, leaders, [s IN shares | 100.0 * s / led] AS percents
WITH *, CASE WHEN led > 0 THEN reduce(sum = 0.0, p IN percents | sum + p * p) END AS hhi,
  CASE WHEN led > 0 THEN 10000.0 / leaders END AS floor
RETURN kind, scope, tasks, led, lead_marks, leaders, hhi, floor,
  CASE WHEN leaders > 1 THEN (hhi - floor) / (1 - 1.0 / leaders) END AS normalized,
  10000 / hhi AS effective,
  percents[0] AS cr1,
  CASE WHEN led > 0 THEN reduce(sum = 0.0, p IN percents[..3] | sum + p) END AS cr3
ORDER BY kind, scope
