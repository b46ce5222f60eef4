import {forEachDiagnostic} from "@codemirror/lint";
import {showPanel} from "@codemirror/view";

/**
 * Two lines below the text: the first mistake, with its line and column, as a status that
 * is read out, since a mark in the gutter tells nothing to who cannot hover; and the hint.
 * @param {string} hint
 * @returns {import("@codemirror/state").Extension}
 */
export function notes(hint) {
  return showPanel.of(() => {
    const dom = document.createElement("div"), status = document.createElement("p"), how = document.createElement("p");
    dom.className = "cm-notes";
    status.setAttribute("role", "status");
    how.id = "hint";
    how.textContent = hint;
    dom.append(status, how);
    return {
      dom,
      update({state}) {
        let text = "";
        forEachDiagnostic(state, (d, from) => {
          if (text) return;
          const line = state.doc.lineAt(from);
          text = `${line.number}:${from - line.from + 1} ${d.message}`;
        });
        // The same text written again would be read out again.
        if (text !== status.textContent) status.textContent = text;
      },
    };
  });
}
