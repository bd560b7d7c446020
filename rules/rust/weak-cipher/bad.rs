use openssl::symm::{encrypt, Cipher};

fn seal(key: &[u8], text: &[u8]) -> Vec<u8> {
    encrypt(Cipher::aes_256_ecb(), key, None, text).unwrap() // pave: expect weak-cipher
}

fn old(key: &[u8], iv: &[u8], text: &[u8]) -> Vec<u8> {
    encrypt(Cipher::des_ede3_cbc(), key, Some(iv), text).unwrap() // pave: expect weak-cipher
}
