// The time left, by a clock of the page's own that nobody can set.

import { make, say } from "./dom.js";
import { clock, duration } from "./words.js";

const TOLD = [60, 30, 10];

/** A line that counts down: shown every second, told to those who listen a few times only. */
export class Countdown {
  element = make("p", { class: "time", role: "timer", hidden: true });
  isOver = false;
  #timer = 0;
  #turned;

  /** @param turned is called when the time is over, and when there is some again */
  constructor(turned) {
    this.#turned = turned;
  }

  /** Count down from so many seconds; null is no limit. */
  start(seconds) {
    this.stop();
    this.#turn(false);
    this.element.hidden = seconds === null;
    if (seconds === null) return;
    const end = performance.now() + seconds * 1000;
    let last = Infinity;
    const tick = () => {
      const left = Math.max(0, Math.ceil((end - performance.now()) / 1000));
      if (left === last) return;
      this.#show(left);
      if (last === Infinity ? left > 0 : TOLD.some((moment) => left <= moment && moment < last)) say(`${duration(left)} left`);
      last = left;
      if (left > 0) return;
      this.stop();
      this.#turn(true);
    };
    tick();
    this.#timer = setInterval(tick, 250);
  }

  stop() {
    clearInterval(this.#timer);
  }

  #turn(isOver) {
    if (isOver === this.isOver) return;
    this.isOver = isOver;
    this.#turned();
  }

  #show(left) {
    this.element.textContent = left ? `${clock(left)} left` : "Time is up";
    this.element.classList.toggle("soon", left <= 10);
  }
}
