// Asks the page what a reader would notice, and writes the answers into it.
(async () => {
  const answers = { violations: [] };
  document.addEventListener("securitypolicyviolation", (it) => answers.violations.push(it.blockedURI));
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const later = (time) => new Promise((done) => setTimeout(done, time));
  const seen = (it) => it.checkVisibility({ checkVisibilityCSS: true });
  const count = (selector) => all(selector).filter((it) => !it.hidden).length;

  answers.landmarks = ["header", "nav", "main", "footer", "h1"].filter((it) => all(it).length !== 1);
  answers.labels = all("input, select, button").filter((it) => !(it.labels?.length || it.textContent.trim())).map((it) => it.outerHTML);
  answers.headings = [];
  let level = 0;
  for (const it of all("h1, h2, h3, h4")) {
    const own = Number(it.tagName[1]);
    if (own > level + 2 || (level === 0 && own !== 1)) answers.headings.push(it.textContent);
    level = own;
  }
  const ids = all("[id]").map((it) => it.id);
  answers.ids = ids.filter((it, at) => ids.indexOf(it) !== at);
  answers.links = all("a").filter((it) => !it.hash || !document.getElementById(decodeURIComponent(it.hash.slice(1)))).map((it) => it.outerHTML);
  answers.dark = matchMedia("(prefers-color-scheme: dark)").matches;
  answers.marks = all("mark").length;

  // The filter, as a person uses it.
  const [search, status, severity] = ["search", "status", "severity"].map((it) => document.getElementById(it));
  const set = async (field, value) => { field.value = value; field.dispatchEvent(new Event(field.tagName === "INPUT" ? "input" : "change")); await later(400); };
  const filter = { before: count("[data-status]"), policies: count("[data-policy]") };
  await set(status, "gap");
  filter.of_status = count("[data-status]");
  await set(status, "");
  const begun = performance.now();
  search.value = "access";
  search.dispatchEvent(new Event("input"));
  await later(130);
  document.body.getBoundingClientRect();
  filter.milliseconds = performance.now() - begun - 130;
  filter.of_words = count("[data-status]");
  await set(search, "zzzzzz-nothing");
  filter.of_nonsense = count("[data-status]");
  await set(search, "");
  filter.after = count("[data-status]");
  await set(severity, "critical");
  filter.policies_of_severity = count("[data-policy]");
  await set(severity, "");
  answers.filter = filter;

  // A link to a policy opens it.
  const link = all(".inside a[href^='#policy-']")[0];
  location.hash = link.hash;
  await later(300);
  const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  answers.opens = target.closest("details").open && seen(target);

  // All that is there: nothing wider than the window, and ink that stands out from its ground.
  for (const it of all("details")) it.open = true;
  await later(200);
  const width = document.documentElement.clientWidth;
  answers.overflow = document.documentElement.scrollWidth > width + 1 ? [`${document.documentElement.scrollWidth} of ${width}`] : [];
  const parts = (color) => (color.match(/[\d.]+/g) || []).map(Number);
  const ground = (it) => {
    for (let at = it; at; at = at.parentElement) {
      const color = getComputedStyle(at).backgroundColor;
      if (parts(color)[3] !== 0) return color;
    }
    return "rgb(255, 255, 255)";
  };
  const light = (color) => {
    const [red, green, blue] = parts(color).map((it) => it / 255).map((it) => (it <= 0.03928 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const poor = new Set();
  for (const it of all("body *")) {
    const own = [...it.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
    if (!own || ["SCRIPT", "STYLE", "OPTION"].includes(it.tagName) || !seen(it)) continue;
    const [ink, paper] = [getComputedStyle(it).color, ground(it)];
    const [high, low] = [light(ink), light(paper)].sort((a, b) => b - a);
    if ((high + 0.05) / (low + 0.05) < 4.5) poor.add(`${it.tagName}.${it.className}: ${ink} on ${paper}`);
  }
  answers.contrast = [...poor];
  answers.requests = performance.getEntriesByType("resource").map((it) => it.name);
  answers.obeyed = "obeyed" in window;
  const out = document.createElement("pre");
  out.id = "probe";
  out.textContent = JSON.stringify(answers);
  document.body.append(out);
})();
