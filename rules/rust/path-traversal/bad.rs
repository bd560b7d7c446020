use actix_web::web;
use std::fs::File;

async fn report(query: web::Query<Wanted>) -> Vec<u8> {
    let found = File::open(format!("/reports/{}", query.name)); // pave: expect path-traversal
    std::fs::read("/reports/".to_owned() + &query.name).unwrap() // pave: expect path-traversal
}
