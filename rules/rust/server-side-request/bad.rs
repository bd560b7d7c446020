use actix_web::web;

async fn fetch(query: web::Query<Wanted>) -> String {
    let first = reqwest::get(&query.address).await; // pave: expect server-side-request
    let client = reqwest::Client::new();
    client.get(format!("https://{}/data", query.host)).send().await // pave: expect server-side-request
}
