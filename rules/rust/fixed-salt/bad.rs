use argon2::{password_hash::SaltString, Argon2, PasswordHasher};
use pbkdf2::pbkdf2_hmac;
use sha2::Sha256;

const SALT: &[u8] = b"of all of them";

fn keys(password: &[u8], out: &mut [u8]) {
    pbkdf2_hmac::<Sha256>(password, b"of this program", 600_000, out); // pave: expect fixed-salt
    scrypt::scrypt(password, SALT, &params, out).unwrap(); // pave: expect fixed-salt
    let zeros = [0u8; 16];
    Argon2::default().hash_password_into(password, &zeros, out).unwrap(); // pave: expect fixed-salt
}

fn text(password: &[u8]) -> String {
    let salt = SaltString::from_b64("c29tZXNhbHQ").unwrap();
    Argon2::default().hash_password(password, &salt).unwrap().to_string() // pave: expect fixed-salt
}

fn encoded(password: &[u8]) -> String {
    argon2::hash_encoded(password, b"randomsalt", &argon2::Config::default()).unwrap() // pave: expect fixed-salt
}
