import jwt
from jwt import decode


def user_of(token):
    claims = jwt.decode(token, options={"verify_signature": False})  # pave: expect jwt-unverified
    return claims["sub"]


def old_style(token):
    return decode(token, verify=False)  # pave: expect jwt-unverified


def confused(token, key):
    return jwt.decode(token, key, algorithms=["HS256", "none"])  # pave: expect jwt-unverified


def issue(claims):
    return jwt.encode(claims, "", algorithm="HS256")  # pave: expect jwt-unverified
