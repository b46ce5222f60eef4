// Texts that are smaller than so many pixels as they are seen, drawings as they are
// scaled.
least => {
  const found = [];
  for (const e of document.querySelectorAll("body *")) {
    const says = [...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim());
    if (!says || /^(script|style|title|option)$/.test(e.localName) || !e.checkVisibility()) continue;
    const scale = e.ownerSVGElement ? e.getScreenCTM().a : 1;
    const size = parseFloat(getComputedStyle(e).fontSize) * scale;
    if (size < least - 0.01) found.push(`${size.toFixed(1)} px, ${e.localName}: ${e.textContent.trim().slice(0, 40)}`);
  }
  return found;
}
