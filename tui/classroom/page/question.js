// An open question: what is asked, what the pupil does, and what became of their answer.

import { faceOf } from "./asks.js";
import { Countdown } from "./clock.js";
import { button, make, said, taughtHeading } from "./dom.js";

const SKIPPED = { type: "skipped" };

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

export class Question {
  element;
  #asked;
  #give;
  #keep;
  #face;
  #given;
  #saved;
  #touched = false;
  #countdown = new Countdown(() => this.#state.classList.contains("saved") && this.#settle(this.#standing(), "saved"));
  #state = make("p", { id: "state", role: "status" });
  #send = make("button", { type: "submit", class: "main" }, "Send");
  #unknown = button("I don't know", () => this.#answer(SKIPPED), { class: "unknown" });

  /**
   * @param asked the host's message
   * @param given the answer that the host has, or that is on its way to it
   * @param give is called with each answer
   * @param begun what was done to it before the page was loaded again
   * @param keep is called with what is begun, and with null once it is saved
   */
  constructor(asked, given, give, begun, keep) {
    [this.#asked, this.#given, this.#saved, this.#give, this.#keep] = [asked, given, asked.yours, give, keep];
    this.#face = faceOf(asked.ask, () => this.#changed());
    if (given) this.#face.show(given);
    this.element = this.#drawn();
    this.again(asked);
    this.#settle(given ? this.#standing() : "", given ? "saved" : "");
    if (!begun || same(begun, given)) return;
    this.#face.show(begun);
    this.#changed();
  }

  get round() {
    return this.#asked.round;
  }

  get vote() {
    return this.#asked.vote;
  }

  get prompt() {
    return this.#asked.ask.prompt;
  }

  /** Whether a message asks just this. */
  asks({ round, vote, ask }) {
    return same([round, vote, ask], [this.#asked.round, this.#asked.vote, this.#asked.ask]);
  }

  /** It is asked once more: the time may be another, the rest stays as the pupil left it. */
  again({ seconds }) {
    this.#countdown.start(seconds);
  }

  /** The host has this of theirs, from another device perhaps. */
  has(response) {
    if (!response || same(response, this.#given)) return;
    [this.#given, this.#saved] = [response, response];
    this.#face.show(response);
    this.#settle(this.#standing(), "saved");
  }

  leave() {
    this.#countdown.stop();
  }

  /** Whether something was done to it that was never sent. */
  get isUnsent() {
    return this.#touched && this.#face.missing() === null && !same(this.#face.response(), this.#given);
  }

  /** What became of an answer, and why. */
  told(response, state, reason) {
    const words = { sent: "Sent.", kept: "Kept here. It is sent by itself when you are back.", saved: this.#standing() };
    if (state === "saved") {
      this.#saved = response;
      if (!this.#touched) this.#keep(null);
    }
    if (state in words) {
      // Who has gone on changing it since is to know that this is not sent.
      if (!this.#touched) this.#settle(words[state], state);
    } else {
      this.#given = this.#saved;
      if (this.#face.atOnce) this.#face.show(this.#saved);
      this.#blame(reason, state);
    }
  }

  #blame(reason, state) {
    this.#settle(this.#saved ? `${reason} Your answer before it still counts.` : reason, state);
    this.#face.blame?.(true);
  }

  /** What is said of an answer that stands. */
  #standing() {
    if (this.#countdown.isOver) return "Time is up. Your answer is saved.";
    const lacking = same(this.#given, SKIPPED) ? "" : this.#face.lacking?.();
    return `Saved. ${lacking ? `${lacking} ` : ""}You can change it until the close.`;
  }

  #drawn() {
    const { round, of, vote, ask } = this.#asked;
    const second = vote > 1 && said("p", { class: "note" }, "Second vote: answer again after the talk. If you don't, your first answer counts.");
    const several = ask.several && said("p", { class: "hint" }, "Choose one or more, then send.");
    const submit = (event) => {
      event.preventDefault();
      const missing = this.#face.missing();
      if (missing) this.#blame(missing, "askedagain");
      else this.#answer(this.#face.response());
    };
    return make(
      "form",
      { class: "question", novalidate: true, onsubmit: submit },
      make("div", { class: "top" }, make("p", {}, `Question ${round} of ${of}`), this.#countdown.element),
      taughtHeading(ask.prompt),
      second,
      several,
      this.#face.element,
      this.#state,
      make("div", { class: "buttons" }, this.#face.atOnce ? null : this.#send, this.#unknown),
    );
  }

  #answer(response) {
    [this.#given, this.#touched] = [response, false];
    if (response === SKIPPED && this.#face.atOnce) this.#face.show(null);
    this.#face.blame?.(false);
    this.#give(response);
  }

  #changed() {
    const response = this.#face.response();
    this.#touched = !this.#face.atOnce;
    if (!this.#touched) return same(response, this.#given) || this.#answer(response);
    this.#keep(response);
    this.#settle(this.#given ? "Changed, but not sent yet: your answer before it counts." : "", "changed");
  }

  #settle(text, state) {
    const isSkipped = same(this.#given, SKIPPED);
    this.#state.textContent = text;
    this.#state.className = `state ${state}`;
    this.#unknown.setAttribute("aria-pressed", isSkipped);
    const isDone = state === "sent" || state === "saved" || state === "kept";
    const word = { sent: "sent", saved: "saved", kept: "kept" }[state] ?? "";
    this.#face.mark?.(isSkipped ? "" : word);
    this.#send.textContent = isDone && !isSkipped ? `Answer ${word}` : state === "changed" && this.#given ? "Send the change" : "Send";
    this.#send.classList.toggle("done", isDone && !isSkipped);
  }
}
