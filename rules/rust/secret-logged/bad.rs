use log::{debug, info};

fn logged_in(user: &User, password: &str, api_key: &str) {
    info!("login with {}", password); // pave: expect secret-logged
    debug!("asked with {api_key}"); // pave: expect secret-logged
    log::error!("token of {} is {}", user.id, user.access_token); // pave: expect secret-logged
    println!("password: {}", user.password); // pave: expect secret-logged
}
