package clinic

import "github.com/gin-gonic/gin"
import "gorm.io/gorm"

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

type wanted struct{ Name string }

func orders(c *gin.Context, db *gorm.DB) {
	var in wanted
	if err := c.ShouldBindJSON(&in); err != nil {
		return
	}
	db.Where("name = '" + in.Name + "'").Find(&found) // pave: expect sql-injection
	db.Order(c.Query("by")).Find(&found) // pave: expect sql-injection
}

type label string

func labelled(db *sql.DB, r *http.Request) (*sql.Rows, error) {
	name := label(r.FormValue("name"))
	return db.Query("SELECT * FROM patients WHERE name = '" + string(name) + "'") // pave: expect sql-injection
}

func asked(db *sql.DB) (*sql.Rows, error) {
	var name string
	fmt.Scanln(&name)
	return db.Query("SELECT * FROM patients WHERE name = '" + name + "'") // pave: expect sql-injection
}

func inline(c *gin.Context, db *gorm.DB) {
	db.First(&found, "name = '"+c.Query("name")+"'") // pave: expect sql-injection
	db.Delete(&found, c.Param("id")) // pave: expect sql-injection
}

func bunned(c *gin.Context, db *bun.DB) {
	db.NewRaw("SELECT * FROM patients WHERE name = '" + c.Query("name") + "'").Scan(ctx, &found) // pave: expect sql-injection
	db.NewSelect().OrderExpr(c.Query("by")).Scan(ctx) // pave: expect sql-injection
}

type patientServer struct{ db *sql.DB }

func (s *patientServer) Find(ctx context.Context, in *pb.FindRequest) (*pb.Patient, error) {
	_, err := s.db.QueryContext(ctx, "SELECT * FROM patients WHERE name = '"+in.GetName()+"'") // pave: expect sql-injection
	return nil, err
}
