// Package admincsv writes a dataset as the files that Neo4j's import tool builds a
// database from (neo4j-admin database import full): what a load stores, in the same
// nodes, relationships and properties.
//
// The tool reads CSV by RFC 4180. A field without anything is no property, one between
// quotation marks a text, in which a quotation mark is doubled; every text stands
// between them, so that none is taken for a number, and none is lost because it is
// empty. Elements of a list are parted by a character that nothing escapes, which is
// therefore one that no element has.
package admincsv
