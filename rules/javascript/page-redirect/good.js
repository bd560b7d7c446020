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
function Picture() {
  return <img src={location.hash.slice(1)} />;
}
function Own() {
  return <a href={"/search" + location.search}>again</a>;
}
function handleMessage(event) {
  if (event.origin !== "https://example.org") {
    return;
  }
  window.open(event.data);
}
window.addEventListener("message", handleMessage);
function Here() {
  return <Link href={document.location.hash}>here</Link>;
}
function plain(path) {
  location.replace(location.href.slice(0, location.href.indexOf("#")) + "#" + path);
  location.href = location.href.split("?")[0];
}
const shownPicture = document.querySelector("img.large");
shownPicture.src = new URLSearchParams(location.search).get("picture");
function back() {
  window.location.href = document.referrer;
}
function Mailed() {
  const router = useRouter();
  router.push({ pathname: "/wards", query: { ...router.query, page: 2 } });
  return <a href={`mailto:${router.query.address}`}>Write</a>;
}
