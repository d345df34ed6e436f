// What the page says in more than one place.

export const SIGNS = { correct: "✓", partly: "◐", wrong: "✗", skipped: "–" };
export const GRADES = { correct: "right", partly: "partly right", wrong: "not right", skipped: "not known" };
export const UNANSWERED = "·";

export function figure(number) {
  return Math.round(number * 100) / 100;
}

export function points(number) {
  return `${figure(number)} ${number === 1 ? "point" : "points"}`;
}

function counted(number, one) {
  return `${number} ${one}${number === 1 ? "" : "s"}`;
}

/** How long it still is, as a clock shows it. */
export function clock(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** How long it still is, in words. */
export function duration(seconds) {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  const parts = [minutes && counted(minutes, "minute"), (rest || !minutes) && counted(rest, "second")];
  return parts.filter(Boolean).join(" ");
}

/** A response in words, a line for each part. */
export function linesOf(response) {
  switch (response.type) {
    case "picked":
      return response.options;
    case "written":
      return response.fields.map((field) => field || "(empty)");
    case "arranged":
      return response.items.map((item, index) => `${index + 1}. ${item}`);
    case "paired":
      return response.pairs.map(([left, right]) => `${left}: ${right}`);
    default:
      return ["I don't know"];
  }
}

/** Why a player is not in the room, in the page's own words: a title, what to do, and what the button does. */
export const GONE = {
  full: ["The room is full", "Every seat is taken. Tell your teacher, who can add seats.", "Try again"],
  removed: ["You were taken out of the room", "Your teacher took this name off the list. Ask your teacher how to go on.", null],
  replaced: [
    "You are playing on another device",
    "Your seat was taken up in another window or on another device. Go on there, or take it back here.",
    "Play here",
  ],
  nonsense: ["Something went wrong on this page", "Load it again: your seat and your answers are kept.", "Load again"],
  version: ["This page is out of date", "Load it again: your seat and your answers are kept.", "Load again"],
};
