// "Can you see this?": tried before class, from where the pupils will sit.

const told = document.getElementById("socket");
let tried = false;

function tell(grade, sign, text) {
  if (tried) return;
  tried = true;
  told.className = grade;
  told.textContent = `${sign} ${text}`;
}

told.textContent = "Trying whether answers can be sent, too.";
const socket = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/socket`);
socket.onopen = () => {
  tell("fine", "✓", "Answers can be sent, too. Everything is ready on this device.");
  socket.close();
};
socket.onclose = () =>
  tell("amiss", "✗", "Answers cannot be sent from here yet. Try another browser, or tell whoever looks after this network.");
