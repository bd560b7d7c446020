use axum::extract::{Path, Query};

async fn actix(query: web::Query<Filter>, pool: web::Data<Pool>) -> impl Responder {
    sink(query.name); // HIT
    sink(pool);
}

async fn axumed(Path(id): Path<String>, Query(filter): Query<Filter>) -> String {
    sink(id); // HIT
    sink(filter.name); // HIT
}

#[get("/<name>")]
fn rocketed(name: &str) -> String {
    sink(name); // HIT
}
