// The answer on its way: only the newest counts, one is under way at a time, and none is lost with the line.

const APART = 250;
const LARGEST = 4096;
const TOO_LARGE = "This is too long to be sent. Use fewer words, or tell your teacher.";

const sizeOf = (message) => new TextEncoder().encode(JSON.stringify(message)).length;

function anyId() {
  // crypto.randomUUID is missing on plain http.
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export class Answering {
  #send;
  #keep;
  #told;
  #waiting;
  #underWay = null;
  #isHeld = false;
  #sentAt = -APART;
  #timer = 0;

  /**
   * @param send sends a message, and says whether it could
   * @param keep is given the answer that the host does not have yet, or null
   * @param told is called with an answer, what became of it ("sent", "kept", "saved", "askedagain", "nottaken") and why
   * @param waiting what was kept when the page was last open
   */
  constructor({ send, keep, told, waiting = null }) {
    [this.#send, this.#keep, this.#told, this.#waiting] = [send, keep, told, waiting];
  }

  /** What of a round's vote the host does not have yet. */
  waitingFor(round, vote) {
    return this.#waiting?.round === round && this.#waiting.vote === vote ? this.#waiting.response : null;
  }

  give(round, vote, response) {
    const answer = { type: "answer", id: anyId(), round, vote, response };
    // The host would end the line for it, again and again.
    if (sizeOf(answer) > LARGEST) return this.#told(answer, "nottaken", TOO_LARGE);
    this.#waiting = answer;
    this.#keep(this.#waiting);
    this.#told(this.#waiting, this.#isHeld ? "kept" : "sent");
    this.#go();
  }

  /** The line broke, or time stands still: nothing is sent for now. */
  pause() {
    clearTimeout(this.#timer);
    [this.#underWay, this.#isHeld] = [null, true];
    if (this.#waiting) this.#told(this.#waiting, "kept");
  }

  /** The line is there, and time goes on: send what waits. */
  resume() {
    this.#isHeld = false;
    this.#go();
  }

  #go() {
    clearTimeout(this.#timer);
    if (!this.#waiting || this.#underWay || this.#isHeld) return;
    const early = this.#sentAt + APART - performance.now();
    if (early > 0) {
      this.#timer = setTimeout(() => this.#go(), early);
    } else if (this.#send(this.#waiting)) {
      this.#underWay = this.#waiting;
      this.#sentAt = performance.now();
      this.#told(this.#waiting, "sent");
    } else {
      this.#told(this.#waiting, "kept");
    }
  }

  /** The host said what became of an answer. */
  heard({ type, id, reason }) {
    if (id === this.#underWay?.id) this.#underWay = null;
    // What met a pause is wanted again when it is over.
    if (type === "nottaken" && this.#isHeld) return;
    if (id === this.#waiting?.id) {
      const answer = this.#waiting;
      this.#waiting = null;
      this.#keep(null);
      this.#told(answer, type, reason);
    }
    this.#go();
  }
}
