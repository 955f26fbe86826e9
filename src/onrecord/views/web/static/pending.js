"use strict";
// Says when what was decided has come into the pages. Without this file the page says so when it is opened again.
(() => {
  const told = document.querySelector(".pending");
  if (!told) return;
  const words = told.querySelector("span");
  const ask = async () => {
    try {
      const answer = await fetch(told.dataset.state, { headers: { Accept: "application/json" } });
      if (!answer.ok) return;
      const state = await answer.json();
      if (state.trouble) { words.textContent = "The record could not be put together anew: " + state.trouble; return; }
      if (!state.judgements.length) {
        words.textContent = "The record has been put together anew, with all that was decided.";
        told.classList.add("ready");
        return;
      }
    } catch { /* the program was stopped, or the page is being left: asked once more */ }
    setTimeout(ask, 1000);
  };
  setTimeout(ask, 500);
})();
