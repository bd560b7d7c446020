function greet() {
  const name = new URLSearchParams(window.location.search).get("name");
  document.getElementById("greeting").innerHTML = "Hello " + name; // pave: expect dom-scripting
}

function show() {
  document.write(location.hash.slice(1)); // pave: expect dom-scripting
}

document.getElementById("title").innerHTML = new URLSearchParams(window.location.search).get("title"); // pave: expect dom-scripting
window.onmessage = function (event) {
  document.write(event.data); // pave: expect dom-scripting
};
const shown = { dangerouslySetInnerHTML: { __html: decodeURIComponent(location.hash.slice(1)) } }; // pave: expect dom-scripting
setTimeout("show('" + location.hash + "')", 10); // pave: expect dom-scripting
