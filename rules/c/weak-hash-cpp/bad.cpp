QByteArray sign(const QByteArray &record)
{
    return QCryptographicHash::hash(record, QCryptographicHash::Md5); /* pave: expect weak-hash-cpp */
}

void digest(const QByteArray &record)
{
    QCryptographicHash hash(QCryptographicHash::Sha1); /* pave: expect weak-hash-cpp */
    hash.addData(record);
    CryptoPP::Weak::MD5 other; /* pave: expect weak-hash-cpp */
    auto third = Botan::HashFunction::create("MD5"); /* pave: expect weak-hash-cpp */
}
