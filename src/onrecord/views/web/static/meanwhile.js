"use strict";
// Says what somebody else, or another window, has decided since this page was opened. Without this file it is said when something is sent.
(() => {
  const told = document.getElementById("meanwhile"), every = 3000;
  let shown = 0;
  const words = (later) => {
    const who = [...new Set(later.map((one) => one.who))].join(", ");
    const again = document.createElement("a");
    again.href = "";
    again.textContent = "Look again";
    told.textContent = "Since you opened this page " + who + " decided " + later.length + (later.length === 1 ? " thing: " : " things: ");
    told.append(later.slice(-3).map((one) => one.action).join(", ") + (later.length > 3 ? " …" : "") + ". ", again);
  };
  const mark = (one) => {
    const item = document.getElementById("q-" + one.about);
    if (!item) return;
    const note = item.querySelector(".told") || item.insertBefore(document.createElement("p"), item.firstChild);
    note.className = "warn told";
    note.textContent = one.who + " decided this meanwhile: " + one.action;
  };
  const ask = async () => {
    if (document.hidden) return;
    try {
      const answer = await fetch(told.dataset.state, { headers: { Accept: "application/json" } });
      if (!answer.ok) return;
      const { later } = await answer.json();
      if (later.length !== shown) { shown = later.length; words(later); later.forEach(mark); }
    } catch { /* the program was stopped, or the page is being left: asked again later */ }
  };
  document.addEventListener("visibilitychange", ask);
  addEventListener("focus", ask);
  setInterval(ask, every);
})();
