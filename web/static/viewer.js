// The source beside the answer: the page as a picture with the passage marked. Works on every view that
// shows answers. Text from documents is only ever set as textContent or as an attribute.
(() => {
  const NARROW = window.matchMedia("(max-width: 959px)");
  const find = () => document.getElementById("viewer");
  const part = (name) => find().querySelector(`.viewer-${name}`);
  let home = null;
  let opener = null;
  let shown = null;
  let page = 0;

  function open(button, byUser) {
    const viewer = find();
    if (!viewer) return;
    home ??= viewer.parentElement;
    const source = button.closest(".source");
    opener = byUser ? button : null;
    fill(button.dataset);
    if (NARROW.matches) source.append(viewer);
    else home.prepend(viewer);
    if (!NARROW.matches) document.querySelector(".shelf")?.removeAttribute("open");
    viewer.hidden = false;
    for (const other of document.querySelectorAll(".source")) other.toggleAttribute("data-open", other === source);
    if (byUser) viewer.focus({ preventScroll: !NARROW.matches });
  }

  function fill(data) {
    shown = {
      ...data,
      cited: data.pages.split(" ").map(Number),
      pictures: data.pictures.split(" "),
      tops: data.tops.split(" "),
    };
    part("title").textContent = data.title;
    part("quote").textContent = data.quote;
    const told = data.figures ? data.figures.split("\n") : [];
    part("told").hidden = told.length === 0;
    part("figures").replaceChildren(...told.map(line));
    turnTo(shown.cited[0]);
  }

  function line(words) {
    const item = document.createElement("li");
    item.textContent = words;
    return item;
  }

  // Any page of the document; those of the passage with their marks.
  function turnTo(number) {
    page = number;
    const at = shown.cited.indexOf(page);
    const viewer = find();
    const image = viewer.querySelector("img");
    const plain = viewer.dataset.pdfPage.replace("{page}", page);
    const place = at === 0 ? shown.place : plain;
    const section = at >= 0 ? shown.section.split(" > ").pop() : "";
    part("place").textContent = [place, section].filter(Boolean).join(" · ");
    const alt = at >= 0 ? viewer.dataset.alt : viewer.dataset.plainAlt;
    image.alt = alt.replace("{page}", () => place).replace("{title}", () => shown.title);
    image.dataset.top = at >= 0 ? shown.tops[at] : 0;
    part("back").hidden = page === shown.cited[0];
    part("before").disabled = page <= 1;
    part("after").disabled = false;
    part("open").href = shown.document.replace(/#page=\d+$/, `#page=${page}`);
    zoom(false);
    showPicture(true);
    image.src = at >= 0 ? shown.pictures[at] : shown.pictures[0].replace(/\/\d+\.webp.*$/, `/${page}.webp`);
  }

  function showPicture(works) {
    find().querySelector("img").hidden = !works;
    part("page").hidden = !works;
    part("zoom").hidden = !works;
    part("broken").hidden = works;
  }

  // A page beyond the last is the end of the document; any other that fails is told.
  function broken() {
    if (shown.cited.includes(page) || page <= Math.max(...shown.cited)) return showPicture(false);
    turnTo(page - 1);
    part("after").disabled = true;
    part("before").focus();
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
    const image = find().querySelector("img");
    const scale = image.clientWidth / (image.naturalWidth || 1);
    part("page").scrollTop = Math.max(0, Number(image.dataset.top) * scale - 60);
  }

  function close(returnFocus) {
    const viewer = find();
    if (!viewer || viewer.hidden) return;
    viewer.hidden = true;
    home?.prepend(viewer);
    document.querySelector(".source[data-open]")?.removeAttribute("data-open");
    if (returnFocus && opener?.isConnected) opener.focus();
  }

  // A marker opens its source; a source without a picture is only pointed out.
  function follow(source) {
    const show = source?.querySelector(".show");
    if (show) open(show, true);
    else source?.querySelector("a").focus();
  }

  const TOOLS = {
    "viewer-close": () => close(true),
    "viewer-zoom": () => zoom(!part("page").classList.contains("zoomed")),
    "viewer-before": () => turnTo(page - 1),
    "viewer-after": () => turnTo(page + 1),
    "viewer-back": () => turnTo(shown.cited[0]),
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (TOOLS[button.className]) TOOLS[button.className]();
    else if (button.dataset.source) follow(document.getElementById(button.dataset.source));
    else if (button.classList.contains("show")) open(button, true);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && find()?.contains(document.activeElement)) close(true);
  });
  // Neither event of a picture rises to the document, but both can be caught on their way down.
  document.addEventListener("load", (event) => event.target.closest?.("#viewer") && scrollToPassage(), true);
  document.addEventListener("error", (event) => event.target.closest?.("#viewer img") && broken(), true);

  window.plansvarViewer = { open, close, narrow: NARROW };
})();
