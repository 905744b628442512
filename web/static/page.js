// The conversation as Gradio shows it. Gradio hands over `element` (the conversation), `trigger` (tells the
// server) and `watch` (called after each new rendering). viewer.js and tools.js do what needs no server step.
const viewer = window.plansvarViewer;
let exchanges = 0;
let openedBySelf = "";
let focused = "";
let said = "";
// Which part of an exchange is read out in each of its states; a growing answer is waited for.
const SAID = { open: ".searching", done: ".answer", broken: ".failed" };

document.addEventListener("click", (event) => {
  const button = event.target.closest("#conversation button, #below button");
  if (!button) return;
  const { ask, field, value, retry, renew } = button.dataset;
  if (ask) trigger("click", { ask });
  else if (field) trigger("click", { field, value, to: "" });
  else if (retry) trigger("click", { retry });
  else if (renew) trigger("click", { renew });
});

document.addEventListener("change", (event) => {
  const { field, value, filter } = event.target.dataset;
  const to = event.target.value;
  if (field) {
    focused = field;
    trigger("click", { field, value, to });
  } else if (filter) {
    event.target.toggleAttribute("data-active", Boolean(to));
    trigger("click", { filter, to });
  }
});

// A link from another view asks its question as soon as the conversation is there, and once.
function askFromAddress() {
  const ask = new URLSearchParams(location.search).get("fraga");
  if (!ask || !element.querySelector(".welcome, .exchange")) return;
  history.replaceState(null, "", location.pathname);
  trigger("click", { ask });
}

// Gradio tells of a broken connection in a notice of its own, in English, and loads the page again once the server
// is back. Ours says it in the user's words; what was being written is put back after the loading.
const box = () => document.querySelector("#question textarea");
new MutationObserver(() => {
  const lost = document.getElementById("lost");
  if (lost && !lost.textContent && document.querySelector(".toast-wrap > *")) {
    lost.textContent = document.getElementById("words").dataset.lost;
  }
}).observe(document.body, { childList: true, subtree: true });
addEventListener("pagehide", () => sessionStorage.setItem("plansvar-draft", box()?.value ?? ""));

function restoreDraft() {
  const draft = sessionStorage.getItem("plansvar-draft");
  sessionStorage.removeItem("plansvar-draft");
  if (!draft || !box() || box().value) return;
  box().value = draft;
  box().dispatchEvent(new Event("input", { bubbles: true }));
}

watch("value", () => {
  restoreDraft();
  const all = element.querySelectorAll(".exchange");
  const last = all[all.length - 1];
  if (all.length !== exchanges) arrived(last, exchanges > 0 || all.length === 1);
  exchanges = all.length;
  if (last?.dataset.state === "done") settled(last);
  else if (last) openedBySelf = "";
  const words = last?.querySelector(SAID[last.dataset.state])?.innerText.replace(/\[\s*(\d+)\s*\]/g, "[$1]");
  if (words && words !== said) say(words);
  said = words ?? "";
  askFromAddress();
});

// What a screen reader reads out: the latest alone, so that nothing stands twice for long.
function say(words) {
  const log = document.getElementById("spoken");
  const line = document.createElement("p");
  line.textContent = words;
  log?.replaceChildren(line);
}

// A new question comes to the top of the view, and then nothing moves under the reader.
function arrived(last, asked) {
  viewer.close(false);
  openedBySelf = "";
  if (!last || !asked) return;
  if (document.activeElement === document.body) last.focus({ preventScroll: true });
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  last.scrollIntoView({ behavior: still ? "auto" : "smooth", block: "start" });
}

// The answer is whole: its first source opens beside it, and a changed chip has the focus again.
function settled(last) {
  if (focused) last.querySelector(`select[data-field="${focused}"]`)?.focus({ preventScroll: true });
  focused = "";
  const first = last.querySelector(".show");
  if (!first || viewer.narrow.matches || first.dataset.pictures === openedBySelf) return;
  openedBySelf = first.dataset.pictures;
  viewer.open(first, false);
}
