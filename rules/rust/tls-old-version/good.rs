fn client() -> reqwest::Client {
    reqwest::Client::builder().min_tls_version(reqwest::tls::Version::TLS_1_2).build().unwrap()
}

fn acceptor(builder: &mut SslAcceptorBuilder) {
    builder.set_min_proto_version(Some(SslVersion::TLS1_2));
}
