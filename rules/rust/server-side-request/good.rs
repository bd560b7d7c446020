use actix_web::web;

async fn fetch(query: web::Query<Wanted>) -> String {
    reqwest::get("https://api.example.org/items").await
}
