// Fields to fill: alone, or as the gaps of a passage.

import { make, said, taught } from "./dom.js";

const LONGEST = 300;

function input(field, index, changed) {
  return make("input", {
    type: "text",
    id: `field-${index}`,
    inputmode: field.number ? "decimal" : null,
    maxlength: LONGEST,
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    "aria-describedby": "state",
    oninput: changed,
  });
}

function standing(field, index, box) {
  const hint = [field.example && `For example ${field.example}`, field.unit && `In ${field.unit}`].filter(Boolean).join(". ");
  if (hint) box.setAttribute("aria-describedby", `hint-${index} state`);
  return make(
    "div",
    { class: "field" },
    taught("label", { for: box.id }, field.label),
    hint && said("p", { id: `hint-${index}`, class: "hint" }, hint),
    box,
  );
}

function passageOf(ask, boxes) {
  const pieces = ask.passage.flatMap((piece, index) => {
    boxes[index]?.setAttribute("aria-label", ask.fields[index].label);
    return boxes[index] ? [piece, boxes[index]] : [piece];
  });
  return make(
    "blockquote",
    {},
    taught("p", { class: "passage", "data-said": ask.passage.join(" … ") }, ...pieces),
    ask.attribution && taught("footer", {}, ask.attribution),
  );
}

export function write(ask, changed) {
  const boxes = ask.fields.map((field, index) => input(field, index, changed));
  const parts = ask.passage.length
    ? [passageOf(ask, boxes)]
    : ask.fields.map((field, index) => standing(field, index, boxes[index]));
  return {
    element: make("div", { class: "fields" }, ...parts),
    response: () => ({ type: "written", fields: boxes.map((box) => box.value.trim()) }),
    missing: () => (boxes.some((box) => box.value.trim()) ? null : "Type your answer first, or say that you don't know."),
    show(response) {
      if (response?.type === "written") boxes.forEach((box, index) => (box.value = response.fields[index]));
    },
    blame(wrong) {
      const filled = boxes.filter((box) => box.value.trim());
      const blamed = filled.length ? filled : boxes;
      boxes.forEach((box) => box.setAttribute("aria-invalid", wrong && blamed.includes(box)));
      if (wrong) blamed[0].focus();
    },
  };
}
