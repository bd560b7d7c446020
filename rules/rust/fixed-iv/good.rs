use aes_gcm::{aead::{Aead, AeadCore, OsRng}, Aes256Gcm};

fn seal(cipher: &Aes256Gcm, text: &[u8]) -> Vec<u8> {
    let nonce = Aes256Gcm::generate_nonce(&mut OsRng);
    cipher.encrypt(&nonce, text).unwrap()
}

fn counted(cipher: &Aes256Gcm, text: &[u8], counter: u64) -> Vec<u8> {
    let mut nonce = [0u8; 12];
    put_counter(counter, &mut nonce);
    cipher.encrypt(Nonce::from_slice(&nonce), text).unwrap()
}
