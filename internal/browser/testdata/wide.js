// What reaches over the right edge of the window, unless it stands in what scrolls.
() => {
  const scrolls = e => {
    for (let p = e.parentElement; p; p = p.parentElement) {
      if (/auto|scroll|hidden|clip/.test(getComputedStyle(p).overflowX)) return true;
    }
    return false;
  };
  const edge = document.documentElement.clientWidth + 1;
  const found = [...document.body.querySelectorAll("*")].filter(e => {
    const box = e.getBoundingClientRect();
    return box.width > 0 && box.right > edge && !e.closest("svg svg, svg *") && !scrolls(e);
  });
  if (document.documentElement.scrollWidth > edge) found.unshift(document.documentElement);
  return found.map(e => `${e.localName}.${e.getAttribute("class") ?? ""} ${Math.round(e.getBoundingClientRect().right)}: ${e.textContent.trim().slice(0, 40)}`);
}
