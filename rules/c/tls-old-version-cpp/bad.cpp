#include <QSslSocket>
#include <boost/asio/ssl.hpp>

namespace ssl = boost::asio::ssl;

void connect(QSslConfiguration &configuration)
{
    ssl::context old(ssl::context::tlsv1_client); // pave: expect tls-old-version-cpp
    boost::asio::ssl::context older{boost::asio::ssl::context::sslv3}; // pave: expect tls-old-version-cpp
    configuration.setProtocol(QSsl::TlsV1_0); // pave: expect tls-old-version-cpp
}
