package main

import (
	"net/http"

	"github.com/aws/aws-lambda-go/events"
	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
)

func handle(w http.ResponseWriter, r *http.Request) {
	sink(r.URL.Query().Get("a")) // HIT
	sink(r.FormValue("a"))       // HIT
	sink(r.Header.Get("a"))      // HIT
	sink(r.Context())
	sink(chi.URLParam(r, "a")) // HIT
}

func ginned(c *gin.Context) {
	sink(c.Query("a")) // HIT
	sink(c.Param("a")) // HIT
	var order Order
	c.ShouldBindJSON(&order)
	sink(order.Name) // HIT
	sink(c.Keys)
}

func echoed(c echo.Context) error {
	sink(c.QueryParam("a")) // HIT
	sink(c.Param("a"))      // HIT
	return nil
}

func fibered(c *fiber.Ctx) error {
	sink(c.Query("a"))  // HIT
	sink(c.Params("a")) // HIT
	return nil
}

func lambda(event events.APIGatewayProxyRequest) {
	sink(event.Body)                       // HIT
	sink(event.QueryStringParameters["a"]) // HIT
	sink(event.RequestContext)
}
