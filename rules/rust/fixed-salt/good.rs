use argon2::{password_hash::{rand_core::OsRng, SaltString}, Argon2, PasswordHasher};
use pbkdf2::pbkdf2_hmac;
use sha2::Sha256;

fn keys(password: &[u8], stored: &[u8], out: &mut [u8]) {
    pbkdf2_hmac::<Sha256>(password, stored, 600_000, out);
    let mut salt = [0u8; 16];
    OsRng.fill_bytes(&mut salt);
    Argon2::default().hash_password_into(password, &salt, out).unwrap();
    let mut other = [0u8; 16];
    getrandom::fill(&mut other).unwrap();
    scrypt::scrypt(password, &other, &params, out).unwrap();
}

fn text(password: &[u8]) -> String {
    let salt = SaltString::generate(&mut OsRng);
    Argon2::default().hash_password(password, &salt).unwrap().to_string()
}
