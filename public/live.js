// Keeps an open page of the roll-up up to date: when figures moved, the page is asked for anew and
// only what changed is put in its place, so that focus, scrolling and what is unfolded stay.
const frame = document.querySelector("[data-live]");
const state = frame.querySelector("[data-live-state]");
const button = frame.querySelector("button");
const contents = document.querySelector("[data-live-contents]");
const freshFor = 8000;
const { lang } = document.documentElement;
const words = {
  ja: {
    live: "自動更新中",
    again: "再接続しています",
    stopped: "自動更新は停止しています",
    resume: "自動更新を再開",
    stop: "自動更新を停止",
    updated: (time) => `${time}に更新しました`,
  },
  en: {
    live: "Updated automatically",
    again: "Reconnecting",
    stopped: "Automatic updates are stopped",
    resume: "Resume automatic updates",
    stop: "Stop automatic updates",
    updated: (time) => `Updated at ${time}`,
  },
}[lang === "en" ? "en" : "ja"];

let source = null;
let waiting = null;
let opened = false;

function say(text) {
  state.textContent = text;
}

function connect() {
  source = new EventSource(frame.dataset.live);
  source.addEventListener("open", () => {
    say(words.live);
    // What happened while the line was down was not told.
    if (opened) look();
    opened = true;
  });
  source.addEventListener("figures", look);
  source.addEventListener("error", () => {
    if (source?.readyState === EventSource.CLOSED) stop();
    else say(words.again);
  });
}

function stop() {
  source?.close();
  source = null;
  say(words.stopped);
  button.textContent = words.resume;
}

button.addEventListener("click", () => {
  if (source) return stop();
  button.textContent = words.stop;
  connect();
  look();
});

/** Several acceptances in one go are one look. */
function look() {
  clearTimeout(waiting);
  waiting = setTimeout(update, 150);
}

async function update() {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => null);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const next = page.querySelector("[data-live-contents]");
  if (!next) return;
  const fresh = new Set();
  bring(contents, next, fresh);
  if (fresh.size === 0) return;
  const time = new Intl.DateTimeFormat(lang === "en" ? "en-GB" : "ja-JP", {
    hour: "2-digit",
    minute: "2-digit",
  });
  say(words.updated(time.format(new Date())));
  for (const element of fresh) {
    element.setAttribute("data-fresh", "");
    setTimeout(() => element.removeAttribute("data-fresh"), freshFor);
  }
}

/** Makes a node what another one is, as deep down as the difference lies. */
function bring(old, next, fresh) {
  if (old.nodeType === Node.TEXT_NODE) {
    if (old.data === next.data) return;
    old.data = next.data;
    fresh.add(old.parentElement.closest("td, th, dd, li, p") ?? old.parentElement);
    return;
  }
  for (const { name, value } of next.attributes)
    if (old.getAttribute(name) !== value && name !== "open") old.setAttribute(name, value);
  for (const { name } of [...old.attributes])
    if (!next.hasAttribute(name) && name !== "open" && name !== "data-fresh")
      old.removeAttribute(name);
  const [olds, nexts] = [[...old.childNodes], [...next.childNodes]];
  const alike =
    olds.length === nexts.length && olds.every((node, at) => node.nodeName === nexts[at].nodeName);
  if (alike) {
    olds.forEach((node, at) => {
      bring(node, nexts[at], fresh);
    });
    return;
  }
  old.replaceChildren(...nexts);
  fresh.add(old.closest("td, th, dd, li, p") ?? old);
}

frame.hidden = false;
connect();
addEventListener("pagehide", () => source?.close());
addEventListener("pageshow", (event) => {
  if (event.persisted && source) connect();
});
