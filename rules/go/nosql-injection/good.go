package clinic

import (
	"context"
	"net/http"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"go.mongodb.org/mongo-driver/bson"
	"go.mongodb.org/mongo-driver/mongo"
)

func find(patients *mongo.Collection, r *http.Request) {
	patients.Find(r.Context(), bson.M{"name": r.FormValue("name")})
}

func graph(session neo4j.SessionWithContext, r *http.Request) {
	session.Run(context.Background(), "MATCH (p {name: $name}) RETURN p", map[string]any{"name": r.FormValue("name")})
}
