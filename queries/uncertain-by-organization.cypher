// title.en: How much hangs on uncertain marks
// title.ja: 組織ごとの不確かな主担当
// question.en: How many lead marks of each organization are uncertain, and how many of others may be its?
// question.ja: 各組織の主担当の印のうち不確かなものは何個で、他組織の印のうち何個がその組織のものかもしれないか
// readers: risk
// param dataset text: the name of the dataset
// column organization: ID of the organization
// column lead_marks: lead marks as read
// column uncertain: of these, uncertain ones
// column possible: lead marks of others of which it is an alternative, on tasks that it does not lead
// order: organization
// agrees: none: the analysis gives the fewest and most lead marks over all readings, which takes more than counting
MATCH (o:Organization {tasuki: $dataset})
RETURN o.id AS organization, COUNT { (o)-[:LEADS {tasuki: $dataset}]->({tasuki: $dataset}) } AS lead_marks,
  COUNT { (o)-[:LEADS {tasuki: $dataset, reading: 'uncertain'}]->({tasuki: $dataset}) } AS uncertain,
  COUNT {
    MATCH (:Organization {tasuki: $dataset})-[m:LEADS {tasuki: $dataset}]->(t {tasuki: $dataset})
    WHERE o.id IN m.alternatives AND NOT EXISTS { (o)-[:LEADS {tasuki: $dataset}]->(t) }
  } AS possible
ORDER BY organization
