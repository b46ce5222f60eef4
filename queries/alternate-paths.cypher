// title.en: Paths and alternates
// title.ja: 経路と代替経路
// question.en: What are the first k paths from each start of a flow to a goal, perhaps with organizations absent?
// question.ja: 手順の起点から終点までの経路を、短い順に k 本挙げるとどれか。不在の組織があればどう変わるか
// readers: drill
// param dataset text: the name of the dataset
// param flow text = null: ID of one flow; null for all
// param k integer = 3: how many paths per start, up to 10
// param without texts = []: IDs of organizations that are absent
// param leads any|each = null: when a task with several leads is lost; null as the dataset declares, otherwise each
// param support fallback|none = null: whether a supporter stands in; null as the dataset declares, otherwise none
// column flow: ID of the flow
// column start: ID of the task that the path begins with
// column rank: 1 for the best: fewest tasks, ties by the IDs of the tasks
// column path: the tasks from the start to the first goal, no task twice, each of which still succeeds; where branches must all be done, a path is one line of them, and path-to-goal shows all
// column organizations: for each task those who lead it and are there, and with them its supporters when they stand in
// order: flow, start, rank
// agrees: escalation.Escalations: the paths of every ladder of flows without branches, nobody or one absent
MATCH (d:Dataset {tasuki: $dataset})
WITH coalesce($leads, d.lead_rule, 'each') AS rule, coalesce($support, d.support_rule, 'none') AS support
MATCH (f:Flow {tasuki: $dataset}) WHERE f.id = coalesce($flow, f.id)
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
WITH *, [w IN work WHERE w.needs = [] | w.task] AS goals, COLLECT {
  MATCH (f)-[:INCLUDES {tasuki: $dataset}]->(t {tasuki: $dataset})
  WHERE EXISTS { MATCH (o {tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(t) WHERE o.id IN $without }
    AND (rule = 'each' OR NOT EXISTS { MATCH (o {tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(t) WHERE NOT o.id IN $without })
  RETURN t
} AS hit
WITH *, [t IN hit WHERE support = 'none' OR NOT EXISTS { MATCH (o {tasuki: $dataset})-[:SUPPORTS {tasuki: $dataset}]->(t) WHERE NOT o.id IN $without }] AS gone
WITH f, starts, goals, hit, [x IN reduce(s = {open: [w IN work WHERE NOT w.task IN gone], fresh: [], done: []}, i IN range(1, 2 * size(work)) | CASE WHEN s.fresh = []
    // who needs nothing more succeeds, and meets the branches that lead there
    THEN {open: CASE WHEN any(w IN s.open WHERE w.needs = []) THEN [w IN s.open WHERE w.needs <> []] ELSE [] END, fresh: [w IN s.open WHERE w.needs = [] | w.task], done: s.done}
    ELSE {open: [w IN s.open | {task: w.task, needs: [b IN w.needs WHERE none(n IN b.next WHERE n IN s.fresh)]}], fresh: [], done: s.done + [t IN s.fresh | {task: t, left: i}]}
  END).done | x.task] AS done
UNWIND [s IN starts WHERE s IN done] AS s
CALL (f, s, goals, done) {
  UNWIND goals AS g
  MATCH SHORTEST 10 GROUPS (p = (s)
    ((a WHERE NOT a IN goals)-[r:HANDS_OFF_TO WHERE r.tasuki = $dataset AND r.flow = f.id AND NOT coalesce(r.optional, false)]->(b WHERE b IN done))*
    (g) WHERE all(n IN nodes(p) WHERE single(m IN nodes(p) WHERE m = n)))
  WITH DISTINCT nodes(p) AS path
  ORDER BY size(path), [t IN path | [n IN split(t.id, '-') | toIntegerOrNull(n)]], [t IN path | t.id]
  LIMIT CASE WHEN toInteger($k) > 10 THEN 10 ELSE toInteger($k) END
  RETURN collect(path) AS paths
}
UNWIND range(0, size(paths) - 1) AS at
RETURN f.id AS flow, s.id AS start, at + 1 AS rank, [t IN paths[at] | t.id] AS path,
  [t IN paths[at] | COLLECT {
    MATCH (o {tasuki: $dataset})-[r:LEADS|SUPPORTS {tasuki: $dataset}]->(t)
    WHERE NOT o.id IN $without AND (r:LEADS OR t IN hit)
    RETURN DISTINCT o.id AS id ORDER BY id
  }] AS organizations
ORDER BY flow, [n IN split(start, '-') | toIntegerOrNull(n)], start, rank
