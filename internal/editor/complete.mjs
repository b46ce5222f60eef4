import {syntaxTree} from "@codemirror/language";

/**
 * The names that are completed.
 * @typedef {object} Names
 * @property {string[]} labels
 * @property {string[]} relationships
 * @property {string[]} properties
 * @property {string[]} parameters without their $
 *
 * @typedef {"label" | "relationship" | "property" | "parameter" | "keyword"} Kind
 */

const keywords = ["MATCH", "OPTIONAL MATCH", "WHERE", "WITH", "RETURN", "DISTINCT", "ORDER BY", "SKIP", "LIMIT", "UNWIND", "UNION", "CALL",
  "YIELD", "AS", "AND", "OR", "NOT", "IN", "IS NULL", "IS NOT NULL", "EXISTS", "COUNT", "COLLECT", "CASE", "WHEN", "THEN", "ELSE", "END",
  "STARTS WITH", "ENDS WITH", "CONTAINS", "SHORTEST", "ASC", "DESC", "true", "false", "null"];

const partOfName = /[\p{L}\p{N}_]*$/u;

// What is read of the text before a place to see which brackets are open there.
const reach = 2000;

/**
 * Completes by where the cursor stands, in time linear in the names and in `reach`.
 * @param {Names} names
 * @param {Record<Kind, string>} words
 * @returns {import("@codemirror/autocomplete").CompletionSource}
 */
export function candidates(names, words) {
  /** @type {Record<Kind, import("@codemirror/autocomplete").Completion[]>} */
  const lists = {
    label: names.labels.map(n => ({label: n, apply: quoted(n), detail: words.label})),
    relationship: names.relationships.map(n => ({label: n, apply: quoted(n), detail: words.relationship})),
    property: names.properties.map(n => ({label: n, apply: quoted(n), detail: words.property})),
    parameter: names.parameters.map(n => ({label: n, apply: quoted(n), detail: words.parameter})),
    keyword: keywords.map(n => ({label: n, detail: words.keyword})),
  };
  return context => {
    if (/string|comment/.test(syntaxTree(context.state).resolveInner(context.pos, -1).name)) return null;
    const before = context.state.sliceDoc(Math.max(0, context.pos - reach), context.pos);
    const typed = partOfName.exec(before)?.[0] ?? "";
    const kind = wanted(before.slice(0, before.length - typed.length));
    if (!kind || kind === "keyword" && !typed && !context.explicit) return null;
    return {from: context.pos - typed.length, options: lists[kind], validFor: /^[\p{L}\p{N}_]*$/u};
  };
}

/**
 * The kind of name that follows a text, if any can.
 * @param {string} before
 * @returns {Kind | undefined}
 */
export function wanted(before) {
  if (before.endsWith("$")) return "parameter";
  if (/[\p{L}_`)\]][\p{L}\p{N}_`]*\.$/u.test(before)) return "property";
  if (/[\d`.]$/.test(before)) return undefined;
  const open = innermost(before);
  // After a colon names may be joined by signs, as in :Task|!Flow.
  const names = /:\s*[\p{L}\p{N}_`|&!%\s]*$/u.test(before) && /[:|&!]\s*$/.test(before);
  switch (open) {
    case "{":
      return /[{,]\s*$/.test(before) ? "property" : "keyword";
    case "[":
      return names ? "relationship" : "keyword";
    default:
      return names ? "label" : "keyword";
  }
}

/**
 * The innermost bracket that a text leaves open. A bracket in a string counts like any
 * other: what is completed is an offer.
 * @param {string} text
 * @returns {string | undefined}
 */
function innermost(text) {
  let closed = 0;
  for (let i = text.length - 1; i >= 0; i--) {
    if (")]}".includes(text[i])) closed++;
    else if ("([{".includes(text[i]) && closed-- === 0) return text[i];
  }
  return undefined;
}

/**
 * A name as Cypher takes it.
 * @param {string} name
 * @returns {string}
 */
function quoted(name) {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : "`" + name.replaceAll("`", "``") + "`";
}
