fn client(own: reqwest::Certificate) -> reqwest::Result<reqwest::Client> {
    reqwest::Client::builder().add_root_certificate(own).danger_accept_invalid_certs(false).build()
}

fn chosen(builder: reqwest::ClientBuilder, insecure: bool, config: &Config) -> reqwest::ClientBuilder {
    if insecure {
        return builder.danger_accept_invalid_certs(true);
    }
    if !config.verify_certificates {
        return builder.danger_accept_invalid_hostnames(true);
    }
    builder
}

#[cfg(test)]
mod tests {
    #[test]
    fn speaks_to_a_server_of_its_own() {
        let client = reqwest::Client::builder().danger_accept_invalid_certs(true).build().unwrap();
    }
}
