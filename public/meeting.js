// Meeting mode: the slides are addresses, and their links lead on without this. Here keys do, too,
// slides are fetched before they are asked for, and are changed in place, so that the full screen
// stays.
const slide = document.querySelector("[data-slide]");
const button = document.querySelector("[data-full-screen]");
const keys = {
  ArrowRight: "next",
  PageDown: "next",
  " ": "next",
  ArrowLeft: "prev",
  PageUp: "prev",
  Home: "first",
  End: "last",
};
/** Slides by address, as long as their figures are new. */
const fetched = new Map();
const freshFor = 20_000;

function addressOf(way) {
  return slide.querySelector(`[data-go="${way}"]`)?.href ?? null;
}

function ask(address) {
  const known = fetched.get(address);
  if (known && performance.now() - known.at < freshFor) return known.page;
  const page = fetch(address, { headers: { Accept: "text/html" } }).then(async (answer) => {
    if (!answer.ok) throw new Error(String(answer.status));
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  });
  fetched.set(address, { page, at: performance.now() });
  page.catch(() => fetched.delete(address));
  return page;
}

function prepare() {
  for (const way of ["next", "prev"]) {
    const address = addressOf(way);
    if (address) ask(address).catch(() => {});
  }
}

async function show(address, remember = true) {
  let page;
  try {
    page = await ask(address);
  } catch {
    // The browser says what is wrong with it.
    location.assign(address);
    return;
  }
  if (!put(page)) return location.assign(address);
  if (remember) history.pushState(null, "", address);
  scrollTo(0, 0);
  // Whoever listens hears the new slide's name.
  slide.querySelector("h1")?.focus({ preventScroll: true });
  prepare();
  // What was fetched ahead may have moved since.
  fetched.delete(address);
  const fresh = await ask(address).catch(() => null);
  if (fresh && location.href === address && !alike(fresh)) put(fresh);
}

function put(page) {
  const next = page.querySelector("[data-slide]");
  if (!next) return false;
  slide.replaceChildren(...next.cloneNode(true).childNodes);
  document.title = page.title;
  return true;
}

function alike(page) {
  return page.querySelector("[data-slide]")?.textContent === slide.textContent;
}

function fill() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.().catch(() => {});
}

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  // A space on a link or a button is that link's or button's.
  if (event.key === " " && event.target.closest("a, button")) return;
  if (event.key === "f" || event.key === "F") return fill();
  const way = event.key === " " && event.shiftKey ? "prev" : keys[event.key];
  if (!way) return;
  event.preventDefault();
  const address = addressOf(way);
  if (address && address !== location.href) show(address);
});

slide.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-go]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  show(link.href);
});

addEventListener("popstate", () => show(location.href, false));

if (document.fullscreenEnabled) {
  button.hidden = false;
  button.addEventListener("click", fill);
}
prepare();
