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


from jose import jwt as signed


# A public key is no secret, and the token must not choose how it is checked.
def confused(token, public_key):
    algorithm = jwt.get_unverified_header(token)["alg"]
    jwt.decode(token, public_key, algorithms=[algorithm])  # pave: expect jwt-unverified
    jwt.decode(token, public_key, algorithms=["RS256", "HS256"])  # pave: expect jwt-unverified
    options = {"verify_signature": False}
    jwt.decode(token, public_key, algorithms=["RS256"], options=options)  # pave: expect jwt-unverified
    return signed.get_unverified_claims(token)  # pave: expect jwt-unverified
