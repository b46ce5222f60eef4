// title.en: Components of several suppliers
// title.ja: 環境により納入業者の異なる構成要素
// question.en: Which components does one party build in one environment and another elsewhere?
// question.ja: 環境によって別の組織が納める構成要素はどれか
// readers: architect, risk
// param dataset text: the name of the dataset
// column component: ID of the component
// column name: its name
// column suppliers: the organizations that supply it anywhere
// column by_environment: each environment with its suppliers
// order: component
// agrees: none: no analysis looks at supplies
MATCH (o:Organization {tasuki: $dataset})-[s:SUPPLIES {tasuki: $dataset}]->(c {tasuki: $dataset})
WITH c, coalesce(s.environment, 'any') AS environment, o
ORDER BY environment, o.id
WITH c, environment, collect(DISTINCT o.id) AS by
ORDER BY environment
WITH c, collect({environment: environment, suppliers: by}) AS by_environment
WITH c, by_environment, COLLECT { MATCH (o {tasuki: $dataset})-[:SUPPLIES {tasuki: $dataset}]->(c) RETURN DISTINCT o.id ORDER BY o.id } AS suppliers
WHERE size(suppliers) > 1
RETURN c.id AS component, c.name AS name, suppliers, by_environment
ORDER BY component
