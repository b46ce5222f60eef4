// title.en: Handoffs and what they rest on
// title.ja: 引き継ぎとその根拠
// question.en: What is handed over from which task to which in a flow, and which rows say so?
// question.ja: 手順のどの作業からどの作業へ何が渡されるか。どの行がそう言っているか
// readers: drill, architect
// param dataset text: the name of the dataset
// param flow text: ID of the flow
// column from: ID of the task that hands over
// column to: ID of the task that receives
// column kind: what sort of handoff it is
// column artifact: what is handed over
// column branch: the branch that it belongs to: all branches of a task must be done, one handoff of each; null when it names none
// column when: the condition on which it is taken; null when none is declared
// column optional: true when the procedure can do without the branch
// column rows: the rows that it rests on
// column says: what in them says so
// column inferred: true when they do not say it in words
// order: from, to, kind
// agrees: none: it lists facts
MATCH (a:Task {tasuki: $dataset})-[r:HANDS_OFF_TO {tasuki: $dataset, flow: $flow}]->(b {tasuki: $dataset})
RETURN a.id AS from, b.id AS to, r.kind AS kind, coalesce(r.artifact_en, r.artifact_ja) AS artifact,
  r.branch AS branch, coalesce(r.when_en, r.when_ja) AS when, coalesce(r.optional, false) AS optional,
  coalesce(r.basis_rows, []) AS rows, coalesce(r.basis_says_en, r.basis_says_ja) AS says, coalesce(r.inferred, false) AS inferred
ORDER BY [n IN split(from, '-') | toIntegerOrNull(n)], from, [n IN split(to, '-') | toIntegerOrNull(n)], to, kind
