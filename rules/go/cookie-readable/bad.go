package clinic

import "net/http"

func login(w http.ResponseWriter, id string) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: id}) // pave: expect cookie-readable
	http.SetCookie(w, &http.Cookie{Name: "auth_token", Value: id, HttpOnly: false}) // pave: expect cookie-readable
}

func set(c *fiber.Ctx) {
	c.Cookie(&fiber.Cookie{Name: "session", Value: "a", Secure: true, HTTPOnly: false}) // pave: expect cookie-readable
}

func unset(c *fiber.Ctx) {
	c.Cookie(&fiber.Cookie{Name: "session", Value: "a", Secure: true}) // pave: expect cookie-readable
}
