use jsonwebtoken::{decode, Algorithm, DecodingKey, Validation};

fn who(token: &str, key: &DecodingKey) {
    decode::<Claims>(token, key, &Validation::new(Algorithm::HS256)).unwrap();
}
