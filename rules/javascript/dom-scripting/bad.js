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
function onMessage(event) {
  document.write("<p>", event.data); // pave: expect dom-scripting
}
window.addEventListener("message", onMessage);
function Answer() {
  const { name } = useParams();
  return <p dangerouslySetInnerHTML={{ __html: "Hello " + name }} />; // pave: expect dom-scripting
}
function Mail() {
  const place = useLocation();
  return <WebView source={{ html: decodeURIComponent(place.hash) }} />; // pave: expect dom-scripting
}
frame.contentWindow.document.write(window.name); // pave: expect dom-scripting
$("<b>" + decodeURIComponent(location.search) + "</b>").appendTo(document.body); // pave: expect dom-scripting
class Shown {
  ngOnInit() {
    this.renderer.setProperty(this.box, "innerHTML", this.route.snapshot.queryParams.note); // pave: expect dom-scripting
    this.shown = this.sce.trustAsHtml(this.router.url); // pave: expect dom-scripting
  }
}
const part = html`<p>${unsafeHTML(document.referrer)}</p>`; // pave: expect dom-scripting
class Followed {
  ngOnInit() {
    this.route.queryParams.subscribe((params) => {
      this.shown = this.sanitizer.bypassSecurityTrustHtml(params["note"]); // pave: expect dom-scripting
    });
    this.route.paramMap.pipe(first()).subscribe({ next: (map) => { this.box.innerHTML = map.get("note"); } }); // pave: expect dom-scripting
    this.activatedRoute.fragment.subscribe((part) => { this.renderer.setProperty(this.box, "innerHTML", part); }); // pave: expect dom-scripting
  }
}
function shownRoute() {
  const route = useRoute();
  box.innerHTML = `<b>${route.query.name}</b>`; // pave: expect dom-scripting
  box.innerHTML = props.location.search.slice(1); // pave: expect dom-scripting
}
var $list = $("#list");
$list.append("<li>" + decodeURIComponent(location.hash.slice(1)) + "</li>"); // pave: expect dom-scripting
$("#list").find("ul").prepend("<li>" + location.search); // pave: expect dom-scripting
box.setAttribute("onclick", "go('" + location.search + "')"); // pave: expect dom-scripting
$.getScript(new URLSearchParams(location.search).get("script")); // pave: expect dom-scripting
addEventListener("message", (event) => { box.innerHTML = event.data.html; }); // pave: expect dom-scripting
function heard(event) {
  box.innerHTML = event.data; // pave: expect dom-scripting
}
window.addEventListener("message", heard);
function Stated() {
  const [search] = useSearchParams();
  const [text, setText] = useState("");
  useEffect(() => { setText(search.get("text")); }, [search]);
  return <div dangerouslySetInnerHTML={{ __html: text }} />; // pave: expect dom-scripting
}
window.addEventListener("message", ({ data }) => { box.innerHTML = data.html; }); // pave: expect dom-scripting
$(window).on("message", (event) => { $("#box").append(event.originalEvent.data); }); // pave: expect dom-scripting
chrome.runtime.onMessageExternal.addListener((message, sender) => { eval(message.code); }); // pave: expect dom-scripting
function Kept() {
  const [search] = useSearchParams();
  const text = useMemo(() => search.get("text"), [search]);
  return <div dangerouslySetInnerHTML={{ __html: text }} />; // pave: expect dom-scripting
}
