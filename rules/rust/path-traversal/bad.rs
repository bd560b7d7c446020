use actix_web::web;
use std::fs::File;

async fn report(query: web::Query<Wanted>) -> Vec<u8> {
    let found = File::open(format!("/reports/{}", query.name)); // pave: expect path-traversal
    std::fs::read("/reports/".to_owned() + &query.name).unwrap() // pave: expect path-traversal
}

async fn keep(mut parts: Multipart) {
    while let Some(field) = parts.next_field().await.unwrap() {
        let name = field.file_name().unwrap().to_string();
        std::fs::write(format!("uploads/{name}"), field.bytes().await.unwrap()).unwrap(); // pave: expect path-traversal
    }
}
