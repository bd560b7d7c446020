use openssl::rsa::{Padding, Rsa};
use rsa::Pkcs1v15Encrypt;

fn seal(key: &Rsa<Public>, public: &RsaPublicKey, text: &[u8], out: &mut [u8]) {
    key.public_encrypt(text, out, Padding::PKCS1).unwrap(); // pave: expect rsa-padding
    key.public_encrypt(text, out, Padding::NONE).unwrap(); // pave: expect rsa-padding
    public.encrypt(&mut OsRng, Pkcs1v15Encrypt, text).unwrap(); // pave: expect rsa-padding
}
