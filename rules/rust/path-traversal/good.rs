use actix_web::web;

async fn report(query: web::Query<Wanted>) -> Vec<u8> {
    if query.name.contains("..") {
        return Vec::new();
    }
    let number = query.number.parse::<u32>();
    std::fs::read("/reports/today").unwrap()
}
