use aes_gcm::{aead::{Aead, AeadCore, OsRng}, Aes256Gcm};

fn seal(cipher: &Aes256Gcm, text: &[u8]) -> Vec<u8> {
    let nonce = Aes256Gcm::generate_nonce(&mut OsRng);
    cipher.encrypt(&nonce, text).unwrap()
}
