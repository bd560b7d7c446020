use actix_web::{http::header, web, HttpResponse};
use axum::extract::{Path, Query};
use axum::response::Redirect;
use std::collections::HashMap;

async fn back(Query(given): Query<HashMap<String, String>>) -> Redirect {
    let next = given.get("next").unwrap();
    if next.starts_with('/') && !next.starts_with("//") {
        return Redirect::to(next);
    }
    Redirect::to("/")
}

async fn to_item(Path(id): Path<u64>) -> Redirect {
    Redirect::to(&format!("/items/{id}"))
}

async fn to_name(Path(name): Path<String>) -> Redirect {
    Redirect::to(&format!("/people?name={name}"))
}

async fn known(form: web::Form<HashMap<String, String>>) -> HttpResponse {
    let next = match form["next"].as_str() {
        "basket" => "/basket",
        _ => "/",
    };
    HttpResponse::Found().append_header((header::LOCATION, next)).finish()
}

#[get("/old/<name>")]
fn old(name: String) -> rocket::response::Redirect {
    rocket::response::Redirect::to(uri!(fresh(name)))
}
