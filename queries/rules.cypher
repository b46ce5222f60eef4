// title.en: The rules in force
// title.ja: 適用される規則
// question.en: When is a task with several leads lost, does a supporter stand in, and what says so?
// question.ja: 主担当が複数の作業はいつ失われるか。支援は代わりになるか。その根拠は何か
// readers: risk, drill, architect
// param dataset text: the name of the dataset
// column leads: any when one remaining lead suffices, each when each lead covers its own part
// column leads_assumed: true when the dataset does not say it
// column support: fallback when a supporter stands in, otherwise none
// column support_assumed: true when the dataset does not say it
// column basis: what says so
// order: leads
// agrees: rules.InForce: both rules, and whether they are assumed
MATCH (d:Dataset {tasuki: $dataset})
RETURN coalesce(d.lead_rule, 'each') AS leads, d.lead_rule IS NULL AS leads_assumed,
  coalesce(d.support_rule, 'none') AS support, d.support_rule IS NULL AS support_assumed,
  coalesce(d.rule_basis_en, d.rule_basis_ja) AS basis
ORDER BY leads
