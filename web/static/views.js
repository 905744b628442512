// The views beside the conversation. What goes on at the server is followed by asking for it again.
const PAUSE = 700;

async function follow(shown) {
  const answer = await fetch(shown.dataset.follow, { headers: { accept: "text/html" } });
  if (answer.status === 205) return location.reload();
  if (answer.ok) {
    const made = new DOMParser().parseFromString(await answer.text(), "text/html").body.firstElementChild;
    // The button keeps its focus: only the words and the bar are changed.
    shown.querySelector("label").textContent = made.querySelector("label").textContent;
    shown.querySelector("progress").value = made.querySelector("progress").value;
  }
  setTimeout(() => follow(shown), PAUSE);
}

document.querySelectorAll("[data-follow]").forEach((shown) => setTimeout(() => follow(shown), PAUSE));

// The documents on their way in: shown anew each second until all are over, and then the whole list.
(() => {
  const jobs = document.getElementById("jobs");
  if (!jobs?.querySelector("[data-running]")) return;

  async function look() {
    try {
      const answer = await fetch("/dokument/lasningar");
      if (!answer.ok) return;
      const shown = await answer.text();
      if (jobs.dataset.shown !== shown) jobs.innerHTML = shown;
      jobs.dataset.shown = shown;
      if (!jobs.querySelector("[data-running]")) location.replace("/dokument");
    } catch {
      // The server is away for a moment: ask again.
    }
  }
  setInterval(look, 1000);
})();
