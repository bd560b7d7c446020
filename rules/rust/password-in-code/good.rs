use sqlx::postgres::PgConnectOptions;

fn connected(secret: &str) {
    let options = PgConnectOptions::new().host("db").username("shop").password(secret);
    let opts = mysql::OptsBuilder::new().user(Some("shop")).pass(std::env::var("DB_PASSWORD").ok());
    let mut config = tokio_postgres::Config::new();
    config.password("changeme");
    form.password("lark-quartz");
}

#[cfg(test)]
mod tests {
    fn session() {
        session.userauth_password("shop", "lark-quartz").unwrap();
    }
}
