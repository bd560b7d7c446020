use hmac::{Hmac, Mac};
use sha2::Sha256;

type HmacSha256 = Hmac<Sha256>;

fn is_signed(key: &[u8], body: &[u8], given: &str) -> bool {
    let mut mac = HmacSha256::new_from_slice(key).unwrap();
    mac.update(body);
    let made = hex::encode(mac.finalize().into_bytes());
    made == given // pave: expect early-compare
}

fn is_tagged(key: &ring::hmac::Key, body: &[u8], given: &[u8]) -> bool {
    let tag = ring::hmac::sign(key, body);
    if tag.as_ref() != given { // pave: expect early-compare
        return false;
    }
    true
}
