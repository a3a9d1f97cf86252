// What a script adds to pages that work without one: a slider for the day, keys, notes that open where they are led to.

const main = () => document.getElementById("main");
const DAY = 86400000;
const toNumber = (day) => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY);
const toDay = (number) => new Date(number * DAY).toISOString().slice(0, 10);
const inWords = (day) => new Date(`${day}T00:00:00Z`).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

function say(words) {
  document.getElementById("said").textContent = words;
}

// The day as of which is asked: drag, and only what was known by then is shown.

function makeSlider(form) {
  const room = form.querySelector(".slider-room");
  if (!room || room.firstChild) return;
  const day = form.elements.as_of;
  const first = toNumber(form.dataset.first);
  const last = toNumber(form.dataset.last);
  day.addEventListener("change", () => {
    if (day.value) show(form);
  });
  if (!(last > first)) return;
  const slider = document.createElement("input");
  slider.type = "range";
  slider.min = first;
  slider.max = last;
  slider.value = toNumber(day.value);
  slider.setAttribute("aria-label", "As of which day");
  const tell = () => {
    const words = inWords(toDay(Number(slider.value)));
    slider.setAttribute("aria-valuetext", words);
    form.querySelector("output").textContent = words;
  };
  slider.addEventListener("input", () => {
    day.value = toDay(Number(slider.value));
    tell();
  });
  slider.addEventListener("change", () => show(form));
  tell();
  room.append(slider);
}

function show(form) {
  const state = new URLSearchParams(new FormData(form));
  if (state.get("as_of") === form.dataset.last) state.delete("as_of");
  const address = `${form.getAttribute("action")}?${state}`;
  document.documentElement.setAttribute("aria-busy", "true");
  say("Loading");
  htmx.ajax("GET", address, { target: "body", swap: "innerHTML show:none", push: address }).then(
    () => say(`As of ${form.elements.as_of.value}`),
    () => window.location.assign(address),
  );
}

function moveDay(by) {
  const form = document.querySelector("form.as-of");
  if (!form) return;
  const wanted = toNumber(form.elements.as_of.value) + by;
  if (wanted < toNumber(form.dataset.first) || wanted > toNumber(form.dataset.last)) return;
  form.elements.as_of.value = toDay(wanted);
  show(form);
}

// Notes of a report open when a mark leads to them.

function openNote() {
  const name = decodeURIComponent(window.location.hash.slice(1));
  const note = name && document.getElementById(name);
  if (note && note.tagName === "DETAILS") {
    note.open = true;
    note.querySelector("summary").focus({ preventScroll: true });
  }
}

// Keys.

let before = "";

function entries() {
  return [...main().querySelectorAll("[data-entry]")].filter((entry) => entry.offsetParent !== null);
}

function step(by) {
  const all = entries();
  if (!all.length) return;
  const current = all.findIndex((entry) => entry.classList.contains("here"));
  const next = all[Math.min(Math.max(current + by, 0), all.length - 1)];
  all.forEach((entry) => entry.classList.remove("here"));
  next.classList.add("here");
  const inside = next.matches("summary, a") ? next : next.querySelector("a, summary, button");
  (inside || next).focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}

const KEYS = {
  "/": () => document.getElementById("q")?.focus(),
  j: () => step(1),
  k: () => step(-1),
  t: () => [...document.querySelectorAll(".forms a")][0]?.click(),
  "[": () => moveDay(-1),
  "]": () => moveDay(1),
  "?": () => document.getElementById("keys")?.showModal(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  if (document.querySelector("dialog[open]")) return;
  if (before === "g" && event.key === "h") document.querySelector(".wordmark a").click();
  before = event.key;
  const act = KEYS[event.key];
  if (act) {
    event.preventDefault();
    act();
  }
});

function begin() {
  document.querySelectorAll("form.as-of").forEach(makeSlider);
  openNote();
}

window.addEventListener("hashchange", openNote);
document.addEventListener("htmx:afterSettle", () => {
  document.documentElement.removeAttribute("aria-busy");
  begin();
});
document.addEventListener("htmx:responseError", (event) => window.location.assign(event.detail.pathInfo.requestPath));
document.addEventListener("submit", (event) => {
  const button = event.target.querySelector("button:not([type=button])");
  if (event.target.method === "post" && button) {
    button.setAttribute("aria-busy", "true");
    say("Working: what follows is linked again");
  }
});
begin();
