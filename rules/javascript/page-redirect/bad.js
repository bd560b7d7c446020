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
function Back() {
  return <a href={location.hash.slice(1)}>back</a>; // pave: expect page-redirect
}
function Frame() {
  const place = useLocation();
  return <iframe src={new URLSearchParams(place.search).get("page")} />; // pave: expect page-redirect
}
const Page = () => <WebView source={{ uri: window.name }} />; // pave: expect page-redirect
function onMessage(event) {
  window.open(event.data); // pave: expect page-redirect
}
window.addEventListener("message", onMessage);
function Detail() {
  const { target } = useParams();
  window.location.assign(target); // pave: expect page-redirect
}
class Followed {
  ngOnInit() {
    this.route.queryParams.subscribe((params) => {
      window.location.href = params["next"]; // pave: expect page-redirect
    });
  }
}
const pageFrame = document.querySelector("iframe.page");
pageFrame.src = new URLSearchParams(location.search).get("page"); // pave: expect page-redirect
function useNext() {
  const route = useRoute();
  window.location.href = route.query.next; // pave: expect page-redirect
}
