use actix_web::{get, web, HttpResponse, Responder};
use axum::{extract::Path, response::Html};

async fn page(Path(name): Path<String>) -> Html<String> {
    Html(format!("<p>{}</p>", name)) // pave: expect cross-site-scripting
}

#[get("/hello")]
async fn hello(query: web::Query<Asked>) -> impl Responder {
    HttpResponse::Ok().content_type("text/html").body(format!("<b>{}</b>", query.name)) // pave: expect cross-site-scripting
}

#[handler]
async fn greeted(req: &mut Request, res: &mut Response) {
    let name = req.query::<String>("name").unwrap();
    res.render(Text::Html(format!("<p>{name}</p>"))); // pave: expect cross-site-scripting
}
