// The ids of the page; where its links lead, as they are written; and the labels of
// drawings that stand on a box which leads somewhere, and lead elsewhere or nowhere.
() => {
  const href = a => a.getAttribute("href") ?? a.getAttributeNS("http://www.w3.org/1999/xlink", "href");
  for (const d of document.querySelectorAll("details")) d.open = true;
  const idle = [];
  let labels = 0;
  for (const svg of document.querySelectorAll("main svg:not(.slice, .slice *)")) {
    const boxes = [...svg.querySelectorAll("a :is(rect, ellipse, polygon)")].map(e => [e.getBoundingClientRect(), href(e.closest("a"))]);
    for (const text of svg.querySelectorAll("text")) {
      const at = text.getBoundingClientRect(), x = (at.left + at.right) / 2, y = (at.top + at.bottom) / 2;
      const to = boxes.filter(([b]) => b.left <= x && x <= b.right && b.top <= y && y <= b.bottom).map(([, to]) => to);
      if (!to.length) continue;
      labels++;
      const leads = text.closest("a");
      if (!leads || !to.includes(href(leads))) idle.push(text.textContent);
    }
  }
  return {
    ids: [...document.querySelectorAll("[id]")].map(e => e.id),
    links: [...document.querySelectorAll("a")].map(href).filter(h => h !== null),
    bare: [...document.querySelectorAll("a")].filter(a => href(a) === null).length,
    labels, idle,
  };
}
