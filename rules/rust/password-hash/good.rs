use argon2::{Argon2, PasswordHasher};
use sha2::{Digest, Sha256};

fn keep(password: &str, salt: &SaltString) -> String {
    Argon2::default().hash_password(password.as_bytes(), salt).unwrap().to_string()
}

fn check_sum(data: &[u8], password_file: &[u8]) -> Vec<u8> {
    let mut hasher = Sha256::new();
    hasher.update(data);
    hasher.update(password_file);
    hasher.finalize().to_vec()
}

fn is_pwned(password: &str) -> String {
    let mut hasher = Sha256::new();
    hasher.update(password.as_bytes());
    hex::encode(hasher.finalize())
}
