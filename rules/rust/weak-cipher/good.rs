use openssl::symm::{encrypt_aead, Cipher};

fn seal(key: &[u8], nonce: &[u8], text: &[u8], tag: &mut [u8]) -> Vec<u8> {
    encrypt_aead(Cipher::aes_256_gcm(), key, Some(nonce), &[], text, tag).unwrap()
}
