// Keys 1 to 4 press the four buttons of a card.
const buttons = document.querySelectorAll("button[name=choice]");
addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.target.matches("input[type=text]")) return;
  buttons["1234".indexOf(event.key)]?.click();
});
