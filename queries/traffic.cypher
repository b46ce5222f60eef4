// title.en: Handoffs through each organization
// title.ja: 各組織を通る引き継ぎ
// question.en: How many handoffs come in, go out and stay within each organization?
// question.ja: 各組織に入る・出る・内部で渡る引き継ぎは何件か
// readers: risk, drill
// param dataset text: the name of the dataset
// column organization: ID of the organization
// column in: from others, to 9 digits
// column out: to others, to 9 digits
// column within: from itself to itself, to 9 digits
// column through: the sum of the three, to 9 digits
// order: through desc, organization
// agrees: bottleneck.Bottlenecks: handoffs of every organization, where any handoff is declared
MATCH (o:Organization {tasuki: $dataset})
OPTIONAL CALL (o) {
  MATCH (o)-[:LEADS {tasuki: $dataset}]->(a {tasuki: $dataset})
  MATCH (a)-[r:HANDS_OFF_TO {tasuki: $dataset}]-(b {tasuki: $dataset})<-[:LEADS {tasuki: $dataset}]-(p {tasuki: $dataset})
  WITH DISTINCT o, a, b, p, startNode(r) = a AS goes
  WHERE goes OR p <> o
  WITH CASE WHEN p = o THEN 'within' WHEN goes THEN 'out' ELSE 'in' END AS how,
    1.0 / (COUNT { ({tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(a) } * COUNT { ({tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(b) }) AS part
  RETURN how, sum(part) AS handoffs
}
WITH o, sum(CASE how WHEN 'in' THEN handoffs ELSE 0.0 END) AS in, sum(CASE how WHEN 'out' THEN handoffs ELSE 0.0 END) AS out,
  sum(CASE how WHEN 'within' THEN handoffs ELSE 0.0 END) AS within
RETURN o.id AS organization, round(in, 9) AS in, round(out, 9) AS out, round(within, 9) AS within, round(in + out + within, 9) AS through
ORDER BY through DESC, organization
