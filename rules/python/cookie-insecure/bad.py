def remember(response, session):
    response.set_cookie("session", session, secure=False, httponly=True)  # pave: expect cookie-insecure


def log_in(answer, token):
    answer.set_cookie("auth_token", token, httponly=True)  # pave: expect cookie-insecure


SESSION_COOKIE_SECURE = False  # pave: expect cookie-insecure
app.config["SESSION_COOKIE_SECURE"] = False  # pave: expect cookie-insecure
