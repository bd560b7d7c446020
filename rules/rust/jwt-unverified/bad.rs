use jsonwebtoken::{decode, DecodingKey, Validation};

fn who(token: &str, key: &DecodingKey) {
    let mut validation = Validation::default();
    validation.insecure_disable_signature_validation(); // pave: expect jwt-unverified
    decode::<Claims>(token, key, &validation).unwrap();
}
