/**
 * What a name can be.
 * @typedef {"label" | "relationship" | "property" | "parameter" | "keyword"} Kind
 */

/**
 * The kind of name that follows a text, if any can. Linear in the text.
 * @param {string} before without what has been typed of the name
 * @returns {Kind | undefined}
 */
export function wanted(before) {
  if (before.endsWith("$")) return "parameter";
  if (/[\p{L}_`)\]][\p{L}\p{N}_`]*\.$/u.test(before)) return "property";
  if (/[\d`.]$/.test(before)) return undefined;
  // After a colon labels and types may be joined, as in :Task|!Flow.
  const joined = /(?:^|[^:]):\s*(?:!\s*)*(?:(?:`[^`]*`|[\p{L}\p{N}_%]+)\s*[|&]\s*(?:!\s*)*)*$/u.test(before);
  switch (innermost(before)) {
    case "{":
      // The braces of a map hold keys; those of EXISTS, COUNT and CALL hold clauses.
      if (/[{,]\s*$/.test(before)) return /(?:exists|count|collect|call(?:\s*\([^()]*\))?)\s*\{\s*$/i.test(before) ? "keyword" : "property";
      return "keyword";
    case "[":
      return joined ? "relationship" : "keyword";
    default:
      return joined ? "label" : "keyword";
  }
}

/**
 * Whether a word that has been typed is better left alone, so that Enter ends the line:
 * a name that is being given, or one that stands in the text already.
 * @param {string} before
 * @param {string} typed
 * @returns {boolean}
 */
export function named(before, typed) {
  return typed.length < 2 || /(?:[([]|(?:^|\s)as)\s*$/i.test(before) || before.split(/[^\p{L}\p{N}_]+/u).includes(typed);
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
