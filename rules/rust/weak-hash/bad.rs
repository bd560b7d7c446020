use md5::{Digest, Md5};

fn sign_record(record: &[u8]) -> Vec<u8> {
    let mut state = Md5::new(); // pave: expect weak-hash
    state.update(record);
    state.finalize().to_vec()
}

fn sign_again(record: &[u8]) -> Vec<u8> {
    sha1::Sha1::new(); // pave: expect weak-hash
    openssl::hash::hash(MessageDigest::sha1(), record).unwrap().to_vec() // pave: expect weak-hash
}

fn more(record: &[u8]) {
    md5::compute(record); // pave: expect weak-hash
    Sha1::digest(record); // pave: expect weak-hash
    openssl::sha::sha1(record); // pave: expect weak-hash
}
