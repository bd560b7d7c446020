void seal()
{
    CryptoPP::GCM<CryptoPP::AES>::Encryption first;
    CryptoPP::CBC_Mode<CryptoPP::AES>::Encryption second;
    auto third = Botan::Cipher_Mode::create("AES-256/GCM", Botan::ENCRYPTION);
}
