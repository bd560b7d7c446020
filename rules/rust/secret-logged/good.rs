use log::{debug, info};

fn logged_in(user: &User, password: &str, api_key: &str) {
    info!("login of {}", user.id);
    debug!("a password of {} letters", password.len());
    info!("key {}", mask(api_key));
    println!("password accepted");
}
