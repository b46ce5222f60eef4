// title.en: Uncertain marks that touch a finding
// title.ja: 結論を左右しうる不確かな印
// question.en: Which uncertain lead marks stand on tasks that a flow cannot do without?
// question.ja: 手順に欠かせない作業にある、不確かな主担当の印はどれか
// readers: risk
// param dataset text: the name of the dataset
// column flow: ID of the flow
// column task: ID of the task, a start or a goal too when no start succeeds without it
// column organization: the organization that the mark is read as
// column alternatives: the others that it may belong to
// order: flow, task, organization
// agrees: spof.SPOFs: the tasks, and the ends without a way around them, that have an uncertain lead mark
MATCH (f:Flow {tasuki: $dataset})
CALL (f) { // of each branch of a task one task is needed; a goal needs none, and other tasks that need none are dead ends
  MATCH (f)-[i:INCLUDES {tasuki: $dataset}]->(t {tasuki: $dataset})
  WITH i, t, COLLECT {
    MATCH (t)-[r:HANDS_OFF_TO {tasuki: $dataset, flow: f.id}]->(n {tasuki: $dataset})
    WHERE NOT (i.goal OR coalesce(r.optional, false))
    WITH coalesce(r.branch, '') AS branch, collect(n) AS next
    RETURN {branch: branch, next: next}
  } AS needs
  ORDER BY [n IN split(t.id, '-') | toIntegerOrNull(n)], t.id
  RETURN collect(CASE WHEN i.start THEN t END) AS starts, collect(CASE WHEN i.goal = (needs = []) THEN {task: t, needs: needs} END) AS work
}
MATCH (f)-[:INCLUDES {tasuki: $dataset}]->(t {tasuki: $dataset})<-[m:LEADS {tasuki: $dataset, reading: 'uncertain'}]-(o {tasuki: $dataset})
WITH f, starts, t, m, o, head([gone IN [[t]] | reduce(s = {open: [w IN work WHERE NOT w.task IN gone], fresh: [], done: []}, i IN range(1, 2 * size(work)) | CASE WHEN s.fresh = []
    // who needs nothing more succeeds, and meets the branches that lead there
    THEN {open: CASE WHEN any(w IN s.open WHERE w.needs = []) THEN [w IN s.open WHERE w.needs <> []] ELSE [] END, fresh: [w IN s.open WHERE w.needs = [] | w.task], done: s.done}
    ELSE {open: [w IN s.open | {task: w.task, needs: [b IN w.needs WHERE none(n IN b.next WHERE n IN s.fresh)]}], fresh: [], done: s.done + [t IN s.fresh | {task: t, left: i}]}
  END).done]) AS done
WHERE none(x IN done WHERE x.task IN starts)
RETURN f.id AS flow, t.id AS task, o.id AS organization, m.alternatives AS alternatives
ORDER BY flow, [n IN split(task, '-') | toIntegerOrNull(n)], task, organization
