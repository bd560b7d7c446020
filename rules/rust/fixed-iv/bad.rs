use aes_gcm::{aead::Aead, Aes256Gcm, Nonce};

fn seal(cipher: &Aes256Gcm, text: &[u8]) -> Vec<u8> {
    let nonce = Nonce::from_slice(b"unique nonce");
    cipher.encrypt(nonce, text).unwrap() // pave: expect fixed-iv
}

fn sealed_under_zeros(cipher: &Aes256Gcm, text: &[u8]) -> Vec<u8> {
    let nonce = [0u8; 12];
    cipher.encrypt(Nonce::from_slice(&nonce), text).unwrap() // pave: expect fixed-iv
}
