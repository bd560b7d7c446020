import hashlib
import hmac


def is_from_partner(body, signature, key):
    wanted = hmac.new(key, body, hashlib.sha256).hexdigest()
    if signature == wanted:  # pave: expect early-compare
        return True
    return hmac.digest(key, body, "sha256") == bytes.fromhex(signature)  # pave: expect early-compare
