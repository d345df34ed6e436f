// What stands on the page when no question does.

import { button, heading, make, said, taught } from "./dom.js";
import { GONE, linesOf } from "./words.js";

const LONGEST_NAME = 40;
const LENGTH_OF_CODE = 6;

function field(label, attributes, problem) {
  const told = make("p", { id: `${attributes.id}-told`, class: "state askedagain", role: "alert" }, problem ?? "");
  const box = make("input", {
    type: "text",
    autocomplete: "off",
    spellcheck: "false",
    "aria-describedby": told.id,
    "aria-invalid": problem ? "true" : null,
    ...attributes,
  });
  return { box, told, element: make("div", { class: "field" }, make("label", { for: box.id }, label), box, told) };
}

/**
 * The way in.
 * @param code the room's code, if it is known
 * @param problem what was wrong: {code}, {name} or {note}
 * @param join is called with code and name
 */
export function joinView({ code, problem = {}, join }) {
  const asksCode = !code || problem.code;
  const codeField = field("Code on the board", { id: "code", value: code, maxlength: LENGTH_OF_CODE, autocapitalize: "characters" }, problem.code);
  const nameField = field("Type a name", { id: "name", maxlength: LONGEST_NAME }, problem.name);
  const names = make("div", { class: "names" });
  const go = (name) => {
    const typed = asksCode ? codeField.box.value.trim().toUpperCase() : code;
    codeField.told.textContent = typed.length === LENGTH_OF_CODE ? "" : `The code has ${LENGTH_OF_CODE} letters and numbers.`;
    nameField.told.textContent = name ? "" : "Take a name above, or type one.";
    if (codeField.told.textContent) codeField.box.focus();
    else if (name) join(typed, name);
    else nameField.box.focus();
  };
  const submit = (event) => {
    event.preventDefault();
    go(nameField.box.value.trim());
  };
  const offered = make("section", { hidden: true }, make("h2", {}, "Take a name"), names);
  const element = make(
    "form",
    { class: "join", novalidate: true, onsubmit: submit },
    heading("Join the class"),
    problem.note && said("p", { class: "note" }, problem.note),
    asksCode ? codeField.element : make("p", {}, "Room ", make("strong", { class: "code" }, code)),
    said("p", { class: "hint" }, "A nickname only, nothing private: everybody in the room can see it."),
    offered,
    nameField.element,
    make("button", { type: "submit", class: "main" }, "Join"),
  );
  const offer = (free) => {
    offered.hidden = !free.length;
    nameField.element.querySelector("label").textContent = free.length ? "Or type one" : "Type a name";
    names.replaceChildren(...free.map((name) => button(name, () => go(name))));
  };
  return { element, offer, focus: problem.code ? codeField.box : problem.name ? nameField.box : null };
}

/** No question is open. */
export function waitingView({ name, title, rename, leave }) {
  const here = make("p", {});
  const head = heading("");
  const change = field("New name", { id: "name", maxlength: LONGEST_NAME, value: name });
  const submit = (event) => {
    event.preventDefault();
    if (change.box.value.trim()) rename(change.box.value.trim());
  };
  const details = make(
    "details",
    {},
    make("summary", {}, "Change name or leave"),
    make("form", { novalidate: true, onsubmit: submit }, change.element, make("button", { type: "submit" }, "Change name")),
    button("Leave the room", leave),
  );
  const element = make("div", { class: "waiting" }, head, taught("p", { class: "title" }, title), here, details);
  return {
    element,
    tell(players, asked) {
      head.textContent = asked ? "The next question comes soon" : "You are in";
      const others = players === 1 ? "You are the first." : `${players} players are here.`;
      here.textContent = asked ? "" : `${others} It begins when your teacher starts.`;
    },
    refuse(reason) {
      details.open = true;
      change.told.textContent = reason;
      change.box.setAttribute("aria-invalid", "true");
      change.box.focus();
    },
    called() {
      change.told.textContent = "";
      change.box.removeAttribute("aria-invalid");
      details.open = false;
    },
  };
}

/** A question is closed; its key comes next. */
export function shutView({ round, yours, prompt, unsent }) {
  const answer = yours
    ? make("div", { class: "yours" }, said("p", { class: "label" }, "Your answer"), make("ul", {}, ...linesOf(yours).map((line) => taught("li", {}, line))))
    : said("p", {}, "You sent no answer to this one.");
  return make(
    "div",
    { class: "shut" },
    make("p", { class: "top" }, `Question ${round}`),
    prompt && taught("p", { class: "asked" }, prompt),
    heading("Closed"),
    answer,
    unsent && said("p", { class: "note" }, "What you had not sent does not count."),
    said("p", { class: "hint" }, "Your teacher goes on in a moment."),
  );
}

export function stoppedView() {
  return make("div", {}, heading("The room is paused"), said("p", {}, "Time stands still. What you did is kept, and sent when it goes on."));
}

/** Something in a title and a sentence, with a button or several. */
export function noticeView(title, text, ...buttons) {
  return make("div", { class: "notice" }, heading(title), said("p", {}, text), ...buttons);
}

/** Another room answers at this address. */
export function elsewhereView(code, join) {
  const text = `It does not know you. Your seat in room ${code} is kept, and your room is looked for again by itself.`;
  const hint = said("p", {}, "If your teacher has begun a new room, join that one.");
  return noticeView("Another room is here now", text, hint, button("Join the new room", join, { class: "main" }));
}

/** The player is not in the room, or not any more. */
export function goneView({ refusal, reason }, again) {
  const [title, text, action] = GONE[refusal] ?? ["You are not in the room", reason, "Try again"];
  return noticeView(title, text, action && button(action, again, { class: "main" }));
}
