// @ts-check
// Puts the editor into the console, and shows answers in place. The page works without
// this module.
import { edit } from "./editor.js";

const form = /** @type {HTMLFormElement} */ (document.getElementById("ask"));
const statement = /** @type {HTMLTextAreaElement} */ (document.getElementById("statement"));
const params = /** @type {HTMLTextAreaElement} */ (document.getElementById("params"));

/** The styles of single elements of the answer that is shown. */
const own = new CSSStyleSheet();
document.adoptedStyleSheets = [own];
for (const style of document.querySelectorAll("head > style")) {
  own.replaceSync(style.textContent ?? "");
  style.remove();
}

const editor = edit(statement, {
  complete: JSON.parse(form.dataset.complete ?? "{}"),
  words: JSON.parse(form.dataset.words ?? "{}"),
  submit: () => form.requestSubmit(),
  async check(text, signal) {
    const body = new URLSearchParams({ statement: text, params: params.value });
    const answer = await fetch(form.dataset.check ?? "", { method: "POST", body, signal });
    return answer.ok ? answer.json() : [];
  },
});

/** @type {AbortController | undefined} */
let running;

/**
 * Says what becomes of a question.
 * @param {string} text
 */
function say(text) {
  const answer = document.getElementById("answer");
  if (answer) answer.textContent = text;
}

/**
 * Shows the answer that stands in another page of the console. The style of that page is
 * taken out before it is parsed, since the policy of this one does not know it.
 * @param {string} page
 */
function show(page) {
  const style = /<style>([^]*?)<\/style>/.exec(page.split("</head>", 1)[0]);
  const next = new DOMParser().parseFromString(style ? page.replace(style[0], "") : page, "text/html");
  const reply = next.getElementById("reply");
  const text = next.getElementById("statement");
  const values = next.getElementById("params");
  if (!reply) return false;
  own.replaceSync(style?.[1] ?? "");
  document.getElementById("reply")?.replaceWith(document.adoptNode(reply));
  say(next.getElementById("answer")?.textContent ?? "");
  if (text instanceof HTMLTextAreaElement && text.value !== statement.value) editor.set(text.value);
  if (values instanceof HTMLTextAreaElement) params.value = values.value;
  return true;
}

/**
 * Asks; a new question ends the one before.
 * @param {HTMLFormElement} asked
 * @param {HTMLElement | null} by the button
 */
async function ask(asked, by) {
  running?.abort();
  const mine = (running = new AbortController());
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(asked, by)) if (typeof value === "string") body.append(name, value);
  const view = document.getElementById("view");
  view?.setAttribute("aria-busy", "true");
  say(form.dataset.asking ?? "");
  try {
    const answer = await fetch(asked.action, { method: "POST", body, signal: mine.signal });
    const text = await answer.text();
    if (mine.signal.aborted) return;
    if (!show(text)) say(text);
  } catch {
    if (!mine.signal.aborted) say(form.dataset.unanswered ?? "");
  } finally {
    if (running === mine) view?.removeAttribute("aria-busy");
  }
}

document.addEventListener("submit", (event) => {
  if (!(event.target instanceof HTMLFormElement)) return;
  event.preventDefault();
  ask(event.target, event.submitter);
});
