use pbkdf2::pbkdf2_hmac;
use sha2::Sha256;

fn stretched(password: &[u8], salt: &[u8], key: &mut [u8]) {
    pbkdf2_hmac::<Sha256>(password, salt, 1000, key); // pave: expect kdf-iterations
    let short = bcrypt::hash(password, 4); // pave: expect kdf-iterations
}
