package clinic

import (
	"database/sql"
	"fmt"
	"net/http"
)

func patients(db *sql.DB, r *http.Request) (*sql.Rows, error) {
	name := r.FormValue("name")
	return db.Query("SELECT * FROM patients WHERE name = '" + name + "'") // pave: expect sql-injection
}

func ward(db *sql.DB, r *http.Request) (*sql.Rows, error) {
	query := where("ward", r.URL.Query().Get("ward"))
	return db.QueryContext(r.Context(), query) // pave: expect sql-injection
}

func where(column, value string) string {
	return fmt.Sprintf("SELECT * FROM patients WHERE %s = '%s'", column, value)
}
