fn client(own: reqwest::Certificate) -> reqwest::Result<reqwest::Client> {
    reqwest::Client::builder().add_root_certificate(own).danger_accept_invalid_certs(false).build()
}
