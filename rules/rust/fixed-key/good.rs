use jsonwebtoken::{encode, EncodingKey, Header};

fn issue(claims: &Claims) -> String {
    let key = std::env::var("SIGNING_KEY").unwrap();
    encode(&Header::default(), claims, &EncodingKey::from_secret(key.as_bytes())).unwrap()
}

fn seal(text: &[u8], key: &[u8]) -> Vec<u8> {
    let cipher = Aes256Gcm::new_from_slice(key).unwrap();
    cipher.seal(text)
}
