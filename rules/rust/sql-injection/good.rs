use actix_web::{web, Responder};

async fn orders(pool: web::Data<Pool>, query: web::Query<Wanted>) -> impl Responder {
    sqlx::query("SELECT * FROM orders WHERE state = $1").bind(&query.state).fetch_all(pool.get_ref()).await
}

async fn order(State(pool): State<Pool>, Query(wanted): Query<Wanted>) -> String {
    client.query_one("SELECT * FROM orders WHERE id = $1", &[&wanted.id]).await
}

struct Filter {
    name: String,
    page: u32,
}

async fn listed(query: web::Query<Filter>, id: web::Path<i64>) {
    let store = rusqlite::Connection::open("shop.db").unwrap();
    let mut found = store.prepare("SELECT id FROM users WHERE name = ?1").unwrap();
    found.query_map(params![query.name], |row| row.get::<_, i64>(0)).unwrap();
    let id = id.into_inner();
    store.execute(&format!("DELETE FROM pages WHERE id = {id}"), []).unwrap();
    store.execute(&format!("DELETE FROM pages LIMIT {}", query.page), []).unwrap();
}

#[handler]
async fn asked(req: &mut Request) -> String {
    req.query::<String>("name").unwrap()
}
