def remember(response, session):
    response.set_cookie("session", session, secure=True, httponly=True, samesite="Lax")
