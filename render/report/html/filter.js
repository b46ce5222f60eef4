(() => {
  "use strict";
  const form = document.querySelector(".filter");
  const find = form.querySelector("input");
  const selects = [...form.querySelectorAll("select")];
  const status = form.querySelector("output");
  const menu = form.closest("details");
  const state = menu.querySelector(".state");
  const kinds = ["organization", "task", "flow"];
  const normal = text => text.normalize("NFKC").toLowerCase();
  const place = id => id.replace(/^escalation-/, "flow-");

  // What a place is: the choices name the organizations and flows, and every
  // other row is a task's.
  const known = new Map();
  for (const s of selects) for (const o of s.options) {
    for (const kind of kinds) for (const id of o.dataset[kind]?.split(" ") ?? []) known.set(id, kind);
  }

  // Entries are the rows of tables and the lines of lists, each with the places
  // that it names.
  const entries = [...document.querySelectorAll("main tbody tr:not(.heading), main li")]
    .filter(e => !e.closest("#conclusion") && !(e.localName === "li" && e.closest("td, th")))
    .map(e => {
      const ids = [...e.querySelectorAll('a[href*="#"]')].map(a => place(a.hash.slice(1)));
      if (e.id) ids.push(e.id);
      const part = e.closest("[data-place]");
      const entry = {e, text: normal(e.textContent)};
      for (const kind of kinds) entry[kind] = ids.filter(id => known.get(id) === kind);
      if (part && !entry.flow.length) entry.flow = [place(part.dataset.place)];
      return entry;
    });

  // An entry belongs to a choice by the nearest thing that both know of.
  const belongs = (entry, kind, option) => {
    for (const k of [kind, "task", "flow", "organization"]) {
      if (!entry[k]?.length) continue;
      const places = option.dataset[k].split(" ");
      return entry[k].some(id => places.includes(id));
    }
    return true;
  };

  const holders = [...document.querySelectorAll("main .wide, main ul, main ol, main details, main .part, main .heading")]
    .filter(h => !h.closest("#conclusion"));
  const within = h => {
    if (!h.matches(".heading")) return entries.filter(x => h.contains(x.e));
    const below = [];
    for (let r = h.nextElementSibling; r && !r.matches(".heading"); r = r.nextElementSibling) below.push(r);
    return entries.filter(x => below.includes(x.e));
  };
  let held;

  const apply = () => {
    const words = normal(find.value).split(/\s+/).filter(Boolean);
    const chosen = selects.filter(s => s.value).map(s => [s.name, s.selectedOptions[0]]);
    const active = words.length + chosen.length > 0;
    let left = 0;
    for (const x of entries) {
      x.e.hidden = active && !(words.every(w => x.text.includes(w)) && chosen.every(([kind, option]) => belongs(x, kind, option)));
      if (!x.e.hidden) left++;
    }
    held ??= holders.map(h => [h, within(h)]).filter(([, inside]) => inside.length);
    for (const [h, inside] of held) {
      h.hidden = inside.every(x => x.e.hidden);
      if (h.localName !== "details" || h.hidden) continue;
      if (words.length && left <= 300 && !h.open) {
        h.open = true;
        h.dataset.opened = "";
      } else if (!words.length && "opened" in h.dataset) {
        h.open = false;
        delete h.dataset.opened;
      }
    }
    const says = left ? status.dataset.some : status.dataset.none;
    status.textContent = active ? says.replace("{1}", left).replace("{2}", entries.length) : "";
    state.textContent = status.textContent;
    form.classList.toggle("active", active);
  };

  // What is chosen stands in the address, behind "#?": it can be passed on, and the
  // way back leads through it. A word that is being typed is one step of that way.
  const fields = [find, ...selects];
  const name = field => field.name || field.id;
  const keep = typing => {
    const chosen = new URLSearchParams(fields.filter(f => f.value).map(f => [name(f), f.value])).toString();
    const here = location.href.split("#")[0] + (chosen && "#?" + chosen);
    if (here === location.href) return;
    history[typing && history.state?.typing ? "replaceState" : "pushState"]({typing}, "", here);
  };
  const show = () => {
    const first = form.classList.contains("active") && entries.find(x => x.e.checkVisibility?.() ?? !x.e.hidden);
    if (first) first.e.scrollIntoView({block: "center"});
  };
  let waiting;
  form.addEventListener("input", event => {
    apply();
    keep(event.target === find);
    clearTimeout(waiting);
    waiting = setTimeout(show, 300);
  });
  form.addEventListener("submit", event => {
    event.preventDefault();
    clearTimeout(waiting);
    menu.open = false;
    show();
  });
  form.querySelector("button").addEventListener("click", event => {
    event.preventDefault();
    form.reset();
    apply();
    keep(false);
  });
  form.hidden = false;

  // The address says what is chosen, or leads into what is folded or filtered out.
  const follow = () => {
    menu.open = false;
    if (location.hash.startsWith("#?") || !location.hash) {
      const chosen = new URLSearchParams(location.hash.slice(2));
      for (const f of fields) f.value = chosen.get(name(f)) ?? "";
      for (const s of selects) if (s.selectedIndex < 0) s.value = "";
      apply();
      show();
      return;
    }
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.closest("[hidden]")) {
      form.reset();
      apply();
    }
    for (let d = target.closest("details"); d; d = d.parentElement.closest("details")) d.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", follow);
  if (location.hash) follow();

  // Paper cannot be unfolded.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details.printed:not([open])")];
    for (const d of opened) d.open = true;
  });
  addEventListener("afterprint", () => {
    for (const d of opened) d.open = false;
  });
})();
