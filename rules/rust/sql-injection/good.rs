use actix_web::{web, Responder};

async fn orders(pool: web::Data<Pool>, query: web::Query<Wanted>) -> impl Responder {
    sqlx::query("SELECT * FROM orders WHERE state = $1").bind(&query.state).fetch_all(pool.get_ref()).await
}

async fn order(State(pool): State<Pool>, Query(wanted): Query<Wanted>) -> String {
    client.query_one("SELECT * FROM orders WHERE id = $1", &[&wanted.id]).await
}
