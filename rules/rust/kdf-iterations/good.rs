use pbkdf2::pbkdf2_hmac;
use sha2::Sha256;

fn stretched(password: &[u8], salt: &[u8], key: &mut [u8], count: u32) {
    pbkdf2_hmac::<Sha256>(password, salt, 600_000, key);
    pbkdf2_hmac::<Sha256>(password, salt, count, key);
    let long = bcrypt::hash(password, 12);
}
