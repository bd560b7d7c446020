use openssl::rsa::Rsa;

fn make() {
    let key = Rsa::generate(1024).unwrap(); // pave: expect weak-key
}
