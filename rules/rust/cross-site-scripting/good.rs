use actix_web::{get, web, HttpResponse, Responder};
use axum::{extract::Path, response::Html};

async fn page(Path(name): Path<String>) -> Html<String> {
    Html(format!("<p>{}</p>", html_escape::encode_text(&name)))
}

async fn fixed(Path(name): Path<String>) -> Html<&'static str> {
    Html("<p>found</p>")
}

#[get("/hello")]
async fn hello(query: web::Query<Asked>) -> impl Responder {
    HttpResponse::Ok().content_type("text/plain").body(query.name.clone())
}
