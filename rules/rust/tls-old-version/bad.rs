fn client() -> reqwest::Client {
    reqwest::Client::builder().min_tls_version(reqwest::tls::Version::TLS_1_0).build().unwrap() // pave: expect tls-old-version
}

fn acceptor(builder: &mut SslAcceptorBuilder) {
    builder.set_min_proto_version(Some(SslVersion::TLS1)); // pave: expect tls-old-version
}

fn native(builder: &mut native_tls::TlsConnectorBuilder) {
    builder.min_protocol_version(Some(native_tls::Protocol::Tlsv10)); // pave: expect tls-old-version
}
