// Larger text, reading aloud, dark and light: one tap away.

import { wordsOf } from "./dom.js";

const SIZES = ["", "large", "larger"];
const root = document.documentElement;

function keep(name, value) {
  root.dataset[name] = value;
  try {
    localStorage.setItem(`kruzhok-${name}`, value);
  } catch {
    // It holds until the page is left.
  }
}

function kept(name) {
  try {
    return localStorage.getItem(`kruzhok-${name}`) ?? "";
  } catch {
    return "";
  }
}

function startSizes(button) {
  const named = () => (button.textContent = root.dataset.size === SIZES[2] ? "Normal text" : "Larger text");
  root.dataset.size = kept("size");
  named();
  button.onclick = () => {
    keep("size", SIZES[(SIZES.indexOf(root.dataset.size) + 1) % SIZES.length]);
    named();
  };
}

function startThemes(button) {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
  const named = () => (button.textContent = isDark() ? "Light" : "Dark");
  root.dataset.theme = kept("theme");
  named();
  system.addEventListener("change", named);
  button.onclick = () => {
    keep("theme", isDark() ? "light" : "dark");
    named();
  };
}

const aloud = document.getElementById("aloud");

function readAloud() {
  const parts = [...document.querySelectorAll("#main [data-said]")].filter((part) => part.checkVisibility?.() ?? true);
  parts.forEach((part, index) => {
    const utterance = new SpeechSynthesisUtterance(part.dataset.said || wordsOf(part));
    utterance.lang = part.closest("[lang]").lang;
    if (index === parts.length - 1) utterance.onend = () => (aloud.textContent = "Read aloud");
    speechSynthesis.speak(utterance);
  });
  aloud.textContent = "Stop reading";
}

/** Read no further: something else is shown. */
export function hush() {
  if (!("speechSynthesis" in window)) return;
  speechSynthesis.cancel();
  aloud.textContent = "Read aloud";
}

export function startTools() {
  startSizes(document.getElementById("larger"));
  startThemes(document.getElementById("theme"));
  aloud.hidden = !("speechSynthesis" in window);
  aloud.onclick = () => (speechSynthesis.speaking ? hush() : readAloud());
}
