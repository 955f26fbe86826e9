"use strict";
// Writes days and large numbers as the reader's own English does ("Dec 3, 2023", "1,00,000"). The words of reports, and what is to be copied, stay as they are.
(() => {
  const locale = [navigator.language].find((l) => /^en(-|$)/i.test(l));
  const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const DAYS = new RegExp("\\b(?:(\\d{1,2})–)?(\\d{1,2}) (" + MONTHS.join("|") + ") (\\d{4})\\b", "g");
  const LARGE = /(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])/g;
  const KEPT = "mark, blockquote, q, cite, pre, code, textarea, script, style, svg, .text, .copy, [data-start]";
  if (!locale) return;
  const days = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  const numbers = new Intl.NumberFormat(locale);
  const at = (year, month, day) => new Date(Date.UTC(Number(year), MONTHS.indexOf(month), Number(day)));
  const written = (words) => words
    .replace(DAYS, (_, first, last, month, year) => (first ? days.formatRange(at(year, month, first), at(year, month, last)) : days.format(at(year, month, last))))
    .replace(LARGE, (n) => numbers.format(Number(n.replaceAll(",", ""))));
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest(KEPT) || /[“”"]/.test(node.data)) continue;
    const told = written(node.data);
    if (told !== node.data) node.data = told;
  }
})();
