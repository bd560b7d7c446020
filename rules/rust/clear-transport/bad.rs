fn mailer(credentials: Credentials) -> SmtpTransport {
    SmtpTransport::builder_dangerous("mail.clinic.org").credentials(credentials).build() // pave: expect clear-transport
}

async fn asked(client: reqwest::Client, password: &str, token: &str) {
    client.get("http://files.clinic.org/letters").basic_auth("reader", Some(password)).send().await; // pave: expect clear-transport
    client.post("http://files.clinic.org/letters").bearer_auth(token).send().await; // pave: expect clear-transport
}
