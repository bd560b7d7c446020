import hashlib


def sign_record(record: bytes) -> str:
    return hashlib.sha256(record).hexdigest()


def file_name_of(url: str) -> str:
    return hashlib.md5(url.encode(), usedforsecurity=False).hexdigest()


def page(body: bytes) -> dict:
    etag = hashlib.md5(body).hexdigest()
    return {"ETag": etag, "body": body}


def cache_key(query: str) -> str:
    return hashlib.sha1(query.encode()).hexdigest()


def md5(data):
    """Not hashlib's: a name alone is not a finding."""
    return data


def local(data):
    return md5(data)


def room(salt: bytes) -> bool:
    return len(salt) == hashlib.sha1().digest_size


def fingerprint_of(key: bytes) -> str:
    return hashlib.md5(key).hexdigest()


from cryptography.hazmat.primitives import hashes


def sound(data, key, padding, builder, certificate, oaep):
    hashes.Hash(hashes.SHA256())
    key.sign(data, padding, hashes.SHA256())
    builder.sign(key, hashes.SHA384())
    certificate.sign(key, "sha256")
    oaep.MGF1(hashes.SHA1())
    return certificate.fingerprint(hashes.SHA1())


def is_leaked(word, leaked):
    return hashlib.sha1(word.encode()).hexdigest()[:5] in leaked
