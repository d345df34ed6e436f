// The asks, each as what a pupil can do with it. A face has: element; response(), what they did so far; missing(), what
// there is to do before it can be sent, or null; show(response), to put an answer back; and at once, if a tap is an answer.

import { arrange } from "./arrange.js";
import { make, numbered, taught } from "./dom.js";
import { pair } from "./pair.js";
import { write } from "./write.js";

/** The face of an ask; changed is called when the pupil does something to it. */
export function faceOf(ask, changed) {
  return { pick, write, arrange, pair }[ask.type](ask, changed);
}

function pick(ask, changed) {
  const chosen = new Set();
  const buttons = ask.options.map((option, index) => {
    const sign = make("span", { class: "sign", "aria-hidden": "true" });
    const mark = make("span", { class: "mark", "aria-hidden": "true" });
    const press = () => {
      if (!ask.several) chosen.clear();
      if (!chosen.delete(option)) chosen.add(option);
      draw();
      changed();
    };
    const text = taught("span", { class: "text" }, option);
    return make("button", { type: "button", class: "option", onclick: press }, sign, numbered(index + 1), text, mark);
  });
  const signs = ask.several ? ["☐", "☑"] : ["○", "●"];
  function draw() {
    buttons.forEach((button, index) => {
      const isChosen = chosen.has(ask.options[index]);
      button.setAttribute("aria-pressed", isChosen);
      button.querySelector(".sign").textContent = signs[Number(isChosen)];
    });
  }
  draw();
  return {
    element: make("div", { class: "options", role: "group", "aria-label": ask.several ? "Choose one or more" : "Choose one" }, ...buttons),
    atOnce: !ask.several,
    response: () => ({ type: "picked", options: ask.options.filter((option) => chosen.has(option)) }),
    missing: () => (chosen.size ? null : "Choose at least one first, or say that you don't know."),
    show(response) {
      chosen.clear();
      if (response?.type === "picked") response.options.forEach((option) => chosen.add(option));
      draw();
    },
    mark(word) {
      buttons.forEach((button, index) => {
        button.querySelector(".mark").textContent = chosen.has(ask.options[index]) ? word : "";
      });
    },
  };
}
