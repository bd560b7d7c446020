use sha2::{Digest, Sha256, Sha512};

fn keep(password: &str) -> Vec<u8> {
    let mut hasher = Sha256::new();
    hasher.update(password.as_bytes()); // pave: expect password-hash
    hasher.finalize().to_vec()
}

fn keep_long(user: &User) -> Vec<u8> {
    Sha512::digest(user.password.as_bytes()).to_vec() // pave: expect password-hash
}

fn keep_with_ring(passphrase: &[u8]) -> Vec<u8> {
    ring::digest::digest(&ring::digest::SHA256, passphrase).as_ref().to_vec() // pave: expect password-hash
}

fn keep_with_openssl(password: &[u8]) -> [u8; 32] {
    openssl::sha::sha256(password) // pave: expect password-hash
}
