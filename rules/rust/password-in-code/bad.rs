use sqlx::postgres::PgConnectOptions;

fn connected() {
    let options = PgConnectOptions::new().host("db").username("shop").password("lark-quartz"); // pave: expect password-in-code
    let opts = mysql::OptsBuilder::new().user(Some("shop")).pass(Some("lark-quartz")); // pave: expect password-in-code
    let mut config = tokio_postgres::Config::new();
    config.password("lark-quartz"); // pave: expect password-in-code
}

async fn asked(client: reqwest::Client, session: ssh2::Session) {
    client.get("https://files.example.org").basic_auth("shop", Some("lark-quartz")); // pave: expect password-in-code
    session.userauth_password("shop", "lark-quartz").unwrap(); // pave: expect password-in-code
    Credentials::new("shop".to_string(), "lark-quartz".to_string()); // pave: expect password-in-code
}
