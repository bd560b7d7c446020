package clinic

import "net/http"

func login(w http.ResponseWriter, id string) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: id, HttpOnly: true})
	http.SetCookie(w, &http.Cookie{Name: "theme", Value: id})
	http.SetCookie(w, &http.Cookie{Name: "session", MaxAge: -1})
	late := &http.Cookie{Name: "session", Value: id}
	late.HttpOnly = true
	http.SetCookie(w, late)
}

func later(c *fiber.Ctx) {
	cookie := &fiber.Cookie{Name: "session", Value: "a"}
	cookie.Secure = true
	cookie.HTTPOnly = true
	c.Cookie(cookie)
	c.Cookie(&fiber.Cookie{Name: "session", MaxAge: -1})
}
