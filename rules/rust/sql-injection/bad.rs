use actix_web::{web, HttpRequest, Responder};

async fn orders(pool: web::Data<Pool>, query: web::Query<Wanted>) -> impl Responder {
    let sql = format!("SELECT * FROM orders WHERE state = '{}'", query.state);
    sqlx::query(&sql).fetch_all(pool.get_ref()).await // pave: expect sql-injection
}

async fn order(State(pool): State<Pool>, Query(wanted): Query<Wanted>) -> String {
    client.query_one(&("SELECT * FROM orders WHERE id = ".to_owned() + &wanted.id), &[]).await // pave: expect sql-injection
}

async fn wiped(Path(table): Path<String>) {
    let store = rusqlite::Connection::open("shop.db").unwrap();
    store.execute(&format!("DELETE FROM {table}"), []).unwrap(); // pave: expect sql-injection
}

async fn dropped(Path(table): Path<String>, db: &DatabaseConnection) {
    db.execute_unprepared(&format!("DROP TABLE {table}")).await; // pave: expect sql-injection
}
