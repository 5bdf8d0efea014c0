// Keys 1 to 4 press the four buttons of a card, once the keyboard is in it: nowhere else, so that a
// stray key or dictation chooses nothing (WCAG 2.1.4).
for (const form of document.querySelectorAll("form:has(button[name=choice])")) {
  const buttons = form.querySelectorAll("button[name=choice]");
  form.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target.matches("input[type=text]")) return;
    buttons["1234".indexOf(event.key)]?.click();
  });
}
