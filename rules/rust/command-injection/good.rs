use actix_web::web;
use std::process::Command;

async fn print(query: web::Query<Wanted>) -> String {
    Command::new("lp").arg(&query.file).spawn();
    Command::new("sh").arg("-c").arg("lp today.pdf").spawn();
    String::new()
}
