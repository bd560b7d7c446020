package clinic

import "net/http"

func login(w http.ResponseWriter, id string) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: id}) // pave: expect cookie-insecure
	http.SetCookie(w, &http.Cookie{Name: "auth_token", Value: id, Secure: false}) // pave: expect cookie-insecure
}

func gin(c *gin.Context, id string) {
	c.SetCookie("session", id, 3600, "/", "", false, true) // pave: expect cookie-insecure
}

func set(c *fiber.Ctx) {
	c.Cookie(&fiber.Cookie{Name: "session", Value: "a", Secure: false}) // pave: expect cookie-insecure
}

func unset(c *fiber.Ctx) {
	c.Cookie(&fiber.Cookie{Name: "session", Value: "a"}) // pave: expect cookie-insecure
}
