use hmac::{Hmac, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

type HmacSha256 = Hmac<Sha256>;

fn is_signed(key: &[u8], body: &[u8], given: &[u8]) -> bool {
    let mut mac = HmacSha256::new_from_slice(key).unwrap();
    mac.update(body);
    mac.verify_slice(given).is_ok()
}

fn is_equal(key: &ring::hmac::Key, body: &[u8], given: &[u8]) -> bool {
    let tag = ring::hmac::sign(key, body);
    if tag.as_ref().len() != given.len() {
        return false;
    }
    tag.as_ref().ct_eq(given).into()
}

fn same_file(a: &[u8], b: &[u8]) -> bool {
    Sha256::digest(a) == Sha256::digest(b)
}
