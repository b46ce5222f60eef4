// The editor of Cypher: CodeMirror in the place of a textarea. Bundled with what it
// imports into editor.js by scripts/editor; types are checked by scripts/checkjs.
import {autocompletion, acceptCompletion, closeCompletion} from "@codemirror/autocomplete";
import {defaultKeymap, history, historyKeymap, indentLess, indentMore} from "@codemirror/commands";
import {bracketMatching, syntaxHighlighting} from "@codemirror/language";
import {lintGutter, linter, lintKeymap} from "@codemirror/lint";
import {EditorState, Prec} from "@codemirror/state";
import {EditorView, keymap, lineNumbers} from "@codemirror/view";
import {candidates} from "./complete.mjs";
import {language} from "./language.mjs";
import {colours, look} from "./look.mjs";
import {notes} from "./notes.mjs";

/**
 * A mistake in a text. Places count UTF-16 units of the text with lines ended by "\n",
 * as textarea.value has them; those beyond its end are taken as its end.
 * @typedef {{from: number, to: number, message: string}} Mistake
 *
 * What the page says to the reader, in the reader's language.
 * @typedef {object} Words
 * @property {string} hint how to submit, and that Escape, then Tab, leaves the editor
 * @property {string} label what a label is called in the list of completions
 * @property {string} relationship the same for a type of relationships
 * @property {string} property the same for a property
 * @property {string} parameter the same for a parameter
 * @property {string} keyword the same for a keyword of Cypher
 * @property {Record<string, string>} [phrases] texts of CodeMirror: "Completions",
 *   "Diagnostics", "No diagnostics", "close", "Control character", "Selection deleted"
 *
 * @typedef {object} Options
 * @property {import("./complete.mjs").Names} complete the names that are completed
 * @property {(text: string, signal: AbortSignal) => Promise<Mistake[]>} [check] asked half
 *   a second after the last change; the signal says that its answer is no longer wanted
 * @property {(text: string) => void} [submit] on Ctrl-Enter or Cmd-Enter; without it the
 *   form of the textarea is submitted
 * @property {Words} words
 *
 * @typedef {object} Editor
 * @property {(text: string) => void} set puts a text in the place of what stands there
 * @property {() => void} focus
 * @property {() => void} remove brings the textarea back, with the text
 */

/**
 * Puts the editor in the place of a textarea, which stays in its form, hidden, with the
 * text of the editor as its value. Needs no more than `default-src 'self'` of a policy.
 * @param {HTMLTextAreaElement} textarea
 * @param {Options} options
 * @returns {Editor}
 */
export function edit(textarea, {complete, check, submit, words}) {
  // In a tree of its own, styles come as objects, which no policy holds back; in that of
  // the page CodeMirror writes an element style.
  const host = document.createElement("div");
  const root = host.attachShadow({mode: "open"});
  host.className = "editor";
  const send = submit ?? (() => textarea.form?.requestSubmit());
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: textarea.value,
      extensions: [
        Prec.highest(keymap.of(keys(send))),
        keymap.of([{key: "Tab", run: indentMore, shift: indentLess}, ...defaultKeymap, ...historyKeymap, ...lintKeymap]),
        history(),
        lineNumbers(),
        bracketMatching(),
        EditorView.lineWrapping,
        language,
        syntaxHighlighting(colours),
        look(textarea.rows),
        EditorState.phrases.of(words.phrases ?? {}),
        autocompletion({override: [candidates(complete, words)], icons: false}),
        check ? [lintGutter(), linter(checker(check), {delay: 500})] : [],
        notes(words.hint),
        EditorView.contentAttributes.of({"aria-label": name(textarea), "aria-describedby": "hint", spellcheck: "false"}),
        EditorView.updateListener.of(update => {
          if (!update.docChanged) return;
          textarea.value = update.state.doc.toString();
          view.setTabFocusMode(false);
        }),
        EditorView.domEventHandlers({blur: (_, view) => view.setTabFocusMode(false), beforeinput: replace}),
      ],
    }),
  });
  /** @param {string} text */
  const set = text => view.dispatch({changes: {from: 0, to: view.state.doc.length, insert: text}, selection: {anchor: 0}});
  const release = follow(textarea, view, set);
  textarea.before(host);
  textarea.hidden = true;
  return {
    set,
    focus: () => view.focus(),
    remove() {
      release();
      view.destroy();
      host.remove();
      textarea.hidden = false;
    },
  };
}

/**
 * The keys that come before all others.
 * @param {(text: string) => void} send
 * @returns {import("@codemirror/view").KeyBinding[]}
 */
function keys(send) {
  /** @param {EditorView} view */
  const run = view => {
    send(view.state.doc.toString());
    return true;
  };
  return [
    {key: "Ctrl-Enter", run},
    {key: "Cmd-Enter", run},
    {key: "Tab", run: acceptCompletion},
    // CodeMirror itself lets Tab leave for two seconds after Escape, which not everybody
    // can keep to; here until the text changes.
    {key: "Escape", run: view => {
      closeCompletion(view);
      view.setTabFocusMode(true);
      return true;
    }},
  ];
}

/**
 * Types over what is selected. Left to it, Chromium gives what is typed the colour of
 * what it takes the place of, in an attribute style, which the policy holds back.
 * @param {InputEvent} event
 * @param {EditorView} view
 * @returns {boolean} whether that was done
 */
function replace(event, view) {
  if (event.inputType !== "insertText" || !event.data || view.composing || view.state.selection.main.empty) return false;
  view.dispatch(view.state.replaceSelection(event.data), {userEvent: "input.type", scrollIntoView: true});
  return true;
}

/**
 * Asks for the mistakes of a text, and ends what was asked about the text before.
 * @param {NonNullable<Options["check"]>} check
 * @returns {import("@codemirror/lint").LintSource}
 */
function checker(check) {
  let asked = new AbortController();
  return async view => {
    asked.abort();
    asked = new AbortController();
    const text = view.state.doc.toString();
    if (!text.trim()) return [];
    // Whoever cannot be asked will say so when the text is submitted.
    const mistakes = await check(text, asked.signal).catch(() => []);
    return mistakes.map(({from, to, message}) => {
      const start = Math.max(0, Math.min(from, text.length));
      return {from: start, to: Math.max(start, Math.min(to, text.length)), message, severity: "error"};
    });
  };
}

/**
 * Lets the editor follow what else happens to its textarea.
 * @param {HTMLTextAreaElement} textarea
 * @param {EditorView} view
 * @param {(text: string) => void} set
 * @returns {() => void} ends it
 */
function follow(textarea, view, set) {
  const ended = new AbortController();
  const {signal} = ended;
  // A browser shows no request to fill in what is hidden: the form would do nothing.
  const {required} = textarea;
  textarea.required = false;
  textarea.form?.addEventListener("reset", () => set(textarea.defaultValue), {signal});
  for (const label of textarea.labels) label.addEventListener("click", () => view.focus(), {signal});
  // The way back brings back what was typed, in some browsers after this has run.
  addEventListener("pageshow", () => {
    if (textarea.value !== view.state.doc.toString()) set(textarea.value);
  }, {signal});
  return () => {
    ended.abort();
    textarea.required = required;
  };
}

/**
 * What the textarea is called; a reference to its label would not reach into the tree.
 * @param {HTMLTextAreaElement} textarea
 * @returns {string}
 */
function name(textarea) {
  return textarea.ariaLabel ?? [...textarea.labels].map(l => l.textContent?.trim()).join(" ");
}
