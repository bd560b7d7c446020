function greet() {
  const name = new URLSearchParams(window.location.search).get("name");
  document.getElementById("greeting").textContent = "Hello " + name;
}

function show() {
  document.getElementById("note").innerHTML = DOMPurify.sanitize(location.hash.slice(1));
}

window.addEventListener("message", function (event) {
  if (event.origin !== "https://example.org") {
    return;
  }
  document.write(event.data);
});
setTimeout(() => show(location.hash), 10);
