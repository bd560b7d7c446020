use actix_web::web;

async fn fetch(query: web::Query<Wanted>) -> String {
    reqwest::get("https://api.example.org/items").await
}

async fn item(query: web::Query<Wanted>) -> String {
    let client = reqwest::Client::new();
    let id = &query.id;
    client.get(format!("https://api.example.org/items/{id}")).send().await;
    reqwest::get(format!("https://api.example.org/items?id={}", query.id)).await
}
