// The line to the host: it says hello each time it opens, and comes back by itself.

const PAUSES = [1000, 2000, 4000, 8000];
const PATIENCE = 10_000;
const LONG_AWAY = 30_000;
// Where another room answers a whole class comes again and again: this takes as little of it as its limits bear.
const SELDOM = 8000;

export class Connection {
  #hello;
  #heard;
  #lost;
  #socket = null;
  #tries = 0;
  #timer = 0;
  #patience = 0;
  #ended = true;
  #isSeldom = false;
  #hiddenAt = 0;

  /**
   * @param hello gives the first message
   * @param heard is called with each message of the host's
   * @param lost is called when the line breaks
   */
  constructor({ hello, heard, lost }) {
    [this.#hello, this.#heard, this.#lost] = [hello, heard, lost];
    addEventListener("offline", () => this.drop());
    addEventListener("online", () => this.#hurry());
    document.addEventListener("visibilitychange", () => this.#looked());
  }

  /** Connect now. */
  open() {
    this.#isSeldom = false;
    this.#open();
  }

  #open() {
    this.#ended = false;
    this.#close();
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    const socket = new WebSocket(`${scheme}://${location.host}/socket`);
    this.#socket = socket;
    this.expectWord();
    socket.onopen = () => this.send(this.#hello());
    socket.onmessage = ({ data }) => this.#socket === socket && this.#take(JSON.parse(data));
    socket.onclose = () => this.#socket === socket && this.drop();
  }

  /** Send a message, if the line is open; say whether it was sent. */
  send(message) {
    if (this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify(message));
    return true;
  }

  /** Take the line for broken if the host stays silent from now on. */
  expectWord() {
    clearTimeout(this.#patience);
    this.#patience = setTimeout(() => this.drop(), PATIENCE);
  }

  /** Give the line up and come back. */
  drop() {
    this.#close();
    if (this.#ended) return;
    this.#lost();
    if (this.#isSeldom) return this.openSeldom();
    this.#wait(this.#tries === 0 ? Math.random() * 1000 : PAUSES[Math.min(this.#tries, PAUSES.length) - 1]);
    this.#tries += 1;
  }

  /** Give the line up, and leave it at that. */
  end() {
    this.#ended = true;
    this.#close();
  }

  /** Let the line go when it breaks. */
  letGo() {
    this.#ended = true;
  }

  /** Come back after so many seconds. */
  openAfter(seconds) {
    this.end();
    this.#wait(seconds * 1000);
  }

  /** Come back now and then. */
  openSeldom() {
    this.#close();
    [this.#isSeldom, this.#ended] = [true, false];
    this.#wait(SELDOM * (1 + Math.random()));
  }

  #wait(milliseconds) {
    this.#timer = setTimeout(() => this.#open(), milliseconds);
  }

  #looked() {
    if (document.hidden) this.#hiddenAt = Date.now();
    else if (!this.#socket) this.#hurry();
    // A device that has slept does not learn that its line is dead.
    else if (Date.now() - this.#hiddenAt > LONG_AWAY) this.drop();
  }

  #hurry() {
    if (this.#ended || this.#socket || !this.#timer) return;
    clearTimeout(this.#timer);
    // A whole class gets its network back in the same instant.
    this.#wait(Math.random() * 1000);
  }

  #take(message) {
    clearTimeout(this.#patience);
    if (message.type === "welcome") [this.#tries, this.#isSeldom] = [0, false];
    this.#heard(message);
  }

  #close() {
    clearTimeout(this.#timer);
    clearTimeout(this.#patience);
    const socket = this.#socket;
    [this.#socket, this.#timer] = [null, 0];
    socket?.close();
  }
}
