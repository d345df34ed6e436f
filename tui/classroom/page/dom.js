// Making elements. Text only ever becomes a text node: what others wrote is never read as markup.

let guideLanguage = "";

/** Say in which language the guide is written. */
export function speakGuide(language) {
  guideLanguage = language;
}

/** An element with attributes, listeners ("onclick") and children; what is null or false is left out. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** An element whose text is read aloud. */
export function said(tag, attributes, ...children) {
  return make(tag, { "data-said": true, ...attributes }, ...children);
}

/** An element whose text is the guide's: in its language, and read aloud in it. */
export function taught(tag, attributes, ...children) {
  return said(tag, { lang: guideLanguage || null, dir: "auto", ...attributes }, ...children);
}

/** The heading of what is shown now: the focus goes to it. */
export function heading(...children) {
  return said("h1", { tabindex: "-1" }, ...children);
}

/** The guide's own words as a heading. */
export function taughtHeading(text) {
  return taught("h1", { tabindex: "-1" }, text);
}

export function button(text, onclick, attributes = {}) {
  return make("button", { type: "button", onclick, ...attributes }, text);
}

/** The sign by which the terminal and the projector call a part of an ask, too. */
export function numbered(number) {
  return make("span", { class: "number" }, `${number} `);
}

/** An element's words, without the signs that only the eye needs. */
export function wordsOf(element) {
  const copy = element.cloneNode(true);
  copy.querySelectorAll('[aria-hidden="true"]').forEach((sign) => sign.remove());
  return copy.textContent.trim();
}

/** Say something to those who listen to the page. */
export function say(text) {
  document.getElementById("said").textContent = text;
}
