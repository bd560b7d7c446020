use openssl::rsa::Rsa;

fn make() {
    let key = Rsa::generate(3072).unwrap();
}
