// A player's seat, by room code: their secret, their name, and an answer that the host does not have yet.

const unkept = new Map();

function name(code) {
  return `kruzhok:${code}`;
}

/** What is kept of a room; empty if nothing is. */
export function seatOf(code) {
  try {
    return JSON.parse(localStorage.getItem(name(code))) ?? unkept.get(code) ?? {};
  } catch {
    return unkept.get(code) ?? {};
  }
}

/** Keep something more of a room. */
export function keep(code, more) {
  const seat = { ...seatOf(code), ...more };
  unkept.set(code, seat);
  try {
    localStorage.setItem(name(code), JSON.stringify(seat));
  } catch {
    // A browser that keeps nothing still plays, until the page is loaded again.
  }
}

/** What was begun of an answer, if it was to this. */
export function begun(to) {
  try {
    const [of, response] = JSON.parse(sessionStorage.getItem("kruzhok:begun"));
    return of === to ? response : null;
  } catch {
    return null;
  }
}

/** Keep what was begun, in place of all before; null drops it. */
export function keepBegun(to, response) {
  try {
    sessionStorage.setItem("kruzhok:begun", JSON.stringify([to, response]));
  } catch {
    // It is lost with the page.
  }
}

/** The secret of a new player's seat, the same until the room says that it is theirs: the line may break before. */
export function secretOf(code) {
  const { secret = crypto.getRandomValues(new Uint32Array(5)).join("-") } = seatOf(code);
  keep(code, { secret });
  return secret;
}

export function forget(code) {
  unkept.delete(code);
  try {
    localStorage.removeItem(name(code));
  } catch {
    // Nothing was kept.
  }
}
