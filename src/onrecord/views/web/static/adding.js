"use strict";
// Says how far an adding is, and opens its page anew when it is over. Without this file the link beside does.
(() => {
  const told = document.getElementById("run"), words = told.querySelector("span");
  const ask = async () => {
    try {
      const answer = await fetch(told.dataset.state, { headers: { Accept: "application/json" } });
      if (answer.ok) {
        const { run } = await answer.json();
        if (run.outcome || run.trouble) { location.reload(); return; }
        if (run.read) words.textContent = run.read + " read, the last " + run.last + ". You need not wait here: it goes on behind the pages.";
      }
    } catch { /* the program was stopped, or the page is being left: asked once more */ }
    setTimeout(ask, 1000);
  };
  setTimeout(ask, 500);
})();
