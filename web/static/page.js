// Runs once, when the conversation is first shown. Gradio hands over `element` (the
// conversation), `trigger` (tells the server) and `watch` (called after each new rendering).
// Text from documents is only ever set as textContent or as an attribute.
const NARROW = window.matchMedia("(max-width: 959px)");
let viewer = null;
const part = (name) => viewer.querySelector(`.viewer-${name}`);

let home = null;
let opener = null;
let openedBySelf = "";
let exchanges = 0;
let shown = null;

function findViewer() {
  if (!viewer) {
    viewer = document.getElementById("viewer");
    home = viewer?.parentElement;
    if (viewer) connectViewer();
  }
  return viewer;
}

function connectViewer() {
  const picture = viewer.querySelector("img");
  part("close").addEventListener("click", () => closeViewer(true));
  part("zoom").addEventListener("click", () => zoom(!part("page").classList.contains("zoomed")));
  part("turn").addEventListener("click", () => turnTo(Number(part("turn").dataset.next)));
  picture.addEventListener("load", scrollToPassage);
  picture.addEventListener("error", () => showPicture(false));
  viewer.addEventListener("keydown", (event) => {
    if (event.key === "Escape") closeViewer(true);
  });
}

function openSource(button, byUser) {
  if (!findViewer()) return;
  const source = button.closest(".source");
  opener = byUser ? button : null;
  fillViewer(button.dataset, source.querySelector("blockquote").textContent);
  (NARROW.matches ? source : home).append(viewer);
  viewer.hidden = false;
  foldShelf();
  for (const other of element.querySelectorAll(".source")) {
    other.toggleAttribute("data-open", other === source);
  }
  if (byUser) viewer.focus({ preventScroll: !NARROW.matches });
}

function fillViewer(data, quote) {
  const section = data.section.split(" > ").pop();
  part("title").textContent = data.title;
  part("place").textContent = [data.place, section].filter(Boolean).join(" · ");
  part("quote").textContent = quote;
  shown = data;
  turnTo(0);
}

// A passage may go on over a page break: its pages are shown one at a time.
function turnTo(at) {
  const [pictures, tops, pages] = [shown.pictures, shown.tops, shown.pages].map((all) => all.split(" "));
  const image = viewer.querySelector("img");
  const place = at ? viewer.dataset.pdfPage.replace("{page}", pages[at]) : shown.place;
  image.alt = viewer.dataset.alt.replace("{page}", () => place).replace("{title}", () => shown.title);
  image.dataset.top = tops[at];
  zoom(false);
  showPicture(true);
  image.src = pictures[at];
  part("open").href = shown.document.replace(/#page=\d+$/, `#page=${pages[at]}`);
  const turn = part("turn");
  turn.dataset.next = (at + 1) % pages.length;
  turn.hidden = pages.length < 2;
  turn.textContent = at + 1 < pages.length ? turn.dataset.on.replace("{page}", pages[at + 1]) : turn.dataset.back;
}

function showPicture(works) {
  viewer.querySelector("img").hidden = !works;
  part("page").hidden = !works;
  part("zoom").hidden = !works;
  part("broken").hidden = works;
}

function zoom(large) {
  const button = part("zoom");
  button.dataset.plain ??= button.textContent;
  part("page").classList.toggle("zoomed", large);
  button.setAttribute("aria-pressed", String(large));
  button.textContent = large ? button.dataset.pressed : button.dataset.plain;
  scrollToPassage();
}

function scrollToPassage() {
  const image = viewer.querySelector("img");
  const scale = image.clientWidth / (image.naturalWidth || 1);
  part("page").scrollTop = Math.max(0, Number(image.dataset.top) * scale - 60);
}

function closeViewer(returnFocus) {
  if (!viewer) return;
  viewer.hidden = true;
  home.append(viewer);
  element.querySelector(".source[data-open]")?.removeAttribute("data-open");
  if (returnFocus && opener?.isConnected) opener.focus();
}

// Once the first source is shown the list of documents makes room for it.
function foldShelf() {
  if (!NARROW.matches) document.querySelector(".shelf")?.removeAttribute("open");
}

element.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  const { ask, field, value, source } = button.dataset;
  if (ask) trigger("click", { ask });
  else if (field) trigger("click", { field, value });
  else if (source) follow(document.getElementById(source));
  else if (button.classList.contains("show")) openSource(button, true);
});

// A marker opens its source; a source without a picture is only pointed out.
function follow(source) {
  const show = source.querySelector(".show");
  if (show) openSource(show, true);
  else source.querySelector("a").focus();
}

watch("value", () => {
  const all = element.querySelectorAll(".exchange");
  const last = all[all.length - 1];
  if (all.length !== exchanges) arrived(last, all.length > exchanges);
  exchanges = all.length;
  if (last?.dataset.state === "done") openFirstSource(last);
});

// A new question comes to the top of the view, and then nothing moves under the reader.
function arrived(last, asked) {
  closeViewer(false);
  openedBySelf = "";
  if (!last || !asked) return;
  if (document.activeElement === document.body) last.focus({ preventScroll: true });
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  last.scrollIntoView({ behavior: still ? "auto" : "smooth", block: "start" });
}

function openFirstSource(last) {
  const first = last.querySelector(".show");
  if (!first || NARROW.matches || first.dataset.pictures === openedBySelf) return;
  openedBySelf = first.dataset.pictures;
  openSource(first, false);
}
