"use strict";
for (const record of document.querySelectorAll(".record")) {
  const items = [...record.querySelectorAll("li[data-entity]")];
  const marks = [...record.querySelectorAll("mark")];
  const boxes = [...record.querySelectorAll("[data-kind][type=checkbox]")];
  const input = record.querySelector(".filter");
  if (!input) continue;

  const apply = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    const kinds = new Set(boxes.filter((b) => b.checked).map((b) => b.dataset.kind));
    const shown = new Set();
    for (const li of items) {
      const kind = li.closest("section").dataset.kind;
      const keep = kinds.has(kind) && words.every((w) => li.dataset.words.includes(w));
      li.hidden = !keep;
      if (keep) shown.add(li.dataset.entity);
    }
    for (const list of record.querySelectorAll(".list")) list.hidden = !list.querySelector("li:not([hidden])");
    for (const m of marks) m.classList.toggle("off", !shown.has(m.dataset.entity));
  };
  const point = (entity) => {
    for (const el of [...items, ...marks]) el.classList.toggle("hot", el.dataset.entity === entity);
  };
  input.addEventListener("input", apply);
  input.addEventListener("keydown", (e) => {
    if (e.key === "Escape") { input.value = ""; apply(); }
    if (e.key === "Enter") { const first = items.find((li) => !li.hidden); if (first) first.querySelector(".name").click(); }
  });
  for (const b of boxes) b.addEventListener("change", apply);
  for (const li of items) li.addEventListener("click", () => point(li.dataset.entity));
  for (const m of marks) m.addEventListener("click", (e) => {
    e.stopPropagation();
    point(m.dataset.entity);
    const li = items.find((x) => x.dataset.entity === m.dataset.entity);
    if (li && !li.hidden) li.scrollIntoView({ block: "nearest" });
  });
}
