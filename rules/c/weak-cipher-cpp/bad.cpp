void seal()
{
    CryptoPP::ECB_Mode<CryptoPP::AES>::Encryption first; /* pave: expect weak-cipher-cpp */
    CryptoPP::CBC_Mode<CryptoPP::DES>::Encryption second; /* pave: expect weak-cipher-cpp */
    auto third = Botan::Cipher_Mode::create("DES/CBC", Botan::ENCRYPTION); /* pave: expect weak-cipher-cpp */
}
