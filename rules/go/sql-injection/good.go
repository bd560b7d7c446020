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

func inline(c *gin.Context, db *gorm.DB) {
	db.First(&found, "name = ?", c.Query("name"))
	id, err := strconv.Atoi(c.Param("id"))
	if err != nil {
		return
	}
	db.Delete(&found, id)
}

func from(c *gin.Context, db *sql.DB) (*sql.Rows, error) {
	address := net.ParseIP(c.Query("address"))
	if address == nil {
		return nil, errBad
	}
	return db.Query("SELECT * FROM visits WHERE address = '" + address.String() + "'")
}

func documents(r *http.Request, ctx context.Context, patients *mongo.Collection) {
	patients.Find(ctx, bson.M{"name": r.FormValue("name")})
	patients.Find(r.Context(), bson.M{"name": r.FormValue("name")})
}

func (s *patientServer) Run(ctx context.Context, in *pb.RunRequest) (*pb.RunReply, error) {
	return s.client.Exec(ctx, &v3.ExecRequest{ID: in.GetId()})
}

func bound(c *gin.Context, db *gorm.DB) {
	db.Where(map[string]any{"name": c.Query("name")}).Find(&found)
	db.Where(&wantedRow{Name: c.Query("name")}).First(&found)
}
