// title.en: Handoffs of no flow
// title.ja: どの手順にも属さない引き継ぎ
// question.en: Which handoffs are declared, but belong to no flow?
// question.ja: 登録されているが、どの手順にも属さない引き継ぎはどれか
// readers: architect
// param dataset text: the name of the dataset
// column from: ID of the task that hands over
// column to: ID of the task that receives
// column kind: what sort of handoff it is
// column branch: the branch that it belongs to; null when it names none
// column when: the condition on which it is taken; null when none is declared
// column optional: true when the work can do without the branch
// order: from, to, kind
// agrees: none: it lists facts
MATCH (a:Task {tasuki: $dataset})-[r:HANDS_OFF_TO {tasuki: $dataset}]->(b {tasuki: $dataset})
WHERE r.flow IS NULL
RETURN a.id AS from, b.id AS to, r.kind AS kind,
  r.branch AS branch, coalesce(r.when_en, r.when_ja) AS when, coalesce(r.optional, false) AS optional
ORDER BY [n IN split(from, '-') | toIntegerOrNull(n)], from, [n IN split(to, '-') | toIntegerOrNull(n)], to, kind
