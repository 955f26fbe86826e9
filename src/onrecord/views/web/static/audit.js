"use strict";
// Keys for one place of an audit. Everything works without this file, by buttons and typing.
(() => {
  const place = document.getElementById("place");
  const press = (value) => {
    const button = place.querySelector(`button[value="${value}"]`);
    if (button) button.click();
  };
  const follow = (id) => {
    const link = document.getElementById(id);
    if (link) link.click();
  };
  const keys = {
    a: () => press("accept"), r: () => press("reject"), n: () => press("none"), s: () => press("missed"),
    m: () => { const first = place.querySelector(".missed input"); first.focus(); first.select(); },
    j: () => follow("next"), k: () => follow("previous"),
    "?": () => { const box = document.getElementById("keys"); box.open = !box.open; },
  };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select");
    if (typing && (event.key === "Escape" || event.key === "Enter")) { event.preventDefault(); place.focus(); return; }
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
  if (!document.querySelector("input[name=who]:not([type=hidden])")) place.focus({ preventScroll: true });
})();
