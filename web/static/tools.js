// What can be done with an answer: copy it, link to it, say what is wrong with it, save the conversation.
(() => {
  const tab = () => sessionStorage.getItem("plansvar-tab") ?? "";
  const words = () => document.getElementById("words")?.dataset ?? {};

  async function send(address, body) {
    const answer = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ tab: tab(), ...body }),
    });
    if (!answer.ok) throw new Error(await answer.text());
    return answer;
  }

  // The clipboard is for pages that came over https or from this machine; elsewhere a selection is copied.
  async function copy(text) {
    if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
    const box = document.body.appendChild(document.createElement("textarea"));
    box.value = text;
    box.select();
    const done = document.execCommand("copy");
    box.remove();
    if (!done) throw new Error("copy");
  }

  async function tell(place, work, success, failure) {
    try {
      await work();
      place.textContent = words()[success];
    } catch {
      place.textContent = words()[failure];
    }
  }

  // The place of a source in words: its title and page.
  const placeOf = (source) => {
    const [title, page] = [".source-title", ".source-page"].map((part) => source.querySelector(part).textContent);
    return `[${source.value}] ${title}, ${page}`;
  };

  // As it is seen, with each marker as [1].
  function lineOf(shown) {
    return shown.innerText.replace(/\[\s*(\d+)\s*\]/g, "[$1]").replace(/[^\S\t]*\n\s*/g, " ");
  }

  function textOf(exchange) {
    const lines = [...exchange.querySelectorAll(".question, .answer p, .answer li, .answer caption, .answer tr")];
    const sources = [...exchange.querySelectorAll(".source")].map(placeOf);
    return [...lines.map(lineOf), "", ...sources].join("\n");
  }

  // For a spreadsheet: a cell that has words or a figure comes without its markers, one of nothing else as its source.
  function cellOf(cell) {
    const copy = cell.cloneNode(true);
    for (const marker of copy.querySelectorAll(".marker")) marker.remove();
    return (copy.textContent.trim() || cell.textContent).trim().replaceAll("−", "-");
  }

  function cellsOf(table) {
    const rows = [...table.querySelectorAll("tr")].map((row) => [...row.cells].map(cellOf).join("\t"));
    const cited = new Set([...table.querySelectorAll("table .marker")].map((marker) => marker.dataset.source));
    const sources = [...cited].map((id) => document.getElementById(id)).filter(Boolean).map(placeOf);
    return [...rows, "", ...sources].join("\n");
  }

  async function keep(n) {
    const { address } = await (await send("/svar", { n })).json();
    await copy(new URL(address, location.href).href);
  }

  function reportOf(form, good, draft) {
    const reasons = [...form.querySelectorAll("input:checked")].map((box) => box.value);
    const comment = form.querySelector("textarea").value;
    return send("/synpunkt", { n: Number(form.dataset.report), good, reasons, comment, draft });
  }

  async function save(kind) {
    const file = await (await send(`/samtal.${kind}`, {})).blob();
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = `plansvar.${kind}`;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const { keep: kept, copy: copied, copyTable, export: kind, good, bad, draft } = button.dataset;
    const exchange = button.closest(".exchange");
    const said = exchange?.querySelector(".tool-said");
    const form = button.closest(".report");
    if (kept) tell(said, () => keep(Number(kept)), "linkCopied", "notKept");
    else if (copied) tell(said, () => copy(textOf(exchange)), "copied", "notCopied");
    else if (copyTable) tell(said ?? button, () => copy(cellsOf(button.parentElement)), "copied", "notCopied");
    else if (kind === "print") window.print();
    else if (kind) save(kind).catch(() => undefined);
    else if (good || bad || draft) {
      const place = form.querySelector(".report-said");
      const right = Boolean(good) || (Boolean(draft) && !form.querySelector("input:checked"));
      tell(place, () => reportOf(form, right, Boolean(draft)), draft ? "drafted" : "reported", "notKept");
      form.querySelector("details").open = false;
    }
  });
})();
