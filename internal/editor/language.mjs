import {StreamLanguage} from "@codemirror/language";
import {cypher} from "@codemirror/legacy-modes/mode/cypher";

/**
 * @typedef {object} State
 * @property {unknown} base
 * @property {boolean} comment a comment that ends on a later line is open
 */

/**
 * The mode that CodeMirror has, and what it does not know: comments between signs, names
 * between backquotes, and that a property may be called like a keyword (n.name).
 * @type {import("@codemirror/language").StreamParser<State>}
 */
const mode = {
  ...cypher,
  startState: unit => ({base: cypher.startState?.(unit), comment: false}),
  copyState: state => ({base: {.../** @type {object} */ (state.base)}, comment: state.comment}),
  token(stream, state) {
    if (state.comment || stream.match("/*")) {
      state.comment = !stream.match(/^.*?\*\//);
      if (state.comment) stream.skipToEnd();
      return "comment";
    }
    if (stream.match(/^`(?:[^`]|``)*`?/)) return "variable";
    const style = cypher.token(stream, state.base);
    const word = style === "keyword" || style === "builtin" || style === "def";
    if (word && stream.string[stream.start - 1] === ".") return "variable";
    return style === "def" ? "keyword" : style; // NOT and AND look like WHERE
  },
  indent: (state, text, context) => cypher.indent?.(state.base, text, context) ?? null,
  languageData: {commentTokens: {line: "//", block: {open: "/*", close: "*/"}}},
};

export const language = StreamLanguage.define(mode);
