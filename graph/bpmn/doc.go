// Package bpmn reads models in BPMN 2.0 as datasets, and writes datasets as models.
//
// Pools and lanes become organizations, activities and events tasks, sequence flows and
// message flows handoffs. Gateways are no work: they say how the handoffs of a task belong
// together, and are gone where one level of branches says as much. docs/bpmn.md has all of
// it. Nothing is left out in silence: the account has each type of element.
package bpmn
