// Shows how far the upload is. Without this script the same form is sent by the browser itself.
const form = document.getElementById("upload");
const area = document.getElementById("sending");
const bar = area.querySelector("progress");
const status = area.querySelector("p");

form.addEventListener("submit", (event) => {
  if (!form.elements.files.files.length) return;
  event.preventDefault();
  const button = form.querySelector("button");
  button.disabled = true;
  area.hidden = false;
  status.textContent = status.dataset.sending;
  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  request.upload.addEventListener("progress", ({ loaded, total }) => {
    bar.value = (100 * loaded) / total;
  });
  request.addEventListener("load", () => {
    // The answer is a whole page of this site: the code, or what to do next.
    const page = new DOMParser().parseFromString(request.responseText, "text/html");
    document.title = page.title;
    document.getElementById("main").replaceWith(page.getElementById("main"));
    document.getElementById("main").focus();
  });
  request.addEventListener("error", () => {
    status.textContent = status.dataset.lost;
    button.disabled = false;
  });
  request.send(new FormData(form));
});
