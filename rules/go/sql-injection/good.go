package clinic

import "github.com/gin-gonic/gin"

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

func orders(c *gin.Context, db *gorm.DB) {
	db.Where("name = ?", c.Query("name")).Find(&found)
	stmt.QueryRow(c.Query("name")).Scan(&found)
}

func prepared(db *sql.DB, r *http.Request) (*sql.Rows, error) {
	find, err := db.Prepare("SELECT * FROM patients WHERE name = $1")
	if err != nil {
		return nil, err
	}
	return find.Query(r.FormValue("name"))
}

func sorted(db *sql.DB, r *http.Request) (*sql.Rows, error) {
	columns := map[string]string{"n": "name", "b": "born"}
	column, ok := columns[r.FormValue("column")]
	if !ok {
		column = "name"
	}
	order := r.FormValue("order")
	switch order {
	case "asc", "desc":
	default:
		order = "asc"
	}
	return db.Query("SELECT * FROM patients ORDER BY " + column + " " + order)
}
