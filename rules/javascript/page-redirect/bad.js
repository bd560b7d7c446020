function go() {
  const next = new URLSearchParams(window.location.search).get("next");
  window.location.href = next; // pave: expect page-redirect
}

function jump() {
  location.replace(location.hash.slice(1)); // pave: expect page-redirect
}

location.href = /to=([^&]*)/.exec(location.href)[1]; // pave: expect page-redirect
const link = document.createElement("a");
link.href = new URLSearchParams(location.search).get("to"); // pave: expect page-redirect
