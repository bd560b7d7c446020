def remember(response, session):
    response.set_cookie("session", session, secure=False, httponly=True)  # pave: expect cookie-insecure
