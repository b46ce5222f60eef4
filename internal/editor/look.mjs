import {HighlightStyle} from "@codemirror/language";
import {EditorView} from "@codemirror/view";
import {tags} from "@lezer/highlight";

// Each with a contrast of at least 7 to white.
export const colours = HighlightStyle.define([
  {tag: tags.keyword, color: "#00458a", fontWeight: "bold"},
  {tag: [tags.standard(tags.variableName)], color: "#6a1b7a"},
  {tag: tags.string, color: "#7a2e00"},
  {tag: tags.atom, color: "#00504a"},
  {tag: tags.comment, color: "#4d4d4d", fontStyle: "italic"},
]);

/**
 * The look, as high as a textarea of so many rows. Where the signs of CodeMirror are
 * pictures in addresses data:, which the policy holds back, others stand.
 * @param {number} rows
 * @returns {import("@codemirror/state").Extension}
 */
export function look(rows) {
  const font = "ui-monospace, 'DejaVu Sans Mono', 'Noto Sans Mono CJK JP', monospace";
  return EditorView.theme({
    "&": {color: "#1a1a1a", backgroundColor: "#fff", border: "1px solid #595959", colorScheme: "light"},
    "&.cm-focused": {outline: "2px solid #00458a", outlineOffset: "1px"},
    ".cm-scroller": {fontFamily: font, lineHeight: "1.5"},
    ".cm-content, .cm-gutter": {minHeight: `${rows * 1.5}em`},
    ".cm-content": {caretColor: "#000"},
    ".cm-gutters": {color: "#4d4d4d", backgroundColor: "#f4f4f4", borderRight: "1px solid #ccc"},
    ".cm-gutter-lint": {width: "1.2em"},
    ".cm-lint-marker-error": {content: "none", width: "1em", height: "1em"},
    ".cm-lint-marker-error::before": {content: "'!'", display: "block", textAlign: "center", lineHeight: "1", fontWeight: "bold", color: "#fff", backgroundColor: "#a80000", borderRadius: "50%"},
    ".cm-lintRange-error": {backgroundImage: "none", textDecoration: "underline wavy #a80000", textUnderlineOffset: "3px"},
    ".cm-tooltip": {color: "#1a1a1a", backgroundColor: "#fff", border: "1px solid #595959"},
    ".cm-tooltip.cm-tooltip-autocomplete > ul": {fontFamily: font},
    ".cm-tooltip.cm-tooltip-autocomplete > ul > li": {padding: "0.2em 0.4em"},
    ".cm-tooltip-autocomplete > ul > li[aria-selected]": {color: "#fff", backgroundColor: "#00458a", forcedColorAdjust: "none"},
    ".cm-completionDetail": {fontStyle: "normal", fontFamily: "sans-serif", fontSize: "0.875em", marginLeft: "1em"},
    ".cm-panels": {color: "#1a1a1a", backgroundColor: "#f4f4f4"},
    ".cm-panels-bottom": {borderTop: "1px solid #ccc"},
    ".cm-notes": {padding: "0.2em 0.6em", fontSize: "0.875em", "& p": {margin: "0"}, "& [role=status]": {color: "#a80000", fontWeight: "bold"}},
  });
}
