use openssl::rsa::{Padding, Rsa};
use rsa::Oaep;

fn seal(key: &Rsa<Public>, public: &RsaPublicKey, text: &[u8], out: &mut [u8]) {
    key.public_encrypt(text, out, Padding::PKCS1_OAEP).unwrap();
    public.encrypt(&mut OsRng, Oaep::new::<Sha256>(), text).unwrap();
}

fn sign(key: &Rsa<Private>, text: &[u8], out: &mut [u8]) {
    key.private_encrypt(text, out, Padding::PKCS1).unwrap();
}
