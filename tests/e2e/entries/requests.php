<?php
sink($_GET["a"]); // HIT
sink($_POST["a"]); // HIT
sink($_COOKIE["a"]); // HIT
sink($_SERVER["HTTP_HOST"]); // HIT
sink($_SERVER["SCRIPT_FILENAME"]);
sink(file_get_contents("php://input")); // HIT

class Orders {
    public function symfony($request) {
        sink($request->query->get("a")); // HIT
        sink($request->getContent()); // HIT
        sink($request->getSession());
    }

    public function laravel(Request $request) {
        sink($request->input("a")); // HIT
        sink($request->user());
    }

    public function psr($request) {
        sink($request->getParsedBody()["a"]); // HIT
        sink($request->getHeaderLine("a")); // HIT
    }
}
