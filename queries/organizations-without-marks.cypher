// title.en: Who appears in no task
// title.ja: どの作業にも出てこない組織
// question.en: Which organizations have no mark of any role?
// question.ja: どの役割の印も持たない組織はどれか
// readers: risk, architect
// param dataset text: the name of the dataset
// column organization: ID of the organization
// column name: its name
// column supplies: components that it supplies
// column possible: uncertain marks that may be its
// order: organization
// agrees: analysis.Findings: the subjects of organization-without-marks
MATCH (o:Organization {tasuki: $dataset})
WHERE NOT EXISTS { (o)-[:LEADS|ACCOUNTABLE_FOR|SUPPORTS|INFORMED {tasuki: $dataset}]->({tasuki: $dataset}) }
RETURN o.id AS organization, o.name AS name,
  COLLECT { MATCH (o)-[:SUPPLIES {tasuki: $dataset}]->(c {tasuki: $dataset}) RETURN DISTINCT c.id ORDER BY c.id } AS supplies,
  COUNT { MATCH (:Organization {tasuki: $dataset})-[m:LEADS|ACCOUNTABLE_FOR|SUPPORTS|INFORMED {tasuki: $dataset}]->({tasuki: $dataset}) WHERE o.id IN m.alternatives } AS possible
ORDER BY organization
