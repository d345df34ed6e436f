// How it went: after a question, and at the end.

import { heading, make, said, taught } from "./dom.js";
import { GRADES, SIGNS, UNANSWERED, figure, points } from "./words.js";

function signOf(grade) {
  return make("span", { class: `sign ${grade ?? "none"}`, "aria-hidden": "true" }, SIGNS[grade] ?? UNANSWERED);
}

const headlineOf = ({ headline }) => headline || "You gave no answer.";

function graded(text, grade) {
  return taught("li", { class: grade }, signOf(grade), ` ${text} `, make("span", { class: "unseen", lang: "en" }, `(${GRADES[grade]})`));
}

function listed(title, lines, className) {
  if (!lines.length) return null;
  return make("div", { class: className }, said("p", { class: "label" }, title), make("ul", {}, ...lines));
}

function yoursOf({ yours, parts, grade }) {
  const isGradedEach = parts.length === yours.length;
  const lines = yours.map((line, index) => graded(line, isGradedEach ? parts[index] : grade));
  return listed("Your answer", lines, "yours");
}

function keyOf({ key }) {
  const lines = key.map((line) => taught("li", {}, line));
  return listed(lines.length > 1 ? "The right answers" : "The right answer", lines, "key");
}

function panelOf({ taught: id }, panels) {
  const found = panels.find((each) => each.id === id);
  if (!found) return null;
  const { lesson, panel, paragraphs } = found;
  return make(
    "details",
    {},
    make("summary", {}, "Where it is taught: ", taught("span", { "data-said": null }, panel)),
    taught("p", { class: "hint" }, lesson),
    ...paragraphs.map((paragraph) => taught("p", {}, paragraph)),
  );
}

/** All that is to be learnt from an outcome, from the player's own answer on. */
function lesson(outcome, panels) {
  return [
    outcome.grade === "skipped" ? null : yoursOf(outcome),
    outcome.grade === "correct" && !outcome.accepted ? null : keyOf(outcome),
    ...outcome.why.map((why) => taught("p", { class: "why" }, why)),
    outcome.explanation && taught("p", {}, outcome.explanation),
    panelOf(outcome, panels),
  ];
}

/** One question's outcome, when its key is shown. */
export function outcomeView({ outcome, panels, total }) {
  return make(
    "article",
    { class: "outcome" },
    make("p", { class: "top" }, `Question ${outcome.round}`),
    taught("p", { class: "asked" }, outcome.question),
    make("div", { class: `verdict ${outcome.grade ?? "none"}` }, heading(signOf(outcome.grade), ` ${headlineOf(outcome)}`)),
    said("p", { class: "hint" }, `${points(outcome.points)} for this, ${points(total)} so far.`),
    ...lesson(outcome, panels),
  );
}

function missedOf(outcome, panels) {
  return make(
    "article",
    { class: "missed" },
    taught("h3", {}, signOf(outcome.grade), ` ${outcome.question}`),
    said("p", { class: "hint" }, headlineOf(outcome)),
    ...lesson(outcome, panels),
  );
}

function takeHome({ file, file_name: name }) {
  if (!file) return null;
  const address = URL.createObjectURL(new Blob([file], { type: "application/octet-stream" }));
  return make(
    "section",
    {},
    said("h2", {}, "Take it home"),
    said("p", {}, "This file holds your answers. With it, kruzhok on your own computer asks you again what you missed, at the right time."),
    make("a", { class: "button main", href: address, download: name }, "Save the file"),
    make("p", { class: "hint" }, "Take it in with ", make("code", {}, `kruzhok data merge ${name}`)),
  );
}

/** The end: what was right, all that was missed, and the file to take home. */
export function overView(over) {
  const right = over.outcomes.filter(({ grade }) => grade === "correct");
  const missed = over.outcomes.filter(({ grade }) => grade !== "correct");
  const counts = over.outcomes.length
    ? `${right.length} of ${over.outcomes.length} right, ${figure(over.total)} of ${points(over.most)}.`
    : "No question was asked while you were here.";
  return make(
    "div",
    { class: "over" },
    heading("The room is over"),
    said("p", { class: "result" }, counts),
    missed.length > 0 && make("section", {}, said("h2", {}, "What to look at again"), ...missed.map((each) => missedOf(each, over.panels))),
    right.length > 0 &&
      make("section", {}, said("h2", {}, "What was right"), make("ul", {}, ...right.map(({ question }) => graded(question, "correct")))),
    takeHome(over),
  );
}
