fn client() -> reqwest::Result<reqwest::Client> {
    reqwest::Client::builder().danger_accept_invalid_certs(true).build() // pave: expect tls-verify-off
}

fn connector(builder: &mut SslConnectorBuilder) {
    builder.set_verify(SslVerifyMode::NONE); // pave: expect tls-verify-off
}
