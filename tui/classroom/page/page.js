// The pupil's page: what the host says, and what is shown of it.

import { Answering } from "./answering.js";
import { Connection } from "./connection.js";
import { button, make, say, speakGuide, wordsOf } from "./dom.js";
import { outcomeView, overView } from "./outcome.js";
import { Question } from "./question.js";
import { forget, keep, seatOf, secretOf } from "./seat.js";
import { hush, startTools } from "./tools.js";
import { elsewhereView, goneView, joinView, noticeView, shutView, stoppedView, waitingView } from "./views.js";
import { points } from "./words.js";

const VERSION = 2;
const main = document.getElementById("main");
const line = document.getElementById("line");

let code = /^\/([a-z0-9]{6})$/i.exec(location.pathname)?.[1].toUpperCase() ?? "";
let wanted = "";
let seated = null;
let offline = false;
let joining = false;
let isAnew = false;
// The room whose seat is looked for while another room answers.
let sought = "";
let shown = "";
let last = "";
let round = 0;
let question = null;
let waiting = null;
let answering = null;

const connection = new Connection({ hello, heard, lost });
startTools();
if (seatOf(code).token) comeBack();
else letIn();

function hello() {
  const { token } = seatOf(code);
  return { type: "hello", version: VERSION, code, ...(token && !isAnew ? { token } : { name: wanted, secret: secretOf(code) }) };
}

function show(what, element, focused = null) {
  hush();
  if (!offline) line.textContent = "";
  if (what !== "asked") question?.leave();
  shown = what;
  main.replaceChildren(element);
  const head = element.querySelector("h1");
  document.title = `${wordsOf(head)} · kruzhok`;
  scrollTo(0, 0);
  (focused ?? head).focus({ preventScroll: true });
}

function showWho(total = seated.points) {
  seated.points = total;
  document.getElementById("who").replaceChildren(make("strong", {}, seated.name), make("span", {}, points(total)));
}

async function letIn(problem, known = code) {
  last = "";
  const view = joinView({ code: known, problem, join });
  show("join", view.element, view.focus);
  try {
    view.offer(await (await fetch("/names")).json());
  } catch {
    view.offer([]);
  }
}

/** Ask in somebody of whom nothing is known. */
function askAnew(problem) {
  forgetAll();
  letIn(problem);
}

function forgetAll() {
  [seated, answering, question, round] = [null, null, null, 0];
  document.getElementById("who").replaceChildren();
}

function join(typed, name) {
  // Two taps are one player.
  if (joining) return;
  if (sought) forgetAll();
  [code, wanted, joining, isAnew] = [typed, name, true, false];
  history.replaceState(null, "", `/${code}`);
  connection.open();
}

function comeBack() {
  last = "";
  show("notice", noticeView("One moment", "You come into the room."));
  connection.open();
}

/** Another room answers: the seat is kept, and looked for now and then; or the other room is joined. */
function elsewhere() {
  [sought, offline] = [code, true];
  line.textContent = "";
  connection.openSeldom();
  if (shown !== "join" && shown !== "elsewhere") show("elsewhere", elsewhereView(code, () => letIn({ note: `Your seat in room ${code} is kept.` }, "")));
}

function lost() {
  [offline, joining] = [true, false];
  if (shown === "elsewhere") show("notice", noticeView("One moment", `Your seat in room ${code} is kept, and looked for by itself.`));
  line.textContent = seated
    ? "You are offline. What you answer is kept here, and sent by itself when you are back."
    : "The room does not answer. Trying again by itself.";
  answering?.pause();
}

function heard(message) {
  const { type } = message;
  if (type in STATES && type !== "asked") {
    // After a break the host says again what already stands there.
    const text = JSON.stringify(message);
    if (text === last) return goOn(type);
    last = text;
  } else if (type === "asked") last = "";
  if (type === "welcome") welcomed(message);
  else if (type === "refused") refused(message);
  else if (type === "called") called(message);
  else if (type === "saved" || type === "askedagain" || type === "nottaken") answering.heard(message);
  else if (type in STATES) STATES[type](message);
  if (type in STATES) goOn(type);
}

function goOn(state) {
  if (state === "stopped") answering.pause();
  else answering.resume();
}

const STATES = { waiting: wait, asked: ask, shut, shown: reveal, stopped: () => show("stopped", stoppedView()), over };

function welcomed(message) {
  const isBack = offline;
  [offline, joining, isAnew, sought] = [false, false, false, ""];
  const { waiting: unsent = null } = seatOf(code);
  seated = message;
  keep(code, { token: message.token, name: message.name, secret: undefined });
  speakGuide(message.language);
  answering ??= new Answering({
    send: (answer) => {
      const isSent = connection.send(answer);
      if (isSent) connection.expectWord();
      return isSent;
    },
    keep: (answer) => keep(code, { waiting: answer }),
    told,
    waiting: unsent,
  });
  line.textContent = "";
  if (isBack) say("You are back.");
  showWho();
}

function wait({ players, asked }) {
  if (shown !== "waiting") {
    waiting = waitingView({ name: seated.name, title: seated.title, rename, leave });
    waiting.tell(players, asked);
    show("waiting", waiting.element);
  } else waiting.tell(players, asked);
}

function ask(asked) {
  const { vote, yours } = asked;
  round = asked.round;
  const given = answering.waitingFor(round, vote) ?? yours;
  if (question?.asks(asked)) {
    question.again(asked);
    question.has(given);
  } else {
    question?.leave();
    const [number, to] = [round, `${round}/${vote}`];
    const give = (response) => answering.give(number, vote, response);
    const keepBegun = (response) => keep(code, { begun: { [to]: response } });
    question = new Question(asked, given, give, seatOf(code).begun?.[to], keepBegun);
  }
  if (shown !== "asked" || main.firstChild !== question.element) show("asked", question.element);
}

/** What became of an answer: told where it was given, or where the player is by now. */
function told({ round: answered, vote, response }, state, reason) {
  if (question?.round === answered && question.vote === vote) question.told(response, state, reason);
  if (state === "nottaken" && shown !== "asked") line.textContent = reason;
}

function shut(message) {
  round = message.round;
  const asked = question?.round === round ? question : null;
  const unsent = asked?.vote === message.vote && asked.isUnsent;
  show("shut", shutView({ ...message, prompt: asked?.prompt, unsent }));
}

function reveal(message) {
  const { outcome, total } = message;
  showWho(total);
  if (outcome.round < round || shown === "over") {
    line.textContent = `Question ${outcome.round} was graded anew: ${points(total)} so far.`;
  } else {
    round = outcome.round;
    show("shown", outcomeView(message));
  }
}

function over(message) {
  connection.letGo();
  showWho(message.total);
  show("over", overView(message));
}

function rename(name) {
  if (!connection.send({ type: "rename", name })) waiting.refuse("You are offline. Try again when you are back.");
}

function called({ name }) {
  seated.name = name;
  keep(code, { name });
  waiting?.called();
  showWho();
  say(`You are called ${name} now.`);
}

function leave() {
  connection.send({ type: "goodbye" });
  connection.end();
  answering.pause();
  const back = button("Come back", comeBack, { class: "main" });
  const anew = button("Join under another name", () => {
    forget(code);
    askAnew();
  });
  show("notice", noticeView("You have left the room", "Your seat and your points are kept.", back, anew));
}

function refused(message) {
  const { refusal, reason, wait: seconds } = message;
  const isJoining = joining;
  [offline, joining] = [false, false];
  if (refusal !== "name") answering?.pause();
  if (refusal === "name" && seated) {
    waiting.refuse(reason);
  } else if (refusal === "name") {
    connection.end();
    letIn({ name: reason });
  } else if (refusal === "code") {
    connection.end();
    askAnew({ code: reason });
    isAnew = false;
    if (sought) {
      code = sought;
      history.replaceState(null, "", `/${code}`);
      connection.openSeldom();
    }
  } else if (refusal === "stranger" && isJoining) {
    // The secret that is kept for this code is not this room's: a name may be.
    [joining, isAnew] = [true, true];
    connection.open();
  } else if (refusal === "stranger") {
    elsewhere();
  } else if (refusal === "often") {
    connection.openAfter(Math.max(1, seconds));
    offline = true;
    line.textContent = reason;
  } else {
    connection.end();
    const isStale = refusal === "nonsense" || refusal === "version";
    show("gone", goneView(message, () => (isStale ? location.reload() : comeBack())));
  }
}
