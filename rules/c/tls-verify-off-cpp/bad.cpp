void open_all(QSslSocket &socket, httplib::SSLClient &client, boost::asio::ssl::context &context)
{
    socket.ignoreSslErrors(); /* pave: expect tls-verify-off-cpp */
    socket.setPeerVerifyMode(QSslSocket::VerifyNone); /* pave: expect tls-verify-off-cpp */
    client.enable_server_certificate_verification(false); /* pave: expect tls-verify-off-cpp */
    context.set_verify_mode(boost::asio::ssl::verify_none); /* pave: expect tls-verify-off-cpp */
    cpr::Get(cpr::Url{"https://clinic.example.org"}, cpr::VerifySsl{false}); /* pave: expect tls-verify-off-cpp */
}

void connect_client()
{
    ssl::context ctx(ssl::context::tlsv12_client);
    ctx.set_verify_mode(ssl::verify_none); // pave: expect tls-verify-off-cpp
}
