// Left to right: a partner for each, from the browser's own list.

import { make, numbered, taught } from "./dom.js";

const NONE = "";
const LETTERS = "abcdefghijklmrstwxz";

function rowOf(left, index, ask, changed) {
  const full = make("p", { class: "full", "aria-hidden": "true" });
  const partners = ask.right.map((right, at) => make("option", { value: at }, `${LETTERS[at] ?? ""} ${right}`));
  const select = taught(
    "select",
    { "data-said": null, id: `left-${index}`, "aria-describedby": "state", onchange: () => (draw(), changed()) },
    make("option", { value: NONE, lang: "en" }, "Choose a partner"),
    ...partners,
  );
  // A closed list cuts a long text off.
  const draw = () => (full.textContent = select.value !== NONE && ask.right[select.value].length > 26 ? ask.right[select.value] : "");
  const element = make("div", { class: "field" }, taught("label", { for: select.id }, numbered(index + 1), left), select, full);
  return { element, select, draw };
}

export function pair(ask, changed) {
  const rows = ask.left.map((left, index) => rowOf(left, index, ask, changed));
  const pairs = () =>
    ask.left.flatMap((left, index) => (rows[index].select.value === NONE ? [] : [[left, ask.right[rows[index].select.value]]]));
  const partners = taught("p", { class: "unseen", "data-said": ask.right.join("; ") });
  return {
    element: make("div", { class: "fields" }, ...rows.map((row) => row.element), partners),
    response: () => ({ type: "paired", pairs: pairs() }),
    missing: () => (pairs().length ? null : "Choose a partner for at least one first, or say that you don't know."),
    lacking() {
      const without = ask.left.length - pairs().length;
      return without ? `${without} still ${without === 1 ? "has" : "have"} no partner.` : "";
    },
    show(response) {
      const given = new Map(response?.type === "paired" ? response.pairs : []);
      rows.forEach(({ select, draw }, index) => {
        const right = given.get(ask.left[index]);
        select.value = right === undefined ? NONE : ask.right.indexOf(right);
        draw();
      });
    },
  };
}
