import base64

import jwt


def user_of(token, key):
    return jwt.decode(token, key, algorithms=["EdDSA"])["sub"]


def key_id_of(token):
    return jwt.get_unverified_header(token)["kid"]


def text_of(data):
    return base64.b64decode(data).decode("utf-8")


def of_one_family(token, public_key):
    kid = jwt.get_unverified_header(token)["kid"]
    jwt.decode(token, public_key, algorithms=["RS256", "PS256", "ES256"])
    return jwt.decode(token, secrets_by_id[kid], algorithms=["HS256", "HS512"])
