package clinic

import (
	"database/sql"
	"fmt"
	"net/http"
	"strconv"
)

func patients(db *sql.DB, r *http.Request) (*sql.Rows, error) {
	return db.Query("SELECT * FROM patients WHERE name = $1", r.FormValue("name"))
}

func patient(db *sql.DB, r *http.Request) (*sql.Rows, error) {
	number, err := strconv.Atoi(r.FormValue("number"))
	if err != nil {
		return nil, err
	}
	return db.Query(fmt.Sprintf("SELECT * FROM patients WHERE number = %d", number))
}
