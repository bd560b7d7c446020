use jsonwebtoken::{encode, EncodingKey, Header};

const SIGNING: &str = "three cooks in a small kitchen";

fn issue(claims: &Claims) -> String {
    encode(&Header::default(), claims, &EncodingKey::from_secret(SIGNING.as_ref())).unwrap() // pave: expect fixed-key
}

fn seal(text: &[u8]) -> Vec<u8> {
    let cipher = Aes256Gcm::new_from_slice(b"0123456789abcdef0123456789abcdef").unwrap(); // pave: expect fixed-key
    cipher.seal(text)
}
