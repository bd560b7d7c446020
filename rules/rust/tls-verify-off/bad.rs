fn client() -> reqwest::Result<reqwest::Client> {
    reqwest::Client::builder().danger_accept_invalid_certs(true).build() // pave: expect tls-verify-off
}

fn connector(builder: &mut SslConnectorBuilder) {
    builder.set_verify(SslVerifyMode::NONE); // pave: expect tls-verify-off
}

fn mail(host: String) -> TlsParameters {
    TlsParameters::builder(host).dangerous_accept_invalid_certs(true).build().unwrap() // pave: expect tls-verify-off
}

fn trusting(verifier: Arc<Trusting>) -> ClientConfig {
    ClientConfig::builder().dangerous().with_custom_certificate_verifier(verifier).with_no_client_auth() // pave: expect tls-verify-off
}

fn any_name() -> reqwest::ClientBuilder {
    reqwest::Client::builder().danger_accept_invalid_hostnames(true) // pave: expect tls-verify-off
}

fn easy(easy: &mut curl::easy::Easy) {
    easy.ssl_verify_peer(false); // pave: expect tls-verify-off
    easy.ssl_verify_host(false); // pave: expect tls-verify-off
}

fn any_name(connector: &SslConnector) -> ConnectConfiguration {
    connector.configure().unwrap().verify_hostname(false) // pave: expect tls-verify-off
}
