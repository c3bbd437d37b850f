(() => {
  const by = (id) => document.getElementById(id);
  const [search, status, severity, said, unfold] = ["search", "status", "severity", "said", "unfold"].map(by);
  const list = (selector) => [...document.querySelectorAll(selector)].map((it) => ({ it, text: it.textContent.toLowerCase() }));
  const criteria = list("[data-status]");
  const policies = list("[data-policy]");
  const rows = list("[data-row]");
  const form = document.querySelector(".filter");
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  const show = (all, fits) => all.reduce((shown, one) => { one.it.hidden = !fits(one); return shown + (one.it.hidden ? 0 : 1); }, 0);
  const apply = () => {
    const words = search.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    const has = (one) => words.every((word) => one.text.includes(word));
    const shown = show(criteria, (one) => has(one) && (status.value === "" || one.it.dataset.status === status.value));
    const judged = show(policies, (one) => has(one) && (severity.value === "" || one.it.dataset.severity === severity.value));
    show(rows, has);
    for (const section of document.querySelectorAll("main > section")) section.hidden = !section.querySelector("[data-status]:not([hidden])");
    for (const aside of document.querySelectorAll(".aside")) aside.open = status.value === "out-of-scope" || (words.length > 0 && shown < criteria.length);
    said.textContent = `${shown} of ${criteria.length} criteria, ${judged} of ${policies.length} policies`;
  };
  let waiting = 0;
  search.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(apply, 120); });
  for (const it of [status, severity]) it.addEventListener("change", apply);
  const open = (it) => { for (let at = it; at; at = at.parentElement) { at.hidden = false; if (at.tagName === "DETAILS") at.open = true; } };
  const follow = () => {
    const target = location.hash.length > 1 && by(decodeURIComponent(location.hash.slice(1)));
    if (!target || !target.closest("details")) return;
    open(target);
    target.closest("details").querySelector("summary").focus({ preventScroll: true });
    target.closest("details").scrollIntoView();
  };
  const fold = (isOpen) => document.querySelectorAll("main li:not([hidden]) > details").forEach((it) => { it.open = isOpen; });
  unfold.addEventListener("click", () => {
    const isOpen = unfold.textContent === "Open all";
    fold(isOpen);
    unfold.textContent = isOpen ? "Close all" : "Open all";
  });
  addEventListener("hashchange", follow);
  addEventListener("beforeprint", () => fold(true));
  apply();
  follow();
})();
