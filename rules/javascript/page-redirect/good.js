function go() {
  const next = new URLSearchParams(window.location.search).get("next");
  window.location.href = "/welcome?next=" + encodeURIComponent(next);
}

function keep() {
  window.location.href = "/list" + location.search;
}

const own = document.createElement("a");
own.href = "/search" + location.search;
location.href = location.href;
