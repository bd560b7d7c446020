use sha2::{Digest, Sha256};

fn sign_record(record: &[u8]) -> Vec<u8> {
    Sha256::digest(record).to_vec()
}

fn cache_key(page: &[u8]) -> Vec<u8> {
    Md5::digest(page).to_vec()
}
