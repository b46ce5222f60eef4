// title.en: Load by timing
// title.ja: 時期ごとの負荷
// question.en: How many tasks does each organization lead daily, monthly, yearly, as needed and once?
// question.ja: 各組織は、日次・月次・年次・随時・一回の作業を何件ずつ主担当するか
// readers: drill, risk
// param dataset text: the name of the dataset
// column organization: ID of the organization
// column timing: the timing; unknown for tasks without one
// column lead_marks: tasks of that timing that it leads
// column percent: of the lead marks of that timing
// order: organization, timing
// agrees: concentration.Concentrations: lead marks and their shares in every scope of kind timing, where any timing is known
MATCH (o:Organization {tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(t {tasuki: $dataset})
WITH coalesce(t.timing, 'unknown') AS timing, o.id AS organization, count(*) AS lead_marks
WITH timing, collect([organization, lead_marks]) AS list, sum(lead_marks) AS total
UNWIND list AS share
RETURN share[0] AS organization, timing, share[1] AS lead_marks, 100.0 * share[1] / total AS percent
ORDER BY organization, timing
