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
$("#tab-" + location.hash.slice(1)).show();
$("<b>").text(location.hash).appendTo(document.body);
class Plain {
  ngOnInit() {
    this.renderer.setProperty(this.box, "textContent", this.route.snapshot.queryParams.note);
  }
}
function Named() {
  const { name } = useParams();
  return <p title={name}>{name}</p>;
}
worker.onmessage = function (event) {
  box.innerHTML = event.data;
};
worker.addEventListener("message", (event) => {
  box.innerHTML = event.data;
});
class Counted {
  ngOnInit() {
    this.route.queryParams.subscribe((params) => {
      this.box.innerHTML = `<b>${Number(params["page"])}</b>`;
      this.box.textContent = params["note"];
    });
    this.store.params.subscribe((html) => { this.box.innerHTML = html; });
  }
}
$("#list").append($("<li>").text(decodeURIComponent(location.hash)));
function handleMessageFromServer(message) {
  $("#date").html(message.data);
}
const pages = { home: "<p>home</p>", help: "<p>help</p>" };
window.addEventListener("hashchange", () => { box.innerHTML = pages[location.hash.slice(1)]; });
box.setAttribute("title", location.search);
list.append(location.hash);
function Counting() {
  const [search] = useSearchParams();
  const [text, setText] = useState("");
  useEffect(() => { setText(search.get("text")); }, [search]);
  return <div>{text}</div>;
}
const asText = document.createTextNode.bind(document);
$("<div>").css("color", "red").append(asText(`At ${window.location.href}`)).append($("<br>"));
window.addEventListener("message", ({ origin, data }) => { if (origin !== OWN) return; box.innerHTML = data.html; });
socket.addEventListener("message", ({ data }) => { box.innerHTML = data.html; });
$("#name").html(_.template("<b><%- name %></b>")({ name: location.hash }));
const named = Handlebars.compile("<b>{{name}}</b>");
box.innerHTML = named({ name: location.hash });
$("#form").append($("<input>", { type: "hidden", name: "back", value: location.search }));
chrome.runtime.onMessage.addListener((message, sender) => { box.innerHTML = message.html; });
box.innerHTML = "<b>" + location.hash.replace(/[^a-z0-9]/g, "") + "</b>";
window.addEventListener("message", (event) => {
  const { origin, data } = event;
  if (origin !== OWN) return;
  box.innerHTML = data;
});
fetch("/wards?name=" + location.hash).then((answer) => answer.text()).then((text) => { box.innerHTML = text; });
function Cleaned() {
  const [search] = useSearchParams();
  const text = useMemo(() => DOMPurify.sanitize(search.get("text")), [search]);
  return <div dangerouslySetInnerHTML={{ __html: text }} />;
}
// Browsers write "<" and quotes of a path as %3C and the like.
box.innerHTML = `<a href="${location.pathname}?page=2">2</a>`;
