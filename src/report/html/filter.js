(() => {
  const search = document.getElementById("search");
  const status = document.getElementById("status");
  const said = document.getElementById("said");
  const rows = [...document.querySelectorAll("[data-status]")];
  const policies = [...document.querySelectorAll("[data-policy]")];
  document.querySelectorAll(".bar").forEach((it) => { it.hidden = false; });
  const apply = () => {
    const words = search.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    const has = (it) => { const text = it.textContent.toLowerCase(); return words.every((word) => text.includes(word)); };
    let shown = 0;
    for (const row of rows) {
      row.hidden = !(has(row) && (status.value === "" || row.dataset.status === status.value));
      shown += row.hidden ? 0 : 1;
    }
    for (const policy of policies) policy.hidden = !has(policy);
    said.textContent = `${shown} of ${rows.length} criteria`;
  };
  search.addEventListener("input", apply);
  status.addEventListener("change", apply);
  const open = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target) { target.hidden = false; if ("open" in target) target.open = true; target.scrollIntoView(); }
  };
  addEventListener("hashchange", open);
  addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((it) => { it.open = true; }));
  apply();
  open();
})();
