// A tick is saved as soon as it is changed; without this script a button saves them together.

const form = document.getElementById("rows");
const saved = document.getElementById("saved");
let last = Promise.resolve();

for (const part of form?.querySelectorAll(".unscripted") ?? []) part.hidden = true;

async function save(box) {
  const body = new FormData();
  body.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  body.append("act", "save");
  body.append("stage", form.elements.stage.value);
  body.append("shown", box.value);
  if (box.checked) body.append("keep", box.value);
  try {
    const answer = await fetch(form.action, { method: "POST", body, headers: { "X-Saved-At-Once": "1" } });
    if (answer.status !== 204) throw new TypeError("not saved");
    box.defaultChecked = box.checked;
    box.closest("li").classList.toggle("out", !box.checked);
    document.getElementById("undo").hidden = false;
    saved.textContent = saved.dataset.saved;
  } catch {
    box.checked = !box.checked;
    saved.textContent = saved.dataset.lost;
  }
}

function queue(box) {
  // One after the other: each is one change that can be taken back.
  last = last.then(() => save(box));
}

form?.addEventListener("change", ({ target }) => { if (target.name === "keep") queue(target); });
// What was ticked before this script was there is saved too.
for (const box of form?.querySelectorAll("input[name=keep]") ?? []) {
  if (box.checked !== box.defaultChecked) queue(box);
}
