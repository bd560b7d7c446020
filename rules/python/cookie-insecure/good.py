def remember(response, session):
    response.set_cookie("session", session, secure=True, httponly=True, samesite="Lax")


def log_in(answer, token):
    answer.set_cookie("auth_token", token, httponly=True, secure=True)
    answer.set_cookie("language", "en")


SESSION_COOKIE_SECURE = True
if DEBUG:
    SESSION_COOKIE_SECURE = False
