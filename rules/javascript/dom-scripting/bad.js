function greet() {
  const name = new URLSearchParams(window.location.search).get("name");
  document.getElementById("greeting").innerHTML = "Hello " + name; // pave: expect dom-scripting
}

function show() {
  document.write(location.hash.slice(1)); // pave: expect dom-scripting
}
