use actix_web::{http::header, web, HttpResponse};
use axum::extract::{Path, Query};
use axum::response::Redirect;
use std::collections::HashMap;

async fn back(Query(given): Query<HashMap<String, String>>) -> Redirect {
    let next = given.get("next").unwrap();
    Redirect::to(next) // pave: expect open-redirect
}

async fn to_host(Path(host): Path<String>) -> Redirect {
    Redirect::temporary(&format!("https://{host}/")) // pave: expect open-redirect
}

async fn found(form: web::Form<HashMap<String, String>>) -> HttpResponse {
    HttpResponse::Found()
        .append_header((header::LOCATION, form["next"].clone())) // pave: expect open-redirect
        .finish()
}

async fn named(query: web::Query<HashMap<String, String>>) -> HttpResponse {
    HttpResponse::Found()
        .insert_header(("Location", query["next"].as_str())) // pave: expect open-redirect
        .finish()
}
