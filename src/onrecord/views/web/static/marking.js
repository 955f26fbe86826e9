"use strict";
// Words marked with the mouse or the arrow keys, put into the form as the record counts characters. By typing numbers everything works without this file.
(() => {
  const characters = (words) => Array.from(words).length; // not the halves of them, as a script counts
  const inside = (node) => (node.nodeType === 1 ? node : node.parentElement);
  const told = (range) => {
    const part = range.cloneContents();
    part.querySelectorAll(".end, .speaker, .margin").forEach((one) => one.remove());
    return part.textContent;
  };
  const place = (text, node, offset) => {
    const block = inside(node).closest("[data-start]");
    if (!block || !text.contains(block)) return null;
    const before = document.createRange();
    before.setStart(block, 0);
    before.setEnd(node, offset);
    return Number(block.dataset.start) + characters(told(before));
  };
  const form = (text) => (text.dataset.for ? document.getElementById(text.dataset.for) : text.closest(".item"));
  const into = (text, range) => {
    const words = told(range), lead = characters(words) - characters(words.trimStart()), trail = characters(words) - characters(words.trimEnd());
    const first = place(text, range.startContainer, range.startOffset), last = place(text, range.endContainer, range.endOffset);
    if (first === null || last === null || !words.trim()) return;
    const target = form(text), start = first + lead, end = last - trail;
    if (target.matches("a")) {
      target.href = target.dataset.to + "?start=" + start + "&end=" + end + "#add";
      target.querySelector(".marked").textContent = "“" + words.trim().slice(0, 80) + "”";
      target.hidden = false;
      return;
    }
    target.querySelector("[name=start]").value = start;
    target.querySelector("[name=end]").value = end;
    target.querySelectorAll(".marked").forEach((one) => { one.textContent = words.trim(); });
    const into = target.querySelector("select.into"), box = into && into.value && target.querySelector(`[name="field.${into.value}"]`);
    if (box) box.value = words.trim();
  };
  document.addEventListener("selectionchange", () => {
    const chosen = getSelection();
    if (!chosen.rangeCount || chosen.isCollapsed) return;
    const text = inside(chosen.getRangeAt(0).commonAncestorContainer).closest(".markable");
    if (text) into(text, chosen.getRangeAt(0));
  });
  const begin = (text, chosen) => {
    const range = document.createRange();
    range.setStart(text.querySelector("mark") || text, 0);
    range.collapse(true);
    chosen.removeAllRanges();
    chosen.addRange(range);
  };
  const word = (chosen, way) => {
    if (way === "forward") {
      chosen.collapseToEnd();
      chosen.modify("move", "forward", "word");
      chosen.modify("move", "backward", "word");
    } else {
      chosen.collapseToStart();
      chosen.modify("move", "backward", "word");
    }
    chosen.modify("extend", "forward", "word");
  };
  const step = (text, key, more) => {
    const chosen = getSelection();
    const here = chosen.rangeCount && text.contains(chosen.anchorNode);
    if (!here) begin(text, chosen);
    const kept = here ? chosen.getRangeAt(0).cloneRange() : null;
    const way = key === "ArrowRight" || key === "ArrowDown" ? "forward" : "backward";
    if (more && here) chosen.modify("extend", way, key === "ArrowUp" || key === "ArrowDown" ? "line" : "word");
    else if (here) word(chosen, way);
    else chosen.modify("extend", "forward", "word");
    if (kept && !(text.contains(chosen.anchorNode) && text.contains(chosen.focusNode))) { chosen.removeAllRanges(); chosen.addRange(kept); }
    const at = chosen.focusNode && inside(chosen.focusNode);
    if (at) at.scrollIntoView({ block: "nearest" });
  };
  document.querySelectorAll(".markable").forEach((text) => {
    text.addEventListener("keydown", (event) => {
      if (event.target !== text || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key.startsWith("Arrow")) { event.preventDefault(); event.stopPropagation(); step(text, event.key, event.shiftKey); }
      else if (event.key === "Enter") {
        const next = form(text).matches("a") ? form(text) : form(text).querySelector("input[type=radio], details.edit[open] input, summary, .coding select");
        if (next && !next.hidden) { event.preventDefault(); next.focus(); if (next.matches("a")) next.click(); }
      }
    });
  });
})();
