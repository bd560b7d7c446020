use actix_web::web;
use std::process::Command;

async fn print(query: web::Query<Wanted>) -> String {
    Command::new("sh").arg("-c").arg(format!("lp {}", query.file)).spawn(); // pave: expect command-injection
    Command::new(&query.program).spawn(); // pave: expect command-injection
    String::new()
}

async fn started(Json(body): Json<Asked>) {
    Command::new("sh").arg("-c").arg(&body.name).spawn(); // pave: expect command-injection
}

async fn converted(form: web::Form<HashMap<String, String>>) {
    let mut shell = Command::new("sh");
    shell.arg("-c");
    shell.arg(format!("convert {}", form["file"])); // pave: expect command-injection
    subprocess::Exec::shell(&form["command"]).join().unwrap(); // pave: expect command-injection
}
