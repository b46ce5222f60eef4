import {syntaxTree} from "@codemirror/language";
import {named, wanted} from "./place.mjs";

/**
 * The names that are completed.
 * @typedef {object} Names
 * @property {string[]} labels
 * @property {string[]} relationships
 * @property {string[]} properties
 * @property {string[]} parameters without their $
 */

const keywords = ["MATCH", "OPTIONAL MATCH", "WHERE", "WITH", "RETURN", "DISTINCT", "ORDER BY", "SKIP", "LIMIT", "UNWIND", "UNION", "CALL",
  "YIELD", "AS", "AND", "OR", "NOT", "IN", "IS NULL", "IS NOT NULL", "EXISTS", "COUNT", "COLLECT", "CASE", "WHEN", "THEN", "ELSE", "END",
  "STARTS WITH", "ENDS WITH", "CONTAINS", "SHORTEST", "ASC", "DESC", "TRUE", "FALSE", "NULL"];

const partOfName = /[\p{L}\p{N}_]*$/u;

// What is read of the text before a place, in UTF-16 units.
const reach = 2000;

/**
 * Completes by where the cursor stands, in time linear in the names and in `reach`.
 * @param {Names} names
 * @param {Record<import("./place.mjs").Kind, string>} words
 * @returns {import("@codemirror/autocomplete").CompletionSource}
 */
export function candidates(names, words) {
  /** @type {Record<import("./place.mjs").Kind, import("@codemirror/autocomplete").Completion[]>} */
  const lists = {
    label: names.labels.map(n => ({label: n, apply: quoted(n), detail: words.label})),
    relationship: names.relationships.map(n => ({label: n, apply: quoted(n), detail: words.relationship})),
    property: names.properties.map(n => ({label: n, apply: quoted(n), detail: words.property})),
    parameter: names.parameters.map(n => ({label: n, apply: quoted(n), detail: words.parameter})),
    keyword: keywords.map(n => ({label: n, detail: words.keyword})),
  };
  return context => {
    if (/string|comment/.test(syntaxTree(context.state).resolveInner(context.pos, -1).name)) return null;
    const text = context.state.sliceDoc(Math.max(0, context.pos - reach), context.pos);
    const typed = partOfName.exec(text)?.[0] ?? "";
    const before = text.slice(0, text.length - typed.length), from = context.pos - typed.length;
    const kind = wanted(before);
    if (!kind) return null;
    if (kind !== "keyword") return {from, options: lists[kind], validFor: /^[\p{L}\p{N}_]*$/u};
    if (!context.explicit && named(before, typed)) return null;
    const options = lists.keyword.filter(k => k.label.startsWith(typed.toUpperCase()) && k.label !== typed.toUpperCase());
    return {from, options, filter: false};
  };
}

/**
 * A name as Cypher takes it.
 * @param {string} name
 * @returns {string}
 */
function quoted(name) {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : "`" + name.replaceAll("`", "``") + "`";
}
