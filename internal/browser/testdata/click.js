// Clicks, as a pointer would, on the label of a drawing that stands so many labels from
// the first that leads to another place of the page or to another page, and says what
// it says and where it leads; null when there are fewer.
number => {
  for (const d of document.querySelectorAll("details")) d.open = true;
  const text = [...document.querySelectorAll("main svg:not(.slice, .slice *) a text")][number];
  if (!text) return null;
  text.scrollIntoView({block: "center", inline: "center"});
  const at = text.getBoundingClientRect();
  const hit = document.elementFromPoint((at.left + at.right) / 2, (at.top + at.bottom) / 2);
  const to = a => a?.getAttribute("href") ?? a?.getAttributeNS("http://www.w3.org/1999/xlink", "href") ?? "";
  const answer = {says: text.textContent, wants: to(text.closest("a")), hits: to(hit?.closest("a"))};
  setTimeout(() => hit?.dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true})), 50);
  return answer;
}
