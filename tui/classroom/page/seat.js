// A player's seat, by room code: their secret, their name, an answer that the host does not have yet, and one that is begun.

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
