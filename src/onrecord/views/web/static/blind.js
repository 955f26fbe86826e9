"use strict";
// Words that are marked go to what is chosen next. Without this file those typed below the sentence are the words of all that is chosen.
(() => {
  const form = document.getElementById("coding"), start = form.querySelector("[name=start]"), end = form.querySelector("[name=end]");
  const words = form.querySelector("output.marked");
  form.addEventListener("change", (event) => {
    if (!event.target.matches("select")) return;
    const place = event.target.nextElementSibling, said = place.nextElementSibling;
    if (!event.target.value) { place.value = said.textContent = ""; return; }
    if (!start.value || !end.value) return;
    place.value = start.value + ":" + end.value;
    said.textContent = words.textContent ? " “" + words.textContent + "”" : " " + place.value;
    start.value = end.value = words.textContent = "";
  });
})();
