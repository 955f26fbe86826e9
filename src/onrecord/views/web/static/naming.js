"use strict";
// The name given at the head of a page goes with every form of it. Without this file it is kept first, by its own button.
(() => {
  const box = document.querySelector("#who input[name=who]");
  document.addEventListener("submit", (event) => {
    const own = event.target.querySelector("input[type=hidden][name=who]");
    if (!own || own.value) return;
    if (box.reportValidity()) own.value = box.value;
    else event.preventDefault();
  });
})();
