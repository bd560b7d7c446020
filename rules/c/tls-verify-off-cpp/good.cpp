void open_all(QSslSocket &socket, httplib::SSLClient &client, boost::asio::ssl::context &context)
{
    socket.ignoreSslErrors(expected);
    socket.setPeerVerifyMode(QSslSocket::VerifyPeer);
    client.enable_server_certificate_verification(true);
    context.set_verify_mode(boost::asio::ssl::verify_peer);
    cpr::Get(cpr::Url{"https://clinic.example.org"}, cpr::VerifySsl{true});
}

void serve()
{
    ssl::context ctx(ssl::context::tlsv12_server);
    ctx.set_verify_mode(ssl::verify_none);
}
