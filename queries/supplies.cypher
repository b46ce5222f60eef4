// title.en: Who supplies what
// title.ja: だれが何を納めるか
// question.en: Who supplies each component, in which environment and at which site?
// question.ja: 各構成要素を、どの環境・拠点で、だれが納めるか
// readers: architect, risk
// param dataset text: the name of the dataset
// column component: ID of the component
// column environment: ID of the environment; null when none is named
// column site: ID of the site; null when none is named
// column organization: ID of the supplier
// column reading: printed, realigned or uncertain
// order: component, environment, site, organization
// agrees: none: it lists facts
MATCH (o:Organization {tasuki: $dataset})-[s:SUPPLIES {tasuki: $dataset}]->(c {tasuki: $dataset})
RETURN c.id AS component, s.environment AS environment, s.site AS site, o.id AS organization, s.reading AS reading
ORDER BY component, environment, site, organization
