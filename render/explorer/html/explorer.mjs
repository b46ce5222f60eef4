// @ts-check
// Swaps pages of the explorer in place: the answer is announced, the focus and the place
// of the window are kept, and going back undoes. Every page works without this module.

/** @type {AbortController | undefined} */
let running;

/** The styles of single elements of the page that is shown. */
const own = new CSSStyleSheet();
document.adoptedStyleSheets = [own];

/**
 * What has the focus, as a selector that finds its like in another page.
 * @returns {string}
 */
function focused() {
  const at = document.activeElement;
  if (!at || at === document.body) return "";
  if (at.id) return "#" + CSS.escape(at.id);
  const key = at.getAttribute("data-key");
  return key ? `[data-key="${CSS.escape(key)}"]` : "";
}

/**
 * Puts the parts of another page in the places of those of this one. The answer stays the
 * same element, since only what changes in it is announced.
 * @param {Document} next
 */
function swap(next) {
  const focus = focused();
  // What was clicked stays under the pointer, though what stands above it grows.
  const was = focus ? document.querySelector(focus)?.getBoundingClientRect().top : undefined;
  const answer = document.getElementById("answer");
  const said = next.getElementById("answer");
  own.replaceSync([...next.querySelectorAll("head > style")].map((s) => s.textContent ?? "").join(""));
  document.querySelectorAll("head > style").forEach((s) => s.remove());
  document.title = next.title;
  document.documentElement.lang = next.documentElement.lang;
  for (const part of ["header", "aside"]) {
    const from = next.querySelector(part);
    if (from) document.querySelector(part)?.replaceWith(document.adoptNode(from));
  }
  const view = document.getElementById("view");
  const shown = next.getElementById("view");
  if (view && shown && answer && said) {
    const text = said.textContent ?? "";
    said.remove();
    for (const child of [...view.children]) if (child !== answer) child.remove();
    view.append(...[...shown.children].map((c) => document.adoptNode(c)));
    if (answer.textContent !== text) answer.textContent = text;
  }
  if (focus) {
    const at = document.querySelector(focus);
    if (at instanceof HTMLElement || at instanceof SVGElement) {
      at.focus({ preventScroll: true });
      if (was !== undefined) scrollBy({ top: at.getBoundingClientRect().top - was, behavior: "instant" });
    } else view?.focus({ preventScroll: true });
  }
}

/**
 * Shows a page. A click cancels the one before; what cannot be shown in place is gone to.
 * @param {string} href
 * @param {"push" | "replace" | "none"} history
 */
async function show(href, history) {
  running?.abort();
  const mine = (running = new AbortController());
  const view = document.getElementById("view");
  view?.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(href, { signal: mine.signal, headers: { Accept: "text/html" } });
    const text = await answer.text();
    if (mine.signal.aborted) return;
    const next = new DOMParser().parseFromString(text, "text/html");
    if (!next.getElementById("view")) {
      location.href = href;
      return;
    }
    if (history === "push") window.history.pushState(null, "", answer.url);
    if (history === "replace") window.history.replaceState(null, "", answer.url);
    swap(next);
  } catch (e) {
    if (!mine.signal.aborted) location.href = href;
  } finally {
    if (running === mine) document.getElementById("view")?.removeAttribute("aria-busy");
  }
}

/**
 * The address that a form asks for.
 * @param {HTMLFormElement} form
 */
function asked(form) {
  const to = new URL(form.action, location.href);
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string" && value) query.append(name, value);
  to.search = query.toString();
  return to.href;
}

document.addEventListener("click", (event) => {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link || link.hasAttribute("data-plain")) return;
  const href = link.getAttribute("href") ?? link.getAttribute("xlink:href");
  if (!href || href.startsWith("#")) return;
  const to = new URL(href, location.href);
  if (to.origin !== location.origin || to.pathname === "/console") return;
  event.preventDefault();
  show(to.href, "push");
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.method !== "get") return;
  event.preventDefault();
  show(asked(form), "push");
});

document.addEventListener("input", (event) => {
  const at = event.target;
  if (!(at instanceof HTMLInputElement) || !at.hasAttribute("data-live") || !at.form) return;
  const shown = at.form.querySelector("output");
  if (shown) shown.textContent = at.value;
  show(asked(at.form), "replace");
});

window.addEventListener("popstate", () => show(location.href, "none"));

const changes = new EventSource("/events");
changes.addEventListener("changed", () => {
  const problem = document.getElementById("problem");
  if (problem) problem.hidden = true;
  show(location.href, "replace");
});
changes.addEventListener("problem", (event) => {
  const problem = document.getElementById("problem");
  if (!problem) return;
  problem.textContent = JSON.parse(event.data);
  problem.hidden = false;
});
