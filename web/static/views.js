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
