QByteArray sign(const QByteArray &record)
{
    return QCryptographicHash::hash(record, QCryptographicHash::Sha256);
}

QByteArray cacheKey(const QByteArray &record)
{
    return QCryptographicHash::hash(record, QCryptographicHash::Md5);
}

void digest(const QByteArray &record)
{
    CryptoPP::SHA256 other;
    auto third = Botan::HashFunction::create("SHA-256");
}
