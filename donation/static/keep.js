// Copying and printing; and the code, kept in this tab alone, so that the receipt can show it.
// It is never sent: the site does not know it, and the tab forgets it when it is closed.

const KEY = "code";

function reveal() {
  for (const part of document.querySelectorAll(".scripted")) part.hidden = false;
  const code = document.querySelector("#code[translate]");
  if (code) sessionStorage.setItem(KEY, code.textContent.trim());
  const shown = document.querySelector("[data-kept-code]");
  if (shown && sessionStorage.getItem(KEY)) {
    shown.querySelector("output").textContent = sessionStorage.getItem(KEY);
    shown.hidden = false;
  }
}

document.addEventListener("click", async ({ target }) => {
  if (target.dataset?.print !== undefined) print();
  if (!target.dataset?.copy) return;
  const from = document.querySelector(target.dataset.copy);
  try {
    await navigator.clipboard.writeText(from.textContent.trim());
    target.textContent = target.dataset.done;
  } catch {
    // Where the browser refuses, the text is marked, ready to be copied by hand.
    getSelection().selectAllChildren(from);
  }
});
document.addEventListener("submit", ({ target }) => {
  if (target.dataset?.forget !== undefined) sessionStorage.removeItem(KEY);
});

reveal();
const card = document.getElementById("code-card");
if (card) new MutationObserver(reveal).observe(card, { childList: true });
