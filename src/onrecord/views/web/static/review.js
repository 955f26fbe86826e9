"use strict";
// Keys for the queue. Everything works without this file, by buttons and typing.
(() => {
  const items = [...document.querySelectorAll(".item")];
  let now = Math.max(0, items.findIndex((item) => "#" + item.id === location.hash));
  const go = (to) => {
    if (!items.length) return;
    now = Math.min(Math.max(to, 0), items.length - 1);
    items.forEach((item, n) => item.classList.toggle("current", n === now));
    items[now].focus({ preventScroll: true });
    items[now].scrollIntoView({ block: "nearest" });
  };
  const press = (value) => {
    const button = (items[now] || document).querySelector(`button[value="${value}"]`);
    if (button) button.click();
  };
  const edit = () => {
    const box = items[now] && items[now].querySelector("details.edit");
    if (!box) return;
    box.open = true;
    box.querySelector("input").focus();
  };
  const keys = {
    j: () => go(now + 1), k: () => go(now - 1), a: () => press("accept"), r: () => press("reject"), e: edit,
    u: () => { const button = document.getElementById("undo"); if (button) button.click(); },
    "?": () => { const box = document.getElementById("keys"); if (box) box.open = !box.open; },
  };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input:not([type=checkbox]), textarea, select");
    if (typing && event.key === "Escape") { event.preventDefault(); go(now); return; }
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
  if (items.length && !document.querySelector("input[name=who]:not([type=hidden])")) go(now);
})();
