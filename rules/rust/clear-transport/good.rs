fn mailer(credentials: Credentials) -> SmtpTransport {
    SmtpTransport::relay("mail.clinic.org").unwrap().credentials(credentials).build()
}

fn local() -> SmtpTransport {
    SmtpTransport::builder_dangerous("localhost").build()
}

async fn asked(client: reqwest::Client, password: &str, token: &str) {
    client.get("https://files.clinic.org/letters").basic_auth("reader", Some(password)).send().await;
    client.post("http://localhost:8080/letters").bearer_auth(token).send().await;
    client.post("http://letters:8080/").bearer_auth(token).send().await;
}
